import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import type { AttributeLine, HistoryState } from '#contract/history.ts'
import { urns } from '#contract/scim/urns.ts'
import { Timestamp } from '../../components/Timestamp.tsx'
import { monospace } from '../../theme.ts'
import { formatTime, formatTimeWithZone } from '../../time.ts'

type Schema = HistoryState['schemas'][number]

interface AttributeTableProps {
  readonly connection: string
  readonly schema: Schema
}

const titles: Readonly<Record<string, string>> = {
  [urns.user]: 'User',
  [urns.group]: 'Group',
  [urns.enterpriseUser]: 'Enterprise user',
}

const toTitle = ({ urn, name }: Schema) => (urn === null ? 'Kept by Rollcall' : (titles[urn] ?? name ?? 'Extension'))

/** The attributes of one schema: path, value and who set it, line by line. */
export function AttributeTable({ connection, schema }: AttributeTableProps) {
  const title = toTitle(schema)
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', overflow: 'hidden' }}
    >
      <Box sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
        <Typography variant="h3" component="h3" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {schema.urn !== null && (
          <Box component="code" sx={{ display: 'block', fontSize: '0.75rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {schema.urn}
          </Box>
        )}
      </Box>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(110px, 2fr) 3fr auto',
          columnGap: '16px',
          '@container (max-width: 460px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
        }}
      >
        {schema.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two values may stand under the same path
          <Line key={index}>
            <dt>{line.path}</dt>
            <dd>{isMoment(line.value) ? <Timestamp at={line.value} /> : <bdi>{line.value}</bdi>}</dd>
            <SetBy connection={connection} line={line} />
          </Line>
        ))}
      </Box>
    </Box>
  )
}

/** ISO 8601 with time and zone. */
const isMoment = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)

function SetBy({ connection, line: { path, setBy } }: { readonly connection: string; readonly line: AttributeLine }) {
  if (!setBy) return null
  return (
    <dd className="set-by">
      <Link
        to={`/${connection}/activity/${setBy.exchange}`}
        aria-label={`${path} was set ${formatTime(setBy.at)}: ${setBy.sentence}`}
        title={`${setBy.sentence}\n${formatTimeWithZone(setBy.at)}`}
      >
        set {formatTime(setBy.at)}
      </Link>
    </dd>
  )
}

const Line = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    padding: '6px 16px',
    borderBlockEnd: `1px solid ${palette.divider}`,
    fontSize: '0.8125rem',
    '&:last-child': { borderBlockEnd: 0 },
    dt: {
      fontFamily: monospace,
      fontSize: '0.75rem',
      lineHeight: '18px',
      color: palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    dd: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
    '.set-by': { fontSize: '0.75rem', lineHeight: '18px', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
    '.set-by a': {
      color: palette.text.secondary,
      textDecorationColor: 'color-mix(in srgb, currentColor 35%, transparent)',
      display: 'inline-block',
      minHeight: 24,
    },
    '.set-by a:hover': { color: palette.primary.main },
    '@container (max-width: 460px)': {
      '.set-by': { gridColumn: 2, gridRow: 1 },
      dd: { gridColumn: '1 / -1' },
    },
  }
})
