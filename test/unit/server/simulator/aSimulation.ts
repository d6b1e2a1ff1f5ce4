import type { SimulationRun, StreamEvent } from '#contract/console.ts'
import type { SimulatorProfile } from '#contract/setup.ts'
import type { Service } from '../../../../server/service.ts'
import { createSimulator } from '../../../../server/simulator/runSimulation.ts'
import { aService } from '../../../support/aService.ts'
import { type Answer, aScimStandIn } from './aScimStandIn.ts'

/** A simulator without pauses against a stand-in, over real stores. */
export async function aSimulation(answer?: Answer, gapMs = 0) {
  const standIn = await aScimStandIn(answer)
  const service: Service = { ...aService(), addresses: { scim: standIn.address, console: '127.0.0.1:0' } }
  const events: StreamEvent[] = []
  service.events.subscribe((event) => events.push(event))
  const simulator = createSimulator(service, { gapMs, timeoutMs: 2_000 })
  const getConnection = () => service.stores.connections.get(1)

  /** Starts a run and waits for its end. */
  const run = (profile: SimulatorProfile): Promise<SimulationRun> =>
    new Promise((resolve) => {
      const end = service.events.subscribe((event) => {
        if (event.type !== 'simulation' || event.simulation.state === 'running') return
        end()
        resolve(event.simulation)
      })
      simulator.start(getConnection(), profile)
    })

  return { standIn, service, simulator, events, run, getConnection }
}
