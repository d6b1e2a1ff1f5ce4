import type { ExchangeSummary } from '#contract/exchange.ts'
import type { Diagnosis, Proof } from '#contract/setup.ts'
import { toSetupOptions } from './console/setupOptions.ts'
import { readReach } from './reach/readReach.ts'
import type { Service } from './service.ts'
import { diagnose } from './setup/diagnose.ts'
import type { Evidence } from './setup/evidence.ts'
import { proveArchived, proveCreated, proveUpdated } from './setup/steps/test.ts'
import type { StoredConnection } from './storage/connectionStore.ts'

/** What can be waited for, as it is written behind `--wait-for`. */
export const waitedActions = ['create', 'update', 'deactivate'] as const
export type WaitedAction = (typeof waitedActions)[number]

/** What a command line waits for. */
export interface WaitOrder {
  readonly actions: readonly WaitedAction[]
  readonly timeoutMs: number
  /** Slug. */
  readonly connection: string
  /** What the simulator did counts as well. */
  readonly acceptsRehearsed: boolean
}

/** An action that came about since the service was started. */
export interface ProvenAction {
  readonly action: WaitedAction
  readonly state: 'verified' | 'rehearsed'
  readonly exchange: ExchangeSummary
}

/** How the waiting ended. */
export type WaitResult =
  | { readonly result: 'proven' }
  | { readonly result: 'timedOut'; readonly missing: readonly WaitedAction[]; readonly diagnosis: Diagnosis }

const proofs: Readonly<Record<WaitedAction, (evidence: Evidence) => Proof>> = {
  create: proveCreated,
  update: proveUpdated,
  deactivate: proveArchived,
}
const shownBy = { create: 'created', update: 'updated', deactivate: 'archived' } as const

/** Under a storm of requests it is looked no more often. */
const lookEveryMs = 100

/**
 * Waits until every action was done by the connection's own traffic since the start of the service. What was proven before says
 * nothing of the integration that is held up now.
 */
export async function waitFor(
  service: Service,
  order: WaitOrder,
  { flush, onProven }: { readonly flush: () => void; readonly onProven: (proven: ProvenAction) => void },
): Promise<WaitResult> {
  const missing = new Set(order.actions)
  const look = () => {
    const evidence = toEvidence(service, order)
    for (const action of missing) {
      const proven = findProven(evidence, { action, order })
      if (!proven) continue
      missing.delete(action)
      onProven(proven)
    }
    return missing.size === 0
  }
  if (await lookUntil(service, look, order.timeoutMs)) return { result: 'proven' }
  flush()
  if (look()) return { result: 'proven' }
  const evidence = toEvidence(service, order)
  const reach = await readReach(service, order.connection)
  const failures = service.stores.exchanges.failures(evidence.connection.id)
  const diagnosis = diagnose(service, evidence.connection, { ...evidence, reach, failures })
  return { result: 'timedOut', missing: [...missing], diagnosis }
}

/** @returns false where the time is over */
function lookUntil(service: Service, look: () => boolean, timeoutMs: number): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  let soon: NodeJS.Timeout | undefined
  const late = setTimeout(() => resolve(false), timeoutMs)
  const lookOnce = () => {
    soon = undefined
    try {
      if (look()) resolve(true)
    } catch (error) {
      reject(error)
    }
  }
  const unsubscribe = service.events.subscribe(({ type }) => {
    if (type === 'exchange') soon ??= setTimeout(lookOnce, lookEveryMs)
  })
  return promise.finally(() => {
    clearTimeout(soon)
    clearTimeout(late)
    unsubscribe()
  })
}

function toEvidence(service: Service, { connection: slug }: WaitOrder): Evidence {
  const connection = service.stores.connections.findBySlug(slug)
  // It was there when the waiting began; whoever deletes it meanwhile has ended what is waited for.
  if (!connection) throw new Error(`The connection "${slug}" is gone.`)
  return { service, connection, ...toSetupOptions(service, connection) }
}

function findProven(
  evidence: Evidence,
  { action, order }: { readonly action: WaitedAction; readonly order: WaitOrder },
): ProvenAction | undefined {
  const { service, connection } = evidence
  const { state, exchange } = proofs[action](evidence)
  if (state === 'verified' && exchange && isNew(service, exchange)) return { action, state, exchange }
  if (!order.acceptsRehearsed) return undefined
  // Behind an older real success the rehearsal does not show.
  const rehearsed = state === 'rehearsed' ? exchange : findSimulated(service, connection, action)
  return rehearsed && isNew(service, rehearsed) ? { action, state: 'rehearsed', exchange: rehearsed } : undefined
}

const isNew = (service: Service, { receivedAt }: ExchangeSummary): boolean => receivedAt >= service.startedAt

const findSimulated = ({ stores }: Service, { id }: StoredConnection, action: WaitedAction) =>
  stores.exchanges.newest(id, { actions: [shownBy[action]], simulated: true, succeeded: true, authenticated: true })
