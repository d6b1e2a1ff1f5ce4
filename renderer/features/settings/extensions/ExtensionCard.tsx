import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { Extension, ExtensionAttribute } from '#contract/extension.ts'
import { monospace } from '../../../theme.ts'
import { saveSchemaFile } from './saveSchemaFile.ts'

type Part = Omit<ExtensionAttribute, 'subAttributes'>

interface ExtensionCardProps {
  readonly extension: Extension
  /** True where its form was just closed: the reader goes on from its Edit button. */
  readonly isFocused: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** A custom extension: its URN and what it says of each attribute. */
export function ExtensionCard({ extension, isFocused, onEdit, onRemove }: ExtensionCardProps) {
  const { id: urn, name, description, attributes } = extension
  const titleId = useId()
  const rows = attributes.flatMap(({ subAttributes, ...attribute }): { path: string; part: Part }[] => [
    { path: attribute.name, part: attribute },
    ...(subAttributes ?? []).map((part) => ({ path: `${attribute.name}.${part.name}`, part })),
  ])
  return (
    <Box
      component="article"
      aria-labelledby={titleId}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', overflow: 'hidden' }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          rowGap: 0.5,
          alignItems: 'flex-start',
          px: 1.5,
          py: 1.25,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
          <Typography id={titleId} variant="h3" sx={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Box component="code" sx={{ fontFamily: monospace, fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
            {urn}
          </Box>
          {description !== '' && (
            <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {description}
            </Typography>
          )}
        </Box>
        <Box sx={{ display: 'flex', marginInlineStart: -1.5 }}>
          <Button aria-label={`Edit ${name}`} autoFocus={isFocused} onClick={onEdit}>
            Edit
          </Button>
          <Button aria-label={`Export ${name}`} onClick={() => saveSchemaFile(extension)}>
            Export
          </Button>
          <Button color="error" aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </Button>
        </Box>
      </Box>
      <TableContainer>
        <Table
          size="small"
          aria-label={`Attributes of ${name}`}
          sx={{ tableLayout: 'fixed', '& tbody tr:last-child > *': { borderBottom: 0 } }}
        >
          <TableHead>
            <TableRow>
              <TableCell width="42%">Attribute</TableCell>
              <TableCell width="23%">Type</TableCell>
              <TableCell>Rules</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ path, part }) => (
              <TableRow key={path}>
                <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                  <code>{path}</code>
                  {part.description !== '' && (
                    <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                      {part.description}
                    </Typography>
                  )}
                </TableCell>
                <TableCell>{part.multiValued ? `${part.type}, several` : part.type}</TableCell>
                <TableCell sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  {toRules(part).join(', ') || '–'}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  )
}

const mutabilityWords: Readonly<Record<Part['mutability'], string | null>> = {
  readWrite: null,
  readOnly: 'read-only',
  immutable: 'immutable',
  writeOnly: 'write-only',
}

const returnedWords: Readonly<Record<Part['returned'], string | null>> = {
  default: null,
  always: 'always returned',
  request: 'returned on request',
  never: 'never returned',
}

/** What is said of an attribute beyond what goes without saying. */
function toRules({ type, required, uniqueness, caseExact, mutability, returned, canonicalValues = [] }: Part): string[] {
  const isText = type === 'string'
  return [
    required ? 'required' : null,
    uniqueness === 'none' ? null : 'unique',
    caseExact && isText ? 'exact case' : null,
    mutabilityWords[mutability],
    returnedWords[returned],
    canonicalValues.length === 0 ? null : `suggested: ${canonicalValues.join(', ')}`,
  ].filter((word) => word !== null)
}
