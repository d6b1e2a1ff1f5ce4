import Link from '@mui/material/Link'
import { Link as RouterLink } from 'react-router'
import { CopyField } from '../components/CopyField.tsx'
import { useService } from '../useService.ts'
import { Pill } from './Pill.tsx'

/** What the outside sees: the public URL, or that there is none. */
export function PublicUrlPill({ connection }: { readonly connection: string }) {
  const status = useService('getStatus').data
  const setup = useService('getSetup', { params: { connection } }).data
  // Once requests arrive, they find their way without one.
  const isMissed = Boolean(setup?.connection.provider && setup.connection.provider !== 'other' && setup.lastArrival === null)
  const change = (
    <Link component={RouterLink} to={`/${connection}/setup/credentials`}>
      {status?.publicUrl ? 'Change it in step 1 of the setup' : 'Enter one in step 1 of the setup'}
    </Link>
  )
  if (!status?.publicUrl) {
    return (
      <Pill meaning={isMissed ? 'attention' : 'neutral'} word="No public URL" title="No public URL">
        <span>
          Only programs on this machine can reach {status?.scimAddress}. Okta, Entra ID and other providers in the cloud need a
          tunnel with a public address, or their own agent in your network.
        </span>
        {change}
      </Pill>
    )
  }
  return (
    <Pill meaning="proven" word="Public" value={status.publicUrl.replace(/^https?:\/\//, '')} title="The outside sees">
      <CopyField label="Public URL" value={status.publicUrl} />
      {setup ? <CopyField label="SCIM URL of this connection" value={setup.scimUrl} /> : null}
      {change}
    </Pill>
  )
}
