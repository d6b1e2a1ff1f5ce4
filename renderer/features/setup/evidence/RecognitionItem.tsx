import { type Guide, toText } from '#contract/guides/guide.ts'
import type { ProofState, SetupState } from '#contract/setup.ts'
import { Words } from '../../../components/Words.tsx'
import { ProofItem } from './ProofItem.tsx'

interface RecognitionItemProps {
  readonly state: SetupState
  readonly guide: Guide
}

/** Whether a request told who sent it. What was chosen never does: it says what is expected. */
export function RecognitionItem({ state, guide }: RecognitionItemProps) {
  return (
    <ProofItem
      connection={state.connection.slug}
      proof={state.recognised}
      titles={toTitles(guide)}
      waiting={
        <>
          {state.recognised.state === 'waiting' && guide.test.button !== null
            ? 'It comes with the connection test in step 3. '
            : null}
          <Words>{toText(guide.recognition.about)}</Words>
        </>
      }
    />
  )
}

function toTitles({ name, recognition }: Guide): Readonly<Record<ProofState, string>> {
  const rehearsed = `The simulator acted as ${name}`
  const verified = `${name} has been recognised`
  switch (recognition.caller) {
    case null:
      return {
        waiting: `Waiting for the first request with ${name}’s token`,
        seen: `A client with ${name}’s token has called`,
        rehearsed,
        verified,
      }
    case 'any':
      return {
        waiting: `Waiting for the first request from ${name}`,
        seen: 'A request came',
        rehearsed: 'The simulator sent the first request',
        verified: 'A client with your token has called',
      }
    default:
      return {
        waiting: `Waiting for the first request from ${name}`,
        seen: `A request came, not recognised as ${name}`,
        rehearsed,
        verified,
      }
  }
}
