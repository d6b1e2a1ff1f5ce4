import type { Finding } from '#contract/exchange.ts'
import { type Service, toScimUrl } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import { findPlace } from '../catalogue/places.ts'
import { writeOut } from '../explain.ts'
import { findEmptyGroups, findNeverSeen } from './absences.ts'
import { findingTexts } from './findingTexts.ts'
import { findLookedUpNotCreated, findLookUpMissedHolder } from './lookUps.ts'
import { findSameConflict, findSameUpdate } from './repeats.ts'
import { createScene, type Detector, type Found } from './scene.ts'
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
]

const newestShown = 5

/**
 * What the real exchanges of a connection show together, at this moment. It is computed when it is asked for, by short looks at the
 * newest exchanges of each kind, so that recording does not pay for it.
 */
export function readFindings(service: Service, connection: StoredConnection): Finding[] {
  const scene = createScene(service, connection)
  return detectors.flatMap((detect) => detect(scene)).map((found) => toFinding(service, connection, found))
}

function toFinding(service: Service, connection: StoredConnection, { id, exchanges, subject }: Found): Finding {
  const [newest] = exchanges
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
  const shown = exchanges.slice(0, newestShown).flatMap((exchange) => service.stores.exchanges.get(exchange.id) ?? [])
  return { explanation, count: exchanges.length, exchanges: shown.map(service.stores.exchanges.toSummary) }
}
