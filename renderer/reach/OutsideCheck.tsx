import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { CheckedOutside } from '#contract/reach.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { MeaningIcon } from '../components/MeaningIcon.tsx'
import { Timestamp } from '../components/Timestamp.tsx'
import { Words } from '../components/Words.tsx'
import { useOutsideCheck } from './useReach.ts'

interface OutsideCheckProps {
  readonly connection: string
  /** The last one of this URL; null: none since the start. */
  readonly check: CheckedOutside | null
}

/** The button of the check from outside, and what the last one found. */
export function OutsideCheck({ connection, check }: OutsideCheckProps) {
  const { mutate, isPending, error } = useOutsideCheck(connection)
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5 }}>
        <Button variant="outlined" disabled={isPending} onClick={() => mutate()} sx={{ flex: 'none', minWidth: 176 }}>
          {isPending ? 'Checking…' : 'Check from outside'}
        </Button>
        <Box
          aria-live="polite"
          sx={{ flex: '1 1 240px', minWidth: 0, minHeight: 40, fontSize: '0.8125rem', overflowWrap: 'anywhere' }}
        >
          {check === null ? (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              Sends one request without a token to the public URL, and sees whether it arrives here. Nothing is sent without this
              click.
            </Box>
          ) : (
            <Finding check={check} />
          )}
        </Box>
      </Box>
      {error && <ErrorNotice title="The check could not be made" error={error} />}
    </Box>
  )
}

function Finding({ check: { kind, finding, fix, at } }: { readonly check: CheckedOutside }) {
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Box sx={{ pt: '2px' }}>
        <MeaningIcon meaning={kind === 'ok' ? 'proven' : 'failed'} size={14} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <div>
          {kind === 'ok' ? <strong>It answers. </strong> : null}
          <Words>{finding}</Words>{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            <Timestamp at={at} />
          </Box>
        </div>
        {fix === null ? null : (
          <Box sx={{ fontWeight: 600 }}>
            <Words>{fix}</Words>
          </Box>
        )}
      </Box>
    </Box>
  )
}
