import type { SetupState } from '#contract/setup.ts'
import { type Service, toScimUrl } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import { type Evidence, findExchange, findRefused, type SetupOptions } from './evidence.ts'
import { readMappings } from './readMappings.ts'
import { proveRecognised, toConnectionState } from './steps/connection.ts'
import { toCredentialsState } from './steps/credentials.ts'
import { proveConnectionTest } from './steps/endpoint.ts'
import { toProvisioningState } from './steps/provisioning.ts'
import { proveArchived, proveCreated, proveUpdated, toTestState } from './steps/test.ts'
import { readSwitches } from './switches.ts'
import { describeUrlChange } from './urlChange.ts'

/** All that the wizard shows, computed anew from what is stored. Each of the five steps is proven in its own file under `steps/`. */
export function readSetup(service: Service, stored: StoredConnection, options: SetupOptions): SetupState {
  const evidence: Evidence = { service, connection: stored, ...options }
  const { id: _, setup, extensions: __, ...connection } = stored
  const tokens = service.tokens.list(stored.id)
  const recognised = proveRecognised(evidence)
  const connectionTest = proveConnectionTest(evidence)
  const { mappings, unkept } = readMappings(evidence)
  const created = proveCreated(evidence)
  const updated = proveUpdated(evidence)
  const archived = proveArchived(evidence)

  return {
    connection,
    scimUrl: toScimUrl(service, stored.slug),
    publicUrl: service.getPublicUrl(),
    urlChange: describeUrlChange(evidence),
    tokens,
    ...setup,
    steps: {
      credentials: toCredentialsState(evidence, tokens),
      connection: toConnectionState(setup, recognised),
      endpoint: connectionTest.state,
      provisioning: toProvisioningState(stored, mappings),
      test: toTestState([created, updated, archived]),
    },
    recognised,
    connectionTest,
    mappings,
    unkept,
    switches: readSwitches(evidence),
    created,
    updated,
    archived,
    lastArrival: readLastArrival(evidence),
  }
}

/** A real request before a simulated one; a wrong path counts, as long as nothing better has come. */
function readLastArrival(evidence: Evidence): SetupState['lastArrival'] {
  const exchange =
    findExchange(evidence, { simulated: false }) ?? findRefused(evidence) ?? findExchange(evidence, { simulated: true })
  return exchange ? { at: exchange.receivedAt, caller: exchange.caller, exchange } : null
}
