import { setTimeout as wait } from 'node:timers/promises'
import type { RemovedSimulation } from '#contract/console.ts'
import type { SimulationOrder, SimulationRun } from '#contract/setup.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import { toLoopbackUrl } from '../toLoopbackUrl.ts'
import type { Progress } from './act.ts'
import { actOut } from './actOut.ts'
import type { Memory } from './memory.ts'
import type { PlannedStep } from './mistakes.ts'
import { SimulationFailed } from './simulationFailed.ts'

/** Acts out identity providers, one run at a time for each connection. */
export interface Simulator {
  /** Returns at once; the run's progress is told by `simulation` events. `busy` comes with the run under way. */
  readonly start: (
    connection: StoredConnection,
    order: SimulationOrder,
  ) => { result: 'started' | 'busy'; simulation: SimulationRun }
  /** The run under way or the last one since the start of the service. */
  readonly current: (slug: string) => SimulationRun | null
  /** Ends the run under way after its last reply. @returns false where there is none */
  readonly cancel: (slug: string) => boolean
  /** Removes learners, groups, exchanges and tokens of the simulator; a run under way is ended. */
  readonly remove: (connection: StoredConnection) => RemovedSimulation
  /** Ends the run under way and forgets it: the connection is being removed. */
  readonly forget: (slug: string) => void
  /** Ends the runs under way and waits for them. */
  readonly stop: () => Promise<void>
}

/** What a test, which is in a hurry, has otherwise. */
interface SimulatorOptions {
  /** Between two requests, whatever rate is ordered. */
  readonly gapMs?: number
  /** How long a second of `Retry-After` is. */
  readonly secondMs?: number
  /** How long an answer may take. */
  readonly timeoutMs?: number
}

interface Running {
  simulation: SimulationRun
  readonly stopping: AbortController
  ended: Promise<void>
}

/** Of the simulator's token, beyond the time that the run takes at its rate. */
const spareMs = 10 * 60_000
/** Between two tellings of how far a run is. */
const tellingMs = 100

/** Creates the simulator; nothing is sent before `start`. */
export function createSimulator(service: Service, options: SimulatorOptions = {}): Simulator {
  const { timeoutMs = 15_000 } = options
  const runs = new Map<string, Running>()
  const forgotten: Promise<void>[] = []

  const tell = (slug: string, running: Running) => {
    // Another connection may have the slug of one that was removed.
    if (runs.get(slug) !== running) return
    service.events.publish({ type: 'simulation', connection: slug, simulation: running.simulation })
  }

  const play = async (connection: StoredConnection, order: SimulationOrder, running: Running) => {
    const { groups } = connection.settings.switches
    // As an administrator would not push groups where they are switched off.
    const fitting = groups ? order : { ...order, groups: 0 }
    const gapMs = options.gapMs ?? 1000 / order.rate
    const expiresAt = new Date(Date.parse(service.now()) + spareMs + 4 * gapMs * (order.users + order.groups)).toISOString()
    const { secret, info } = service.tokens.issue(connection.id, 'simulator', { label: 'simulator', expiresAt })
    let toldAt = Number.NEGATIVE_INFINITY
    let last: Progress | undefined
    try {
      return await actOut({
        order: fitting,
        url: toLoopbackUrl(service.addresses.scim, connection.slug),
        run: running.simulation.run,
        token: secret,
        guid: service.createId(),
        gapMs,
        ...(options.secondMs !== undefined && { secondMs: options.secondMs }),
        timeoutMs,
        signal: running.stopping.signal,
        onProgress: (progress) => {
          last = progress
          if (performance.now() - toldAt < tellingMs) return
          toldAt = performance.now()
          running.simulation = { ...running.simulation, ...toFigures(last) }
          tell(connection.slug, running)
        },
        checkFound: (step, memory) => refuseReal(service, connection, { step, memory }),
      })
    } finally {
      if (last) running.simulation = { ...running.simulation, ...toFigures(last) }
      service.tokens.revoke(connection.id, info.id)
    }
  }

  const begin = async (connection: StoredConnection, order: SimulationOrder, running: Running) => {
    let end: Pick<SimulationRun, 'state'> & Partial<SimulationRun>
    try {
      end = { state: await play(connection, order, running) }
    } catch (error) {
      if (!(error instanceof SimulationFailed)) service.log(error)
      const message = error instanceof SimulationFailed ? error.message : 'The simulator failed; see the log of the service.'
      end = { state: 'failed', message }
    }
    running.simulation = { ...running.simulation, ...end, doing: null }
    tell(connection.slug, running)
  }

  const start: Simulator['start'] = (connection, order) => {
    const underWay = runs.get(connection.slug)
    if (underWay?.simulation.state === 'running') return { result: 'busy', simulation: underWay.simulation }
    const { profile, mistake } = order
    const simulation: SimulationRun = {
      run: service.createId(),
      profile,
      mistake,
      state: 'running',
      sent: 0,
      total: 0,
      doing: null,
      message: null,
    }
    const running: Running = { simulation, stopping: new AbortController(), ended: Promise.resolve() }
    runs.set(connection.slug, running)
    running.ended = begin(connection, order, running)
    return { result: 'started', simulation: running.simulation }
  }

  const removeNow = (connection: StoredConnection): RemovedSimulation => {
    const removed = service.stores.inTransaction(() => {
      const exchanges = service.stores.exchanges.removeSimulated(connection.id)
      const resources = service.stores.resources.removeSimulated(connection.id)
      service.tokens.removeSimulatorTokens(connection.id)
      return { ...resources, exchanges }
    })
    service.events.publish({ type: 'setupChanged', connection: connection.slug })
    service.events.publish({ type: 'resync' })
    return removed
  }

  const cancel: Simulator['cancel'] = (slug) => {
    const running = runs.get(slug)
    if (running?.simulation.state !== 'running') return false
    running.stopping.abort()
    return true
  }

  const remove: Simulator['remove'] = (connection) => {
    const running = runs.get(connection.slug)
    if (running && cancel(connection.slug)) {
      // The request under way is still answered and recorded; reads are written up to 100 ms later. Then nothing is left.
      running.ended = running.ended.then(() => wait(200)).then(() => void removeNow(connection))
    }
    return removeNow(connection)
  }

  return {
    start,
    cancel,
    remove,
    forget: (slug) => {
      cancel(slug)
      const running = runs.get(slug)
      if (running) forgotten.push(running.ended)
      runs.delete(slug)
    },
    current: (slug) => runs.get(slug)?.simulation ?? null,
    stop: async () => {
      for (const running of runs.values()) running.stopping.abort()
      await Promise.all([...forgotten, ...[...runs.values()].map((running) => running.ended)])
    },
  }
}

const toFigures = ({ sent, countAll, doing }: Progress) => ({ sent, total: countAll(), doing })

/** The simulator changes nothing that a real provider made: what a look-up finds must be its own. */
function refuseReal(
  service: Service,
  { id }: StoredConnection,
  { step: { subject = '', doing }, memory }: { readonly step: PlannedStep; readonly memory: Memory },
): void {
  const isGroup = memory.get(subject)['userName'] === undefined
  const resource = service.stores.resources.find(id, isGroup ? 'Group' : 'User', memory.idOf(subject))
  if (!resource || resource.simulated) return
  throw new SimulationFailed(
    `While ${doing}, something real of that name was found. The simulator changes only what it made itself, so it stops here.`,
  )
}
