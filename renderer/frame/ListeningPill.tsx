import { useSyncExternalStore } from 'react'
import type { ServiceStatus } from '#contract/console.ts'
import type { SetupState } from '#contract/setup.ts'
import { CopyField } from '../components/CopyField.tsx'
import type { Meaning } from '../components/meaning.ts'
import { Timestamp } from '../components/Timestamp.tsx'
import type { StreamStatus } from '../readStream.ts'
import { getStreamStatus, subscribeToStreamStatus } from '../service.ts'
import { useService } from '../useService.ts'
import { Pill } from './Pill.tsx'

interface Listening {
  readonly meaning: Meaning
  readonly word: string
  /** What it means and what to do; none where all is well. */
  readonly explanation?: string
}

function toListening(stream: StreamStatus, setup: SetupState | undefined, port: string): Listening {
  if (stream === 'reconnecting') {
    return {
      meaning: 'failed',
      word: 'No contact with the service',
      explanation:
        'This page shows what it last heard and tries again by itself. If it stays so, see whether Rollcall is still running.',
    }
  }
  const settings = setup?.connection.settings
  if (settings?.paused) {
    return {
      meaning: 'attention',
      word: 'Paused',
      explanation: 'Every request is answered with 503, try again later. Resume in Settings.',
    }
  }
  if (settings && !settings.switches.scim) {
    return {
      meaning: 'attention',
      word: 'SCIM is off',
      explanation: 'Every request is answered with 403. Turn SCIM on in step 4 of the setup.',
    }
  }
  if (setup?.tokenStored && setup.lastArrival === null) {
    return {
      meaning: 'attention',
      word: `Nothing has reached port ${port} yet`,
      explanation:
        'Rollcall listens, but no request has come. A provider in the cloud needs a public URL to reach this machine; Troubleshoot in the setup says what is in the way.',
    }
  }
  return { meaning: 'proven', word: 'Listening' }
}

const portOf = (status: ServiceStatus | undefined) => status?.scimAddress.split(':').at(-1) ?? ''

/** Whether the SCIM endpoint is listening, and where. */
export function ListeningPill({ connection }: { readonly connection: string }) {
  const stream = useSyncExternalStore(subscribeToStreamStatus, getStreamStatus)
  const status = useService('getStatus').data
  const setup = useService('getSetup', { params: { connection } }).data
  const { meaning, word, explanation } = toListening(stream, setup, portOf(status))
  return (
    <Pill meaning={meaning} word={word} value={status?.scimAddress ?? ''} title={word}>
      {explanation === undefined ? null : <span>{explanation}</span>}
      {status === undefined ? null : (
        <CopyField label="The SCIM endpoint listens on" value={status.scimAddress} copyLabel="Copy address" />
      )}
      {setup?.lastArrival ? (
        <span>
          Last request: <Timestamp at={setup.lastArrival.at} />, {setup.lastArrival.exchange.sentence}
        </span>
      ) : (
        <span>No request has arrived for this connection yet.</span>
      )}
      {status === undefined ? null : (
        <span>
          Rollcall {status.version}, running since <Timestamp at={status.startedAt} />. This page: {status.consoleAddress}.
        </span>
      )}
    </Pill>
  )
}
