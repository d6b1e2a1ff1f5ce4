import type { Instead } from '#contract/setup.ts'
import { type Evidence, findExchange } from '../evidence.ts'
import { toLabels, toSentence } from '../providerLabels.ts'
import { type Candidate, findLookUp, findNewestInstead, findReal, toName, toSought, toSummary, toWho } from './sighting.ts'

/** What came where a create is waited for. Nobody was created by this connection's provider yet. */
export const findInsteadOfCreate = (evidence: Evidence): Instead | null =>
  findNewestInstead(evidence, [findLinked, findLookedUp, findRestored, findGroup])

/** Who is a learner already is not created, so that nothing is to be seen with them. */
const takeSomebodyElse = ({ connection }: Evidence): string[] => [
  'To see a create, take a person who is not under *Learners* here yet.',
  toSentence(toLabels(connection.provider).assign),
]

const findLinked: Candidate = (evidence) => {
  const changed = findReal(evidence, 'updated', 'archived')
  if (!changed) return null
  return {
    kind: 'linkedExisting',
    exchange: toSummary(evidence, changed),
    sentence: `${toWho(evidence, changed)} changed ${toName(changed)}, who was a learner here before: it linked the two and has nobody to create.`,
    fix: takeSomebodyElse(evidence),
  }
}

const findLookedUp: Candidate = (evidence) => {
  const lookUp = findLookUp(evidence)
  const exchange = lookUp && evidence.service.stores.exchanges.get(lookUp.id)
  if (!lookUp || !exchange) return null
  const labels = toLabels(evidence.connection.provider)
  const about = { exchange: toSummary(evidence, exchange) }
  const looked = `${toWho(evidence, exchange)} looked for ${toSought(lookUp.target)}`
  if (!lookUp.foundNobody) {
    return {
      ...about,
      kind: 'foundSomebody',
      sentence: `${looked} and found a learner who is here already, so it creates nobody.`,
      fix: takeSomebodyElse(evidence),
    }
  }
  return {
    ...about,
    kind: 'onlyLookedUp',
    sentence: `${looked} and found nobody. A create comes next, most often within seconds.`,
    fix: [`If none comes: ${labels.switches.create}.`, toSentence(`then ${labels.assign}`)],
  }
}

/** A setting of this connection lets a create bring back who was archived. */
const findRestored: Candidate = (evidence) => {
  const restored = findReal(evidence, 'restored')
  if (restored?.method !== 'POST') return null
  return {
    kind: 'restored',
    exchange: toSummary(evidence, restored),
    sentence: `${toWho(evidence, restored)} sent ${toName(restored)} as new, and the archived learner of this userName was restored.`,
    fix: takeSomebodyElse(evidence),
  }
}

/** Groups alone: people are assigned by other means, or not at all. */
const findGroup: Candidate = (evidence) => {
  const about = { simulated: false, authenticated: true }
  const group = findExchange(evidence, { ...about, actions: ['groupChanged'] })
  if (!group || findExchange(evidence, { ...about, actions: ['created', 'updated', 'archived', 'restored', 'deleted'] }))
    return null
  const labels = toLabels(evidence.connection.provider)
  return {
    kind: 'groupInstead',
    exchange: group,
    sentence: `${toWho(evidence, group)} sent a group and no person: a group creates no learners here.`,
    fix: [toSentence(labels.assign), `If groups are not wanted: ${labels.groupsOff}.`],
  }
}
