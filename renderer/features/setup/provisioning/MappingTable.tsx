import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { Mapping, UnkeptAttribute } from '#contract/setup.ts'
import { GroupRow } from './GroupRow.tsx'
import { MappingRow } from './MappingRow.tsx'
import { groupMappings, isGap, isLoss } from './mappingGroups.ts'
import { UnkeptRow } from './UnkeptRow.tsx'

interface MappingTableProps {
  readonly connection: string
  readonly providerName: string
  readonly mappings: readonly Mapping[]
  readonly unkept: readonly UnkeptAttribute[]
}

/** Expected attributes beside what really arrived, by schema, each value with the request that brought it; then what is not kept. */
export function MappingTable({ connection, providerName, mappings, unkept }: MappingTableProps) {
  const [onlyGaps, setOnlyGaps] = useState(false)
  const gaps = { mappings: mappings.filter(isGap), unkept: unkept.filter(isLoss) }
  const shown = onlyGaps ? gaps : { mappings, unkept }
  const groups = groupMappings(shown.mappings)
  const gapCount = gaps.mappings.length + gaps.unkept.length
  return (
    <>
      <Box sx={{ px: 2, py: 0.5, borderTop: 1, borderColor: 'divider', display: 'flex', alignItems: 'center', gap: 1 }}>
        <FormControlLabel
          sx={{ flex: 1, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
          control={<Checkbox size="small" checked={onlyGaps} onChange={(_, isOn) => setOnlyGaps(isOn)} />}
          label={`Only gaps (${gapCount})`}
        />
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {mappings.length + unkept.length} attributes
        </Typography>
      </Box>
      {/* It scrolls where it is narrow, also by keyboard while no row holds a link. */}
      <Box role="region" aria-label="Attribute mappings" tabIndex={0} sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label="Attribute mappings, expected and seen" sx={{ tableLayout: 'fixed', minWidth: 420 }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ pl: 2, width: '36%' }}>Attribute</TableCell>
              <TableCell sx={{ width: '24%' }}>From, in {providerName}</TableCell>
              <TableCell>Arrived</TableCell>
            </TableRow>
          </TableHead>
          {groups.map(({ name, urn, mappings: own }) => (
            <TableBody key={urn ?? ''}>
              {groups.length === 1 && urn === null ? null : <GroupRow title={name} note={urn} />}
              {own.map((mapping) => (
                <MappingRow key={mapping.attribute} connection={connection} mapping={mapping} showsFix={onlyGaps} />
              ))}
            </TableBody>
          ))}
          {shown.unkept.length === 0 ? null : (
            <TableBody>
              <GroupRow title="Sent and not kept" note={null} />
              {shown.unkept.map((one) => (
                <UnkeptRow key={one.attribute} connection={connection} unkept={one} />
              ))}
            </TableBody>
          )}
        </Table>
      </Box>
      {onlyGaps && gapCount === 0 ? (
        <Typography variant="body2" sx={{ px: 2, py: 1.5, color: 'text.secondary' }}>
          No gaps: all that is expected arrives and is kept.
        </Typography>
      ) : null}
    </>
  )
}
