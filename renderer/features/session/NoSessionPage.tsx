import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { CopyField } from '../../components/CopyField.tsx'
import { desktop } from '../../desktop.ts'

interface NoSessionPageProps {
  /** The link held a ticket that the service did not take. */
  readonly ticketRefused: boolean
}

/** Says why nothing is shown and how to get a link that opens a session. */
export function NoSessionPage({ ticketRefused }: NoSessionPageProps) {
  return (
    <Box component="main" sx={{ maxWidth: 560, mx: 'auto', px: 2, py: { xs: 4, sm: 10 }, display: 'grid', gap: 2 }}>
      <Box component="img" src="/icon.svg" alt="" sx={{ width: 32, height: 32 }} />
      <Typography variant="h1">
        {ticketRefused ? 'This link has been used or is too old' : 'Open Rollcall with its link'}
      </Typography>
      <Typography>
        This page shows people and what an identity provider sent about them, so it opens only with a link that Rollcall prints. A
        link works once and for 10 minutes; the browser then stays signed in.
      </Typography>
      <Typography component="h2" variant="h3">
        Get a new link
      </Typography>
      {desktop ? (
        <Typography>Close this window and open it again from the menu of Rollcall.</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1.5 }}>
          <li>
            <Typography>In the terminal where Rollcall runs, press Enter. It prints a new link.</Typography>
          </li>
          <li>
            <Typography sx={{ mb: 1 }}>Or run this beside it, with the same data folder:</Typography>
            <CopyField label="Command" value="npm run serve -- --link --data DIR" />
          </li>
        </Box>
      )}
      <Box>
        <Button variant="outlined" onClick={() => window.location.reload()}>
          Try again
        </Button>
      </Box>
    </Box>
  )
}
