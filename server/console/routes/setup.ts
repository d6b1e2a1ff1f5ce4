import type { Service } from '../../service.ts'
import { diagnose } from '../../setup/diagnose.ts'
import { readSetup } from '../../setup/readSetup.ts'
import type { ConsoleHandlers } from '../routeTable.ts'
import { toSetupOptions } from '../setupOptions.ts'

/** The wizard's state and the answers of troubleshooting. */
export function setupHandlers(service: Service): Pick<ConsoleHandlers, 'getSetup' | 'changeSetup' | 'getDiagnosis'> {
  return {
    getSetup: ({ connection }) => readSetup(service, connection, toSetupOptions(service, connection)),
    changeSetup: ({ connection, body }) => {
      const changed = service.stores.connections.changeSetup(connection.id, body)
      service.events.publish({ type: 'setupChanged', connection: changed.slug })
      return readSetup(service, changed, toSetupOptions(service, changed))
    },
    getDiagnosis: ({ connection }) => diagnose(service, connection, toSetupOptions(service, connection)),
  }
}
