import { useSyncExternalStore } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'
import { ErrorNotice } from './components/ErrorNotice.tsx'
import { ErrorLogPage } from './features/errors/ErrorLogPage.tsx'
import { GroupProfile } from './features/learners/GroupProfile.tsx'
import { LearnersPage } from './features/learners/LearnersPage.tsx'
import { MonitorPage } from './features/monitor/MonitorPage.tsx'
import { NoSessionPage } from './features/session/NoSessionPage.tsx'
import { useTicket } from './features/session/useTicket.ts'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { GuidePage } from './features/setup/guide/GuidePage.tsx'
import { SetupWizard } from './features/setup/SetupWizard.tsx'
import { Frame } from './frame/Frame.tsx'
import { useLiveUpdates } from './liveUpdates.ts'
import { getStreamStatus, subscribeToStreamStatus } from './service.ts'
import { useService } from './useService.ts'

/** Opens the session, then shows the frame with the connection that the address names. */
export function App() {
  const ticket = useTicket()
  if (ticket === 'opening') return null
  return <Session ticketRefused={ticket === 'refused'} />
}

function Session({ ticketRefused }: { readonly ticketRefused: boolean }) {
  const status = useService('getStatus')
  const preferences = useService('getPreferences')
  if (status.error?.name === 'noSession') return <NoSessionPage ticketRefused={ticketRefused} />
  if (status.error) {
    return <ErrorNotice title="Rollcall cannot be shown" error={status.error} onRetry={() => void status.refetch()} />
  }
  // Without preferences the page would flash in the wrong theme.
  if (!status.data || preferences.isPending) return null
  return <Screens />
}

function Screens() {
  useLiveUpdates()
  const stream = useSyncExternalStore(subscribeToStreamStatus, getStreamStatus)
  // What is read before the stream is open could miss what arrives in between.
  if (stream === 'opening') return null
  return (
    <Routes>
      <Route path="/" element={<Navigate to="/default/setup" replace />} />
      <Route path="/:connection/*" element={<ConnectionScreens />} />
    </Routes>
  )
}

function ConnectionScreens() {
  const { connection = 'default' } = useParams()
  return (
    <Frame connection={connection}>
      <Routes>
        <Route path="setup/guide" element={<GuidePage key={connection} connection={connection} />} />
        <Route path="setup/:step?" element={<SetupWizard key={connection} connection={connection} />} />
        <Route path="activity/:exchange?" element={<MonitorPage key={connection} connection={connection} />} />
        <Route path="errors" element={<ErrorLogPage key={connection} connection={connection} />} />
        <Route path="learners/groups/:group" element={<GroupProfile key={connection} connection={connection} />} />
        <Route path="learners/:learner?" element={<LearnersPage key={connection} connection={connection} />} />
        <Route path="settings" element={<SettingsPage key={connection} connection={connection} />} />
        <Route path="*" element={<Navigate to={`/${connection}/setup`} replace />} />
      </Routes>
    </Frame>
  )
}
