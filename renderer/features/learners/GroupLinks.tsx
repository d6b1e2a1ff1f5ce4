import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import type { Related } from '#contract/history.ts'
import { Section } from '../../components/Section.tsx'

/** The groups that a learner was in at a moment, each a link to itself. */
export function GroupLinks({ connection, groups }: { readonly connection: string; readonly groups: readonly Related[] }) {
  return (
    <Section title="Groups" level={3}>
      {groups.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          In no group.
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {groups.map(({ id, name }) => (
            <Box component="li" key={id} sx={{ maxWidth: '100%' }}>
              <Button
                component={Link}
                to={`/${connection}/learners/groups/${encodeURIComponent(id)}`}
                variant="outlined"
                color="inherit"
                sx={{ borderColor: 'divider', maxWidth: '100%', fontWeight: 400, overflowWrap: 'anywhere', textAlign: 'start' }}
              >
                {name}
              </Button>
            </Box>
          ))}
        </Box>
      )}
    </Section>
  )
}
