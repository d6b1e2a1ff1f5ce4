import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId, useSyncExternalStore } from 'react'
import type { SetupState } from '#contract/setup.ts'
import { StatusChip } from '../../../components/StatusChip.tsx'
import { Words } from '../../../components/Words.tsx'
import { getStreamStatus, subscribeToStreamStatus } from '../../../service.ts'
import { LastArrival } from './LastArrival.tsx'
import type { Patience } from './patience.ts'
import { SilenceDiagnosis } from './SilenceDiagnosis.tsx'

interface EvidencePanelProps {
  readonly state: SetupState
  readonly title: string
  /** Something is waited for and nothing came instead: how long before the silence is explained. null where nothing is. */
  readonly patience: Patience | null
  /** The items of evidence. */
  readonly children: ReactNode
  /** Below them. */
  readonly after?: ReactNode
}

/** What really happened, live. Never empty: it waits for something named, explains what came instead, or shows the proof. */
export function EvidencePanel({ state, title, patience, children, after }: EvidencePanelProps) {
  const stream = useSyncExternalStore(subscribeToStreamStatus, getStreamStatus)
  const titleId = useId()
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', overflow: 'hidden', minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
        <Typography id={titleId} variant="h2" sx={{ flex: 1, minWidth: 0 }}>
          {title}
        </Typography>
        {stream === 'reconnecting' ? (
          <StatusChip meaning="attention">Reconnecting</StatusChip>
        ) : (
          <StatusChip meaning="proven">Live</StatusChip>
        )}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {children}
      </Box>
      {after}
      <Box sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 1.5 }}>
        <LastArrival state={state} />
        {patience ? (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <Words>{patience.words}</Words>
            </Typography>
            <SilenceDiagnosis
              key={state.lastArrival?.exchange.id ?? 0}
              connection={state.connection.slug}
              afterSeconds={patience.seconds}
            />
          </>
        ) : null}
      </Box>
    </Box>
  )
}
