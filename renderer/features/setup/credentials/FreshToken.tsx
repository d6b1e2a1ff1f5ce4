import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { CopyField } from '../../../components/CopyField.tsx'

interface FreshTokenProps {
  readonly secret: string
  readonly onStored: () => void
}

/** A token just made, the only time it can be read; copied raw or as the value of a whole header. */
export function FreshToken({ secret, onStored }: FreshTokenProps) {
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'primary.main',
        borderRadius: 1,
        bgcolor: 'background.paper',
        p: 2,
        display: 'grid',
        gap: 1.5,
      }}
    >
      <Typography variant="subtitle1" component="h3">
        Store this token now: it is shown only this once
      </Typography>
      <CopyField label="Token" value={secret} copyLabel="Copy token" />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <CopyButton value={secret} label="Copy token alone" withText />
        <CopyButton value={`Bearer ${secret}`} label="Copy with “Bearer ”" withText />
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        Most forms print Bearer by themselves and want the token alone. The form with Bearer is for fields that hold the whole
        header, such as Okta’s Header Auth template.
      </Typography>
      <Box>
        <Button variant="contained" onClick={onStored}>
          I have stored it
        </Button>
      </Box>
    </Box>
  )
}
