import type { Service } from '../../service.ts'
import { diagnose } from '../../setup/diagnose.ts'
import type { SetupOptions } from '../../setup/evidence.ts'
import { readSetup } from '../../setup/readSetup.ts'
import { firstSetup, type StoredConnection, type StoredSetup } from '../../storage/connectionStore.ts'
import { explainExchange } from '../explainExchange.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** The wizard's state and the answers of troubleshooting. */
export function setupHandlers(
  service: Service,
): Pick<ConsoleHandlers, 'getSetup' | 'changeSetup' | 'restartSetup' | 'getDiagnosis'> {
  const optionsFor = (connection: StoredConnection): SetupOptions => ({
    explain: (exchange) => explainExchange(service, connection, exchange),
  })

  const change = (connection: StoredConnection, to: Partial<StoredSetup>) => {
    const changed = service.stores.connections.changeSetup(connection.id, to)
    service.events.publish({ type: 'setupChanged', connection: changed.slug })
    return readSetup(service, changed, optionsFor(changed))
  }

  return {
    getSetup: ({ connection }) => readSetup(service, connection, optionsFor(connection)),
    changeSetup: ({ connection, body }) => change(connection, body),
    restartSetup: ({ connection }) => change(connection, firstSetup),
    getDiagnosis: ({ connection }) => diagnose(service, connection, optionsFor(connection)),
  }
}
