import { CopyField } from '../../components/CopyField.tsx'
import { PublicUrlForm } from '../../reach/PublicUrlForm.tsx'
import { useService } from '../../useService.ts'
import { FactList } from './FactList.tsx'
import { SettingsSection } from './SettingsSection.tsx'

interface NetworkSettingsProps {
  readonly connection: string
  readonly scimUrl: string
  readonly publicUrl: string | null
}

/** Where Rollcall listens, and how it is reached from outside. */
export function NetworkSettings({ connection, scimUrl, publicUrl }: NetworkSettingsProps) {
  const status = useService('getStatus').data
  return (
    <SettingsSection
      title="Network"
      about="A tunnel or an agent needs the SCIM address alone. The console answers this machine only."
    >
      <PublicUrlForm
        key={publicUrl}
        connection={connection}
        publicUrl={publicUrl}
        hint="Scheme and host of the tunnel, without a path. Empty: the address that a request names is used."
      />
      <CopyField label="SCIM URL of this connection" value={scimUrl} />
      <FactList
        facts={[
          { name: 'SCIM listener', value: status?.scimAddress },
          { name: 'Console listener', value: status?.consoleAddress },
        ]}
      />
    </SettingsSection>
  )
}
