import Link from '@mui/material/Link'
import { Link as RouterLink } from 'react-router'
import { findGuide } from '#contract/guides/findGuide.ts'
import type { CheckedOutside } from '#contract/reach.ts'
import type { SetupState } from '#contract/setup.ts'
import { CopyField } from '../components/CopyField.tsx'
import type { Meaning } from '../components/meaning.ts'
import { Timestamp } from '../components/Timestamp.tsx'
import { useService } from '../useService.ts'
import { Pill } from './Pill.tsx'

/** What the outside sees: the public URL and whether it is known to lead here, or that there is none. */
export function PublicUrlPill({ connection }: { readonly connection: string }) {
  const status = useService('getStatus').data
  const setup = useService('getSetup', { params: { connection } }).data
  const check = useService('getReach', { params: { connection } }).data?.check ?? null
  // Once requests arrive, they find their way without one.
  const isMissed = setup?.lastArrival === null && findGuide(setup.connection.provider).reach.isCloud
  const change = (
    <Link component={RouterLink} to={`/${connection}/setup/credentials`}>
      {status?.publicUrl ? 'Change or check it in step 1 of the setup' : 'Enter one in step 1 of the setup'}
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
  const { meaning, word } = toPublic(check, setup?.lastArrival ?? null)
  return (
    <Pill meaning={meaning} word={word} value={status.publicUrl.replace(/^https?:\/\//, '')} title="The outside sees">
      <CopyField label="Public URL" value={status.publicUrl} />
      {setup ? <CopyField label="SCIM URL of this connection" value={setup.scimUrl} /> : null}
      {check === null ? (
        <span>Not checked from outside since Rollcall started.</span>
      ) : (
        <span>
          Checked <Timestamp at={check.at} />: {check.finding} {check.fix}
        </span>
      )}
      {change}
    </Pill>
  )
}

/** That one is set proves nothing, and a request may have come from this machine: only a check proves. A request since takes back what it found. */
function toPublic(check: CheckedOutside | null, lastArrival: SetupState['lastArrival']): { meaning: Meaning; word: string } {
  const hasArrived = lastArrival?.exchange.simulation === null && (check === null || lastArrival.at > check.at)
  if (check !== null && check.kind !== 'ok' && !hasArrived) return { meaning: 'attention', word: 'Public URL fails' }
  return { meaning: check?.kind === 'ok' ? 'proven' : 'neutral', word: 'Public' }
}
