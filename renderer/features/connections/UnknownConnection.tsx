import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { Connection } from '#contract/connection.ts'
import { toProviderName } from '../../connectionWords.ts'

interface UnknownConnectionProps {
  readonly slug: string
  readonly connections: readonly Connection[]
}

/** The address names a connection that is not there: it says so, and which there are. */
export function UnknownConnection({ slug, connections }: UnknownConnectionProps) {
  return (
    <Box component="main" sx={{ maxWidth: 560, mx: 'auto', px: 2, py: { xs: 4, sm: 10 }, display: 'grid', gap: 2 }}>
      <Box component="img" src="/icon.svg" alt="" sx={{ width: 32, height: 32 }} />
      <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
        There is no connection “{slug}”
      </Typography>
      <Typography>It was deleted, or the address was never that of a connection. These are there:</Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {connections.map((one) => (
          <Box
            key={one.slug}
            component="li"
            sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', px: 2, py: 1.5 }}
          >
            <Link component={RouterLink} to={`/${one.slug}/setup`} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              {one.name}
            </Link>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {toProviderName(one)} · /{one.slug}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
