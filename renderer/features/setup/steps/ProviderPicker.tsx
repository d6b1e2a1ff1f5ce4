import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { ProviderChoice } from '#contract/provider.ts'
import { Words } from '../../../components/Words.tsx'
import { guides } from '../guides/findGuide.ts'

interface ProviderPickerProps {
  readonly chosen: ProviderChoice | null
  readonly isBusy: boolean
  readonly onChoose: (choice: ProviderChoice) => void
}

/** The choice of the identity provider; it sets labels, order and the form of the token. */
export function ProviderPicker({ chosen, isBusy, onChoose }: ProviderPickerProps) {
  return (
    <RadioGroup
      aria-label="Identity provider"
      value={chosen ?? ''}
      onChange={(_, value) => onChoose(ProviderChoice.parse(value))}
      sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, gap: 1 }}
    >
      {guides.map(({ provider, title, forWhom }) => (
        <FormControlLabel
          key={provider}
          value={provider}
          disabled={isBusy}
          control={<Radio size="small" sx={{ alignSelf: 'flex-start', mt: -0.25 }} />}
          label={
            <Box>
              <Typography variant="subtitle1" component="div">
                {title}
              </Typography>
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                <Words>{forWhom}</Words>
              </Typography>
            </Box>
          }
          sx={{
            m: 0,
            p: 1,
            pr: 1.5,
            alignItems: 'flex-start',
            border: 1,
            borderRadius: 1,
            borderColor: provider === chosen ? 'primary.main' : 'divider',
            bgcolor:
              provider === chosen
                ? 'color-mix(in srgb, var(--mui-palette-primary-main) 6%, var(--mui-palette-background-paper))'
                : 'background.paper',
          }}
        />
      ))}
    </RadioGroup>
  )
}
