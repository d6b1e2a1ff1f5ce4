import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import type { SetupState } from '#contract/setup.ts'
import { CopyButton } from '../../components/CopyButton.tsx'
import { Words } from '../../components/Words.tsx'

/** Says that the provider has an address that is no more, and where to paste the new one. Nothing where it has the right one. */
export function UrlChangeNotice({ urlChange, scimUrl }: Pick<SetupState, 'urlChange' | 'scimUrl'>) {
  if (urlChange === null) return null
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { minWidth: 0, overflowWrap: 'anywhere' } }}>
      <Words>{urlChange.finding}</Words>
      <Box sx={{ fontWeight: 600, mb: 1 }}>
        <Words>{urlChange.fix}</Words>
      </Box>
      <CopyButton value={scimUrl} label="Copy the SCIM URL" withText />
    </Alert>
  )
}
