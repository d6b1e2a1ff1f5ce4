import Typography from '@mui/material/Typography'
import type { Related } from '#contract/member.ts'
import { Section } from '../../components/Section.tsx'
import { toResourcePath } from '../../resourcePath.ts'
import { RelatedLinks } from './RelatedLinks.tsx'

/** The groups that a learner was in at a moment, each a link to itself. */
export function GroupLinks({ connection, groups }: { readonly connection: string; readonly groups: readonly Related[] }) {
  return (
    <Section title="Groups" level={3}>
      {groups.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          In no group.
        </Typography>
      ) : (
        <RelatedLinks
          related={groups.map((group) => ({ ...group, to: toResourcePath(connection, { id: group.id, resourceType: 'Group' }) }))}
        />
      )}
    </Section>
  )
}
