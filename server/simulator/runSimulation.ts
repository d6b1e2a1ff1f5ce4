import { setTimeout as wait } from 'node:timers/promises'
import type { RemovedSimulation, SimulationRun } from '#contract/console.ts'
import type { SimulatorProfile } from '#contract/setup.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import { actOut, countSteps, selectSteps } from './actOut.ts'
import { Memory } from './memory.ts'
import { profiles } from './profiles.ts'
import { SimulationFailed } from './simulationFailed.ts'

/** Acts out identity providers, one run at a time for each connection. */
export interface Simulator {
  /** Returns at once; the run's progress is told by `simulation` events. `busy` comes with the run under way. */
  readonly start: (
    connection: StoredConnection,
    profile: SimulatorProfile,
  ) => { result: 'started' | 'busy'; simulation: SimulationRun }
  /** The run under way or the last one since the start of the service. */
  readonly current: (slug: string) => SimulationRun | null
  /** Removes learners, groups, exchanges and tokens of the simulator; a run under way is ended. */
  readonly remove: (connection: StoredConnection) => RemovedSimulation
  /** Ends the runs under way and waits for them. */
  readonly stop: () => Promise<void>
}

/** How fast a run goes; a test is in a hurry. */
interface SimulatorOptions {
  /** Between two requests. */
  readonly gapMs?: number
  /** How long an answer may take. */
  readonly timeoutMs?: number
}

interface Running {
  simulation: SimulationRun
  readonly stopping: AbortController
  ended: Promise<void>
}

const tokenLifeMs = 10 * 60_000

/** Creates the simulator; nothing is sent before `start`. */
export function createSimulator(service: Service, { gapMs = 150, timeoutMs = 15_000 }: SimulatorOptions = {}): Simulator {
  const runs = new Map<string, Running>()

  const tell = (slug: string, running: Running, change: Partial<SimulationRun>) => {
    running.simulation = { ...running.simulation, ...change }
    service.events.publish({ type: 'simulation', connection: slug, simulation: running.simulation })
  }

  const play = async (connection: StoredConnection, running: Running) => {
    const { run, profile } = running.simulation
    const expiresAt = new Date(Date.parse(service.now()) + tokenLifeMs).toISOString()
    const { secret, info } = service.tokens.issue(connection.id, 'simulator', { label: 'simulator', expiresAt })
    const onProgress = (sent: number, total: number) => tell(connection.slug, running, { sent, total })
    try {
      const signal = running.stopping.signal
      await actOut(service, { connection, profile: profiles[profile], run, token: secret, gapMs, timeoutMs, signal, onProgress })
    } finally {
      service.tokens.revoke(connection.id, info.id)
    }
  }

  const begin = async (connection: StoredConnection, running: Running) => {
    try {
      await play(connection, running)
      tell(connection.slug, running, { state: 'finished' })
    } catch (error) {
      if (!(error instanceof SimulationFailed)) service.log(error)
      const message = error instanceof SimulationFailed ? error.message : 'The simulator failed; see the log of the service.'
      tell(connection.slug, running, { state: 'failed', message })
    }
  }

  const start: Simulator['start'] = (connection, profile) => {
    const underWay = runs.get(connection.slug)
    if (underWay?.simulation.state === 'running') return { result: 'busy', simulation: underWay.simulation }
    const total = countSteps(selectSteps(profiles[profile], connection), new Memory(''))
    const simulation: SimulationRun = { run: service.createId(), profile, state: 'running', sent: 0, total, message: null }
    const running: Running = { simulation, stopping: new AbortController(), ended: Promise.resolve() }
    runs.set(connection.slug, running)
    tell(connection.slug, running, {})
    running.ended = begin(connection, running)
    return { result: 'started', simulation }
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

  const remove: Simulator['remove'] = (connection) => {
    const running = runs.get(connection.slug)
    if (running?.simulation.state === 'running') {
      running.stopping.abort()
      // The request under way is still answered and recorded; reads are written up to 100 ms later. Then nothing is left.
      running.ended = running.ended.then(() => wait(200)).then(() => void removeNow(connection))
    }
    return removeNow(connection)
  }

  return {
    start,
    remove,
    current: (slug) => runs.get(slug)?.simulation ?? null,
    stop: async () => {
      for (const running of runs.values()) running.stopping.abort()
      await Promise.all([...runs.values()].map((running) => running.ended))
    },
  }
}
