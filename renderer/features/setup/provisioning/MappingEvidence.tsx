import type { SetupState } from '#contract/setup.ts'
import type { Meaning } from '../../../components/meaning.ts'
import { formatCount } from '../../../format.ts'
import { EvidenceItem } from '../evidence/EvidenceItem.tsx'

interface MappingEvidenceProps {
  readonly state: SetupState
  readonly providerName: string
}

interface Verdict {
  readonly meaning: Meaning
  readonly word: string
  readonly title: string
  readonly text: string
}

function judge({ mappings }: SetupState, providerName: string): Verdict {
  const missing = mappings.filter((mapping) => mapping.required && mapping.state === 'missing')
  const expected = mappings.filter(({ origin }) => origin !== 'other')
  const seenCount = expected.filter((mapping) => mapping.state === 'seen').length
  const rehearsedCount = expected.filter((mapping) => mapping.state === 'rehearsed').length
  if (seenCount === 0 && rehearsedCount === 0) {
    return {
      meaning: 'waiting',
      word: 'Waiting',
      title: 'Waiting for the first learner',
      text: `The mappings can be read only from a learner that ${providerName} sends. Below is what to expect.`,
    }
  }
  if (missing.length > 0) {
    return {
      meaning: 'attention',
      word: 'Incomplete',
      title: `${formatCount(missing.length, 'required attribute')} never arrived`,
      text: `${missing.map(({ attribute }) => attribute).join(', ')}: add ${missing.length === 1 ? 'it' : 'them'} to the mappings in ${providerName}.`,
    }
  }
  const doubtful = mappings.filter(({ doubt }) => doubt !== null)
  if (doubtful.length > 0) {
    return {
      meaning: 'attention',
      word: seenCount === 0 ? 'Rehearsed' : 'Look at this',
      title: `${formatCount(doubtful.length, 'attribute')} with a value that looks wrong`,
      text: doubtful.map(({ shortName, doubt }) => `${shortName}: ${doubt?.sentence}`).join(' '),
    }
  }
  if (seenCount === 0) {
    return {
      meaning: 'rehearsed',
      word: 'Rehearsed',
      title: 'The simulator sent every required attribute',
      text: `That says nothing about the mappings in ${providerName} yet.`,
    }
  }
  return {
    meaning: 'proven',
    word: 'Verified',
    title: 'Every required attribute arrives',
    text: `${seenCount} of ${expected.length} expected attributes seen in real requests.`,
  }
}

/** The mappings in one sentence. */
export function MappingEvidence({ state, providerName }: MappingEvidenceProps) {
  const { meaning, word, title, text } = judge(state, providerName)
  return (
    <EvidenceItem meaning={meaning} word={word} title={title}>
      {text}
    </EvidenceItem>
  )
}
