import { CopyField } from '../../components/CopyField.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { useService } from '../../useService.ts'
import { FactList } from './FactList.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Which Rollcall this is, and where its data are. */
export function AboutSettings() {
  const status = useService('getStatus').data
  return (
    <SettingsSection title="This Rollcall" about="Nothing leaves this machine unless you send it.">
      <CopyField label="Data folder" value={status?.dataDir ?? '…'} />
      <FactList
        facts={[
          { name: 'Version', value: status?.version },
          { name: 'Running since', value: status && <Timestamp at={status.startedAt} /> },
        ]}
      />
    </SettingsSection>
  )
}
