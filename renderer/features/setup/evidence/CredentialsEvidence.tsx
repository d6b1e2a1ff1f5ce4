import { callerNames } from '#contract/provider.ts'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { usableTokens } from '../credentials/usableTokens.ts'
import type { StepProps } from '../stepProps.ts'
import { EvidenceItem } from './EvidenceItem.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'

/** Step 1: whether the outside can reach the endpoint, whether the token is stored, whether anyone used it. */
export function CredentialsEvidence({ state, guide }: StepProps) {
  const { publicUrl, scimUrl, tokens, tokenStored, lastArrival } = state
  const usable = usableTokens(tokens)
  const newest = usable[0]
  const used = usable
    .filter((token) => token.lastUsedAt !== null)
    .sort((a, b) => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? ''))[0]
  const isLocal = newest?.kind === 'environment'
  return (
    <EvidencePanel state={state} title={`What ${guide.name} has done`} patience={null}>
      {publicUrl === null ? (
        <EvidenceItem
          meaning={lastArrival ? 'neutral' : 'waiting'}
          word="Local only"
          title={lastArrival ? 'Reached without a public URL' : 'Waiting for a public URL'}
        >
          Programs on this machine reach {scimUrl.split('/')[2]} already. A provider in the cloud needs the tunnel’s address.
        </EvidenceItem>
      ) : (
        <EvidenceItem
          meaning={lastArrival ? 'proven' : 'seen'}
          word={lastArrival ? 'Reached' : 'Set'}
          title="The public URL is set"
        >
          {publicUrl}
          {lastArrival ? null : '. The first request through it proves that it leads here.'}
        </EvidenceItem>
      )}
      {newest === undefined ? (
        <EvidenceItem meaning="waiting" word="Waiting" title="Waiting for a token">
          Press Generate token. Until then every request is answered with 401.
        </EvidenceItem>
      ) : tokenStored || isLocal ? (
        <EvidenceItem meaning="proven" word="Stored" title={`You have stored the token ending in ${newest.lastFour}`}>
          Created <Timestamp at={newest.createdAt} />. It cannot be shown again.
        </EvidenceItem>
      ) : (
        <EvidenceItem meaning="seen" word="Not stored" title={`The token ending in ${newest.lastFour} exists`}>
          Say that you have stored it; then this step is done.
        </EvidenceItem>
      )}
      {used?.lastUsedAt ? (
        <EvidenceItem meaning="proven" word="Used" title={`The token ending in ${used.lastFour} is in use`}>
          Last used <Timestamp at={used.lastUsedAt} />
          {lastArrival
            ? ` by ${callerNames[lastArrival.caller] === 'A client' ? 'a client' : callerNames[lastArrival.caller]}`
            : null}
          .
        </EvidenceItem>
      ) : (
        <EvidenceItem meaning="waiting" word="Waiting" title="Nobody has used a token yet">
          The token goes into {guide.name} in step 3. Its first use shows here.
        </EvidenceItem>
      )}
    </EvidencePanel>
  )
}
