import { listNeverSeen } from '../monitor/findings/absences.ts'
import type { Service } from '../service.ts'
import type { SetupOptions } from '../setup/evidence.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import { explainExchange } from './explainExchange.ts'

/** What the monitor hands to the wizard of a connection. */
export const toSetupOptions = (service: Service, connection: StoredConnection): SetupOptions => ({
  explain: (exchange) => explainExchange(service, connection, exchange),
  listNeverSeen: () => listNeverSeen(service, connection),
})
