import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { Link as RouterLink } from 'react-router'
import type { Mapping } from '#contract/setup.ts'
import { MeaningIcon } from '../../../components/MeaningIcon.tsx'
import type { Meaning } from '../../../components/meaning.ts'
import { monospace } from '../../../theme.ts'

interface MappingTableProps {
  readonly connection: string
  readonly providerName: string
  readonly mappings: readonly Mapping[]
}

const states: Readonly<Record<Mapping['state'], { readonly meaning: Meaning; readonly word: string }>> = {
  seen: { meaning: 'proven', word: 'Seen' },
  rehearsed: { meaning: 'rehearsed', word: 'Rehearsed' },
  missing: { meaning: 'waiting', word: 'Not seen' },
}

const code = { fontFamily: monospace, fontSize: '0.75rem', overflowWrap: 'anywhere' } as const

/** Expected attributes beside what really arrived, each value with the request that brought it. */
export function MappingTable({ connection, providerName, mappings }: MappingTableProps) {
  const sorted = [...mappings.filter(({ required }) => required), ...mappings.filter(({ required }) => !required)]
  return (
    // It scrolls where it is narrow, also by keyboard while no row holds a link.
    <Box role="region" aria-label="Attribute mappings" tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label="Attribute mappings, expected and seen" sx={{ tableLayout: 'fixed', minWidth: 420 }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ pl: 2, width: '34%' }}>Attribute</TableCell>
            <TableCell sx={{ width: '28%' }}>From, in {providerName}</TableCell>
            <TableCell>Arrived</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.map((mapping) => (
            <MappingRow key={mapping.attribute} connection={connection} mapping={mapping} />
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

/** `department` for an attribute of an extension, whose URN would fill the column. */
const shorten = (attribute: string) => (attribute.startsWith('urn:') ? (attribute.split(':').at(-1) ?? attribute) : attribute)

function MappingRow({ connection, mapping }: { readonly connection: string; readonly mapping: Mapping }) {
  const { attribute, source, required, state, example, exchangeId } = mapping
  const isMissing = required && state === 'missing'
  const { meaning, word } = isMissing ? ({ meaning: 'attention', word: 'Not seen' } as const) : states[state]
  return (
    <TableRow sx={{ '& td': { verticalAlign: 'top' }, '&:last-child td': { borderBottom: 0 } }}>
      <TableCell sx={{ pl: 2, ...code }} title={attribute}>
        {shorten(attribute)}
        {required ? (
          <Box component="span" sx={{ fontFamily: 'fontFamily', color: 'text.secondary' }}>
            {' '}
            required
          </Box>
        ) : null}
      </TableCell>
      <TableCell sx={{ ...code, color: 'text.secondary' }}>{source ?? '–'}</TableCell>
      <TableCell>
        <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start' }}>
          <Box sx={{ pt: '3px' }}>
            <MeaningIcon meaning={meaning} size={12} label={word} />
          </Box>
          {example !== null && exchangeId !== null ? (
            <Link
              component={RouterLink}
              to={`/${connection}/activity/${exchangeId}`}
              aria-label={`${attribute} arrived as ${example}: show the request`}
              sx={{
                ...code,
                display: '-webkit-box',
                WebkitLineClamp: 2,
                WebkitBoxOrient: 'vertical',
                overflow: 'hidden',
                minHeight: 24,
                py: '2px',
                my: '-2px',
              }}
            >
              {example}
            </Link>
          ) : (
            <Box component="span" sx={{ color: isMissing ? 'warning.main' : 'text.secondary' }}>
              {isMissing ? 'never arrived' : word.toLowerCase()}
            </Box>
          )}
        </Box>
      </TableCell>
    </TableRow>
  )
}
