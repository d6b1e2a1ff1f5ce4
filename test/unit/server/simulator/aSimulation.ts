import { SimulationOrder, type SimulationRun, type SimulatorProfile } from '#contract/setup.ts'
import type { StreamEvent } from '#contract/streamEvent.ts'
import type { Service } from '../../../../server/service.ts'
import { createSimulator, type Simulator } from '../../../../server/simulator/runSimulation.ts'
import { aService } from '../../../support/aService.ts'
import { type Answer, aScimStandIn } from './aScimStandIn.ts'

/** An order that states only what matters. */
export const anOrder = (profile: SimulatorProfile, stated: Partial<SimulationOrder> = {}): SimulationOrder =>
  SimulationOrder.parse({ profile, ...stated })

/** Starts a run and waits for its end. */
export const runToEnd = (service: Service, simulator: Simulator, order: SimulationOrder): Promise<SimulationRun> =>
  new Promise((resolve) => {
    const end = service.events.subscribe((event) => {
      if (event.type !== 'simulation' || event.simulation.state === 'running') return
      end()
      resolve(event.simulation)
    })
    simulator.start(service.stores.connections.get(1), order)
  })

/** A simulator without pauses against a stand-in, over real stores. */
export async function aSimulation(answer?: Answer, gapMs = 0) {
  const standIn = await aScimStandIn(answer)
  const service: Service = { ...aService(), addresses: { scim: standIn.address, console: '127.0.0.1:0' } }
  const events: StreamEvent[] = []
  service.events.subscribe((event) => events.push(event))
  const simulator = createSimulator(service, { gapMs, secondMs: 1, timeoutMs: 2_000 })
  const getConnection = () => service.stores.connections.get(1)
  const run = (profile: SimulatorProfile, stated: Partial<SimulationOrder> = {}) =>
    runToEnd(service, simulator, anOrder(profile, stated))
  return { standIn, service, simulator, events, run, getConnection }
}
