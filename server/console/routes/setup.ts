import { checkOutside, readOutside, readReach, readTunnels } from '../../reach/readReach.ts'
import type { Search } from '../../search.ts'
import type { Service } from '../../service.ts'
import { diagnose } from '../../setup/diagnose.ts'
import { toLabels } from '../../setup/providerLabels.ts'
import { toCheckedOutside } from '../../setup/questions/outside.ts'
import { readSetup } from '../../setup/readSetup.ts'
import { firstSetup, type StoredConnection, type StoredSetup } from '../../storage/connectionStore.ts'
import type { ConsoleHandlers } from '../routeTable.ts'
import { toSetupOptions } from '../setupOptions.ts'

/** The wizard's state and the answers of troubleshooting. */
export function setupHandlers(
  service: Service,
  search: Pick<Search, 'failures'>,
): Pick<ConsoleHandlers, 'getSetup' | 'changeSetup' | 'restartSetup' | 'getDiagnosis' | 'getReach' | 'checkOutside'> {
  const change = (connection: StoredConnection, to: Partial<StoredSetup>) => {
    const changed = service.stores.connections.changeSetup(connection.id, to)
    service.events.publish({ type: 'setupChanged', connection: changed.slug })
    return readSetup(service, changed, toSetupOptions(service, changed))
  }

  return {
    getSetup: ({ connection }) => readSetup(service, connection, toSetupOptions(service, connection)),
    changeSetup: ({ connection, body }) => change(connection, body),
    restartSetup: ({ connection }) => change(connection, firstSetup),
    getDiagnosis: async ({ connection }) => {
      const [reach, failures] = await Promise.all([readReach(service, connection.slug), search.failures(connection.id)])
      return diagnose(service, connection, { ...toSetupOptions(service, connection), reach, failures })
    },
    getReach: async ({ connection }) => {
      const check = readOutside(service, connection.slug)
      return { tunnels: await readTunnels(service), check: check && toCheckedOutside(service, connection, check) }
    },
    checkOutside: async ({ connection }) => {
      const { isCloud } = toLabels(connection.provider)
      const check = await checkOutside(service, connection.slug, { isCloud })
      service.events.publish({ type: 'setupChanged', connection: connection.slug })
      return toCheckedOutside(service, connection, check)
    },
  }
}
