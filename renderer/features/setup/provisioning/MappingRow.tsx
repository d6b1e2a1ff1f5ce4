import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { Link as RouterLink } from 'react-router'
import type { Mapping } from '#contract/setup.ts'
import { MeaningIcon } from '../../../components/MeaningIcon.tsx'
import type { Meaning } from '../../../components/meaning.ts'
import { Words } from '../../../components/Words.tsx'
import { ArrivedValue } from './ArrivedValue.tsx'
import { code } from './code.ts'

interface MappingRowProps {
  readonly connection: string
  readonly mapping: Mapping
  /** Also for an attribute that nobody has to send. */
  readonly showsFix: boolean
}

const states: Readonly<Record<Mapping['state'], { readonly meaning: Meaning; readonly word: string }>> = {
  seen: { meaning: 'proven', word: 'Seen' },
  rehearsed: { meaning: 'rehearsed', word: 'Rehearsed' },
  missing: { meaning: 'waiting', word: 'Not seen' },
}

/** What is said behind the name. */
function toRemark({ required, origin }: Mapping): string | null {
  if (required) return origin === 'custom' ? 'required, custom' : 'required'
  return origin === 'expected' ? null : origin === 'custom' ? 'custom' : 'not expected'
}

/** One attribute: where it comes from, what arrived, and below it what looks wrong and what to click. */
export function MappingRow({ connection, mapping, showsFix }: MappingRowProps) {
  const { attribute, shortName, source, required, state, example, exchangeId, doubt, fix } = mapping
  const isMissing = required && state === 'missing'
  const isWrong = isMissing || doubt !== null
  const { meaning, word } = isWrong ? ({ meaning: 'attention', word: 'Look at this' } as const) : states[state]
  const remark = toRemark(mapping)
  const hasNote = isWrong || (showsFix && fix !== null)
  return (
    <>
      <TableRow sx={{ '& td, & th': { verticalAlign: 'top', ...(hasNote && { borderBottom: 0 }) } }}>
        <TableCell component="th" scope="row" sx={{ pl: 2, ...code, fontWeight: 400 }} title={attribute}>
          {shortName}
          {remark === null ? null : (
            <Box component="span" sx={{ fontFamily: 'fontFamily', color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {' '}
              {remark}
            </Box>
          )}
        </TableCell>
        <TableCell sx={{ ...code, color: 'text.secondary' }}>{source ?? '–'}</TableCell>
        <TableCell>
          <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start' }}>
            <Box sx={{ pt: '3px' }}>
              <MeaningIcon meaning={meaning} size={12} label={word} />
            </Box>
            {example !== null && exchangeId !== null ? (
              <ArrivedValue connection={connection} attribute={attribute} example={example} exchangeId={exchangeId} />
            ) : (
              <Box component="span" sx={{ color: isMissing ? 'warning.main' : 'text.secondary' }}>
                {state === 'missing' ? (isMissing ? 'never arrived' : 'not seen') : 'arrived, not shown'}
              </Box>
            )}
          </Box>
        </TableCell>
      </TableRow>
      {hasNote ? <NoteRow connection={connection} mapping={mapping} /> : null}
    </>
  )
}

/** Below an attribute, over the whole width. */
function NoteRow({ connection, mapping: { shortName, required, doubt, fix } }: Omit<MappingRowProps, 'showsFix'>) {
  return (
    <TableRow>
      <TableCell colSpan={3} sx={{ pl: 2, pt: 0 }}>
        <Box sx={{ paddingInlineStart: 1.5, display: 'grid', gap: 0.25, overflowWrap: 'anywhere' }}>
          {doubt === null ? null : (
            <span>
              {doubt.sentence}{' '}
              <Link
                component={RouterLink}
                to={`/${connection}/activity/${doubt.exchangeId}`}
                aria-label={`Show the request: ${shortName}, ${doubt.sentence}`}
                sx={{ display: 'inline-block', py: '3px' }}
              >
                Show the request
              </Link>
            </span>
          )}
          {fix === null ? null : (
            <Box component="span" sx={{ fontWeight: required || doubt !== null ? 600 : 400 }}>
              <Words>{fix}</Words>
            </Box>
          )}
        </Box>
      </TableCell>
    </TableRow>
  )
}
