import type { Service } from '../../service.ts'
import type { Simulator } from '../../simulator/runSimulation.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** Running the simulator and taking away what it made. */
export function simulationHandlers(
  service: Service,
  simulator: Simulator,
): Pick<ConsoleHandlers, 'startSimulation' | 'cancelSimulation' | 'getSimulation' | 'removeSimulation'> {
  const hasData = (connectionId: number) =>
    [true, false].some((succeeded) => service.stores.exchanges.newest(connectionId, { simulated: true, succeeded }) !== undefined)

  return {
    startSimulation: ({ connection, body }) => simulator.start(connection, body),
    cancelSimulation: ({ connection }) => ({ cancelled: simulator.cancel(connection.slug) }),
    getSimulation: ({ connection }) => ({ simulation: simulator.current(connection.slug), hasData: hasData(connection.id) }),
    removeSimulation: ({ connection }) => simulator.remove(connection),
  }
}
