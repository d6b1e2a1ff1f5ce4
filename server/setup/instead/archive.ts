import { findGuide } from '#contract/guides/findGuide.ts'
import type { Instead } from '#contract/setup.ts'
import type { Evidence } from '../evidence.ts'
import { toLabels, toSentence } from '../providerLabels.ts'
import { setsInactive } from './setsInactive.ts'
import { type Candidate, findNewestInstead, findReal, toName, toSummary, toWho } from './sighting.ts'

/** What came where a deactivation is waited for. */
export const findInsteadOfArchive = (evidence: Evidence): Instead | null =>
  findNewestInstead(evidence, [findDeleted, findArchivedAlready, findRestored])

const deactivate = ({ connection }: Evidence): string => toSentence(toLabels(connection.provider).switches.deactivate)

const findDeleted: Candidate = (evidence) => {
  const deleted = findReal(evidence, 'deleted')
  if (deleted?.resourceType !== 'User') return null
  return {
    kind: 'deleted',
    exchange: toSummary(evidence, deleted),
    sentence: `${toWho(evidence, deleted)} deleted ${toName(deleted)} instead of deactivating: whoever comes back is a new learner then.`,
    fix: [deactivate(evidence), toSentence(findGuide(evidence.connection.provider).fixes.archiveInstead)],
  }
}

const findArchivedAlready: Candidate = (evidence) => {
  const updated = findReal(evidence, 'updated')
  if (!updated?.changedNothing || !setsInactive(updated)) return null
  return {
    kind: 'archivedAlready',
    exchange: toSummary(evidence, updated),
    sentence: `${toWho(evidence, updated)} deactivated ${toName(updated)}, who was archived already.`,
    fix: [
      'Take the access away from somebody who is active under *Learners*, or give it back to this person and take it away again.',
    ],
  }
}

const findRestored: Candidate = (evidence) => {
  const restored = findReal(evidence, 'restored')
  if (!restored) return null
  return {
    kind: 'restored',
    exchange: toSummary(evidence, restored),
    sentence: `${toWho(evidence, restored)} restored ${toName(restored)} instead of archiving anybody.`,
    fix: ['Take the access of a person away who is active here.', deactivate(evidence)],
  }
}
