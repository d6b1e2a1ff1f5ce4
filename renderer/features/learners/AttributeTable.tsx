import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Timestamp } from '../../components/Timestamp.tsx'
import { monospace } from '../../theme.ts'
import type { AttributeGroup } from './attributeGroups.ts'

/** The attributes of one schema: path and value, line by line. */
export function AttributeTable({ group }: { readonly group: AttributeGroup }) {
  return (
    <Box
      component="section"
      aria-label={group.title}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', overflow: 'hidden' }}
    >
      <Box sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
        <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {group.title}
        </Typography>
        {group.urn !== null && (
          <Box
            component="code"
            sx={{
              display: 'block',
              fontFamily: monospace,
              fontSize: '0.75rem',
              color: 'text.secondary',
              overflowWrap: 'anywhere',
            }}
          >
            {group.urn}
          </Box>
        )}
      </Box>
      <Box component="dl" sx={{ m: 0 }}>
        {group.lines.map(({ path, value, isMoment }, index) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: two values may stand under the same path
            key={index}
            sx={{
              display: 'grid',
              gridTemplateColumns: 'minmax(120px, 2fr) 3fr',
              columnGap: 2,
              px: 2,
              py: 0.75,
              borderBottom: 1,
              borderColor: 'divider',
              fontSize: '0.8125rem',
              '&:last-child': { borderBottom: 0 },
              '@container (max-width: 420px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
            }}
          >
            <Box
              component="dt"
              sx={{
                fontFamily: monospace,
                fontSize: '0.75rem',
                lineHeight: '18px',
                color: 'text.secondary',
                overflowWrap: 'anywhere',
              }}
            >
              {path}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', unicodeBidi: 'plaintext' }}>
              {isMoment ? <Timestamp at={value} /> : value}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
