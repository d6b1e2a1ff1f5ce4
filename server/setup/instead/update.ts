import type { Instead } from '#contract/setup.ts'
import type { Trace } from '../../storage/recentTraces.ts'
import type { Evidence } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'
import { readSentAttributes, type SentAttributes } from '../sentAttributes.ts'
import { setsInactive } from './setsInactive.ts'
import { type Candidate, findNewestInstead, findReal, toName, toSummary, toWho } from './sighting.ts'

/** What came where an update is waited for. */
export const findInsteadOfUpdate = (evidence: Evidence): Instead | null =>
  findNewestInstead(evidence, [findWithoutEffect, findCreatedAgain, findRestored])

const changeSomething = 'Change the last name, or another mapped attribute, of a person who is a learner here, and save.'

const findWithoutEffect: Candidate = (evidence) => {
  const updated = findReal(evidence, 'updated')
  if (!updated?.changedNothing || setsInactive(updated)) return null
  return {
    kind: 'changedNothing',
    exchange: toSummary(evidence, updated),
    sentence: `${toWho(evidence, updated)} sent an update of ${toName(updated)} that changed nothing: all of it was here already.`,
    fix: [
      changeSomething,
      `If you did: look in ${toLabels(evidence.connection.provider).mappingsPlace} whether the attribute is mapped.`,
    ],
  }
}

/** The same person as a second learner, where the change of what people are matched by makes them another. */
const findCreatedAgain: Candidate = (evidence) => {
  const { service, connection } = evidence
  const [newest, ...older] = service.stores.traces.recent(connection.id, { action: 'created', outcome: 'succeeded' })
  const shared = newest && older.length > 0 ? findShared(newest, older) : undefined
  const exchange = shared && newest && service.stores.exchanges.get(newest.id)
  if (!exchange) return null
  return {
    kind: 'createdAgain',
    exchange: toSummary(evidence, exchange),
    sentence: `${toWho(evidence, exchange)} created ${toName(exchange)} as a second learner instead of changing the first: both have the same ${shared}.`,
    fix: [
      `Let it match people by an attribute that stays the same: look in ${toLabels(connection.provider).mappingsPlace}.`,
      changeSomething,
    ],
  }
}

const identifying = [
  ['externalId', /^externalid$/],
  ['e-mail address', /^emails\b.*\.value$/],
] as const

/** By what a new learner is the same person as an earlier one. */
function findShared(newest: Trace, older: readonly Trace[]): string | undefined {
  const own = readSent(newest)
  const others = older.filter(({ resourceId }) => resourceId !== newest.resourceId).map(readSent)
  return identifying.find(([, key]) => others.some((other) => sharesValue(own, other, key)))?.[0]
}

const readSent = ({ requestBody }: Trace) => readSentAttributes('POST', requestBody, new Set())

function sharesValue(own: SentAttributes, other: SentAttributes, key: RegExp): boolean {
  const valuesOf = (sent: SentAttributes) =>
    [...sent].flatMap(([path, { example }]) => (key.test(path) && example ? [example.toLowerCase()] : []))
  const known = new Set(valuesOf(other))
  return valuesOf(own).some((value) => known.has(value))
}

const findRestored: Candidate = (evidence) => {
  const restored = findReal(evidence, 'restored')
  if (!restored || restored.method === 'POST') return null
  return {
    kind: 'restored',
    exchange: toSummary(evidence, restored),
    sentence: `${toWho(evidence, restored)} restored ${toName(restored)}. That changes active alone and proves no update.`,
    fix: [changeSomething],
  }
}
