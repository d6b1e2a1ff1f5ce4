import type { Action, ExchangeSummary } from '#contract/exchange.ts'
import type { Caller } from '#contract/provider.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import type { Trace, TraceOutcome } from '../../storage/recentTraces.ts'
import type { ExchangeProofQuery } from '../../storage/storedExchange.ts'

/** The patterns that are looked for. */
export type FindingId =
  | 'nothingArrived'
  | 'stoppedAfterRefusal'
  | 'silent'
  | 'onlyTested'
  | 'lookedUpNotCreated'
  | 'lookUpMissedHolder'
  | 'sameConflictAgain'
  | 'sameUpdateAgain'
  | 'updateNeverSeen'
  | 'deactivateNeverSeen'
  | 'groupsStayEmpty'
  | 'surnameMissing'
  | 'emailEmpty'

/** What is needed of an exchange that shows something. */
export type Sight = Pick<ExchangeSummary, 'id' | 'receivedAt' | 'caller' | 'status' | 'method' | 'target'>

/** What was noticed, with the exchanges that show it. */
export interface Found {
  readonly id: FindingId
  /** Newest first; none where it is their absence. */
  readonly exchanges: readonly Sight[]
  /** What the text speaks of: a name, an attribute, a duration. */
  readonly subject: string
}

/** What detectors look at. Nothing of it is computed before it is asked for. */
export interface Scene {
  readonly service: Service
  readonly connection: StoredConnection
  /** Milliseconds since 1970. */
  readonly nowMs: number
  /** False for what was cleared from the list. It is not told about again; that it was there may still speak against a pattern. */
  readonly isShown: (exchange: Pick<Sight, 'id'>) => boolean
  /** Newest first. */
  readonly recent: (action: Action, outcome?: TraceOutcome) => readonly Trace[]
  /** The newest real exchange of a caller, whatever became of it. */
  readonly last: (caller: Caller) => ExchangeSummary | undefined
  /** Of real exchanges. */
  readonly newest: (query: Omit<ExchangeProofQuery, 'simulated'>) => ExchangeSummary | undefined
}

/** Looks for one kind of pattern. */
export type Detector = (scene: Scene) => Found[]

/** @see Scene */
export function createScene(service: Service, connection: StoredConnection): Scene {
  const { exchanges, exchangeClearing, traces } = service.stores
  const known = new Map<string, readonly Trace[]>()
  const newest: Scene['newest'] = (query) => exchanges.newest(connection.id, { ...query, simulated: false })
  const isIdShown = exchangeClearing.readShown(connection.id)
  const lasts = new Map<Caller, ExchangeSummary | undefined>()
  return {
    service,
    connection,
    nowMs: Date.parse(service.now()),
    isShown: ({ id }) => isIdShown(id),
    recent: (action, outcome = 'succeeded') => {
      const key = `${action} ${outcome}`
      const found = known.get(key) ?? traces.recent(connection.id, { action, outcome })
      known.set(key, found)
      return found
    },
    last: (caller) => {
      if (!lasts.has(caller)) lasts.set(caller, findLast(newest, caller))
      return lasts.get(caller)
    },
    newest,
  }
}

function findLast(newest: Scene['newest'], caller: Caller): ExchangeSummary | undefined {
  const [succeeded, failed] = [true, false].map((outcome) => newest({ caller, succeeded: outcome }))
  return (succeeded?.id ?? 0) > (failed?.id ?? 0) ? succeeded : failed
}

export const seconds = 1000
export const minutes = 60 * seconds
export const hours = 60 * minutes
export const days = 24 * hours

/** When an exchange arrived, in milliseconds since 1970. */
export const timeOf = ({ receivedAt }: Pick<Sight, 'receivedAt'>): number => Date.parse(receivedAt)

/** How long ago it arrived, in milliseconds. */
export const ageOf = ({ nowMs }: Scene, exchange: Pick<Sight, 'receivedAt'>): number => nowMs - timeOf(exchange)

/** The exchanges of each caller by themselves. */
export function byCaller<One extends Sight>(traces: readonly One[]): [Caller, readonly One[]][] {
  return [...Map.groupBy(traces, ({ caller }) => caller)]
}

/** "3 hours", "2 days": whole ones, and at least one. */
export function toDuration(ms: number): string {
  const [size, noun] = ms >= 2 * days ? [days, 'day'] : ms >= 2 * hours ? [hours, 'hour'] : [minutes, 'minute']
  const count = Math.max(1, Math.floor(ms / size))
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
