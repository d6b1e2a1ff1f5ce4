import { useSyncExternalStore } from 'react'
import { Navigate, Route, Routes, useParams } from 'react-router'
import { noPlaces } from '#contract/places.ts'
import { ErrorNotice } from './components/ErrorNotice.tsx'
import { TitleEnd } from './components/useTitle.ts'
import { ConnectionsPage } from './features/connections/ConnectionsPage.tsx'
import { UnknownConnection } from './features/connections/UnknownConnection.tsx'
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
import { toAddress, usePlacesAtStart, useRememberedPlace } from './places.ts'
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
  const places = usePlacesAtStart()
  const connections = useService('listConnections')
  if (status.error?.name === 'noSession') return <NoSessionPage ticketRefused={ticketRefused} />
  if (status.error) {
    return <ErrorNotice title="Rollcall cannot be shown" error={status.error} onRetry={() => void status.refetch()} />
  }
  if (connections.error && !connections.data) {
    return (
      <ErrorNotice
        title="The connections could not be read"
        error={connections.error}
        onRetry={() => void connections.refetch()}
      />
    )
  }
  // Without preferences the page would flash in the wrong theme, without places on the wrong screen.
  if (!status.data || !connections.data || preferences.isPending || places.isPending) return null
  return <Screens />
}

function Screens() {
  useLiveUpdates()
  const stream = useSyncExternalStore(subscribeToStreamStatus, getStreamStatus)
  // What is read before the stream is open could miss what arrives in between.
  if (stream === 'opening') return null
  return (
    <Routes>
      <Route path="/" element={<LastPlace />} />
      <Route path="/:connection/*" element={<ConnectionScreens />} />
    </Routes>
  )
}

/** Where the last page was left; at the first start, the setup. */
function LastPlace() {
  const places = usePlacesAtStart().data
  const connections = useService('listConnections').data ?? []
  const last = connections.find(({ slug }) => slug === places?.last)
  const first = connections.find(({ slug }) => slug === 'default') ?? connections[0]
  const { slug = 'default' } = last ?? first ?? {}
  return <Navigate to={toAddress(slug, places ?? noPlaces)} replace />
}

function ConnectionScreens() {
  const { connection = 'default', '*': screen } = useParams()
  const connections = useService('listConnections').data ?? []
  const [first] = connections
  const own = connections.find(({ slug }) => slug === connection)
  if (!own) {
    // Who has just deleted it, here or in another tab, still sees the others.
    if (screen === 'connections' && first) return <Navigate to={`/${first.slug}/connections`} replace />
    return <UnknownConnection slug={connection} connections={connections} />
  }
  return <Screen connection={connection} name={own.name} />
}

function Screen({ connection, name }: { readonly connection: string; readonly name: string }) {
  useRememberedPlace(connection)
  return (
    <TitleEnd value={`${name} · Rollcall`}>
      <Frame connection={connection}>
        <Routes>
          <Route path="setup/guide" element={<GuidePage key={connection} connection={connection} />} />
          <Route path="setup/:step?" element={<SetupWizard key={connection} connection={connection} />} />
          <Route path="activity/:exchange?" element={<MonitorPage key={connection} connection={connection} />} />
          <Route path="errors" element={<ErrorLogPage key={connection} connection={connection} />} />
          <Route path="learners/groups/:group" element={<GroupProfile key={connection} connection={connection} />} />
          <Route path="learners/:learner?" element={<LearnersPage key={connection} connection={connection} />} />
          <Route path="connections" element={<ConnectionsPage connection={connection} />} />
          <Route path="settings" element={<SettingsPage key={connection} connection={connection} />} />
          <Route path="*" element={<Navigate to={`/${connection}/setup`} replace />} />
        </Routes>
      </Frame>
    </TitleEnd>
  )
}
