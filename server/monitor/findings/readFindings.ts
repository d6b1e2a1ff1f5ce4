import type { Finding } from '#contract/exchange.ts'
import { type Service, toScimUrl } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import { findPlace } from '../catalogue/places.ts'
import { toIgnored } from '../errorLog.ts'
import { writeOut } from '../explain.ts'
import { findEmptyGroups, findNeverSeen } from './absences.ts'
import { findingTexts } from './findingTexts.ts'
import { findIncomplete } from './incomplete.ts'
import { findLookedUpNotCreated, findLookUpMissedHolder } from './lookUps.ts'
import { findSameConflict, findSameUpdate } from './repeats.ts'
import { createScene, type Detector, type Found, type Scene } from './scene.ts'
import { findNothingArrived, findOnlyTested, findSilent, findStoppedAfterRefusal } from './silence.ts'

/** What stops everything comes first. */
const detectors: readonly Detector[] = [
  findNothingArrived,
  findStoppedAfterRefusal,
  findSilent,
  findOnlyTested,
  findLookedUpNotCreated,
  findLookUpMissedHolder,
  findSameConflict,
  findSameUpdate,
  findNeverSeen,
  findEmptyGroups,
  findIncomplete,
]

const newestShown = 5

/**
 * What the exchanges of a connection show together, almost always the real ones, at this moment. It is computed when it is asked for, by short looks at the
 * newest exchanges of each kind, so that recording does not pay for it.
 */
export function readFindings(service: Service, connection: StoredConnection): Finding[] {
  const scene = createScene(service, connection)
  const ignored = new Map(service.stores.ignoredCauses.list(connection.id).map((one) => [one.key, one]))
  return detectors
    .flatMap((detect) => detect(scene))
    .map((found) => {
      const finding = toFinding(scene, found)
      const stored = ignored.get(finding.key)
      const newCount = finding.exchangeIds.filter((id) => id > (stored?.lastExchangeId ?? 0)).length
      return { ...finding, ignored: toIgnored(stored, newCount) }
    })
}

function toFinding({ service, connection, isShown }: Scene, { id, exchanges, subject }: Found): Omit<Finding, 'ignored'> {
  const [newest] = exchanges
  // A silence goes on whether or not the last request before it was cleared.
  const left = exchanges.filter(isShown)
  const facts = {
    provider: connection.provider,
    caller: newest?.caller ?? 'unknown',
    detail: null,
    target: newest?.target ?? '',
    status: newest?.status ?? 0,
    method: newest?.method ?? 'GET',
    scimUrl: toScimUrl(service, connection.slug),
    subject,
    count: exchanges.length,
  }
  const explanation = { id, ...writeOut(findingTexts[id], { ...facts, place: findPlace(facts) }) }
  const shown = left.slice(0, newestShown).flatMap((exchange) => service.stores.exchanges.get(exchange.id) ?? [])
  const simulated = shown.length > 0 && shown.every(({ simulation }) => simulation !== null)
  return {
    // Two providers may show the same thing, and so may the simulator. No key of a cause begins like this.
    key: `finding:${id} ${facts.caller}${simulated ? ' simulated' : ''}`,
    explanation,
    count: left.length,
    exchanges: shown.map(service.stores.exchanges.toSummary),
    exchangeIds: left.map((exchange) => exchange.id),
    simulated,
  }
}
