import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useService } from '../../useService.ts'
import { AboutSettings } from './AboutSettings.tsx'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { CleanStart } from './CleanStart.tsx'
import { ConnectionSettings } from './ConnectionSettings.tsx'
import { ExtensionSettings } from './extensions/ExtensionSettings.tsx'
import { FaultSettings } from './faults/FaultSettings.tsx'
import { KeyboardSettings } from './KeyboardSettings.tsx'
import { NetworkSettings } from './NetworkSettings.tsx'
import { ReplySettings } from './ReplySettings.tsx'
import { RetentionSettings } from './retention/RetentionSettings.tsx'
import { SimulationSettings } from './SimulationSettings.tsx'
import { SwitchSettings } from './SwitchSettings.tsx'
import { TokenSettings } from './TokenSettings.tsx'
import { ToleranceSettings } from './ToleranceSettings.tsx'

interface SettingsPageProps {
  readonly connection: string
}

/** Settings: of the connection first, then of the program. */
export function SettingsPage({ connection }: SettingsPageProps) {
  const { data, error, refetch } = useService('getSetup', { params: { connection } })
  return (
    <Box sx={{ p: { xs: 2, sm: 3 }, maxWidth: 1080 }}>
      <ScreenHeader title="Settings" />
      {error && !data && <ErrorNotice title="The settings could not be read" error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SettingsSkeleton />}
      {data && (
        <>
          <ConnectionSettings connection={data.connection} />
          <SwitchSettings connection={data.connection} />
          <ReplySettings connection={data.connection} />
          <RetentionSettings connection={data.connection} />
          <ExtensionSettings connection={connection} />
          <ToleranceSettings connection={data.connection} />
          <TokenSettings connection={connection} tokens={data.tokens} />
          <NetworkSettings connection={connection} scimUrl={data.scimUrl} publicUrl={data.publicUrl} />
          <FaultSettings connection={connection} />
          <SimulationSettings connection={connection} />
          <AppearanceSettings />
          <KeyboardSettings />
          <CleanStart />
          <AboutSettings />
        </>
      )}
    </Box>
  )
}

function SettingsSkeleton() {
  return (
    <Box role="group" aria-busy aria-label="The settings are being read" sx={{ display: 'grid', gap: 3 }}>
      <Skeleton variant="rounded" height={120} />
      <Skeleton variant="rounded" height={280} />
      <Skeleton variant="rounded" height={160} />
    </Box>
  )
}
