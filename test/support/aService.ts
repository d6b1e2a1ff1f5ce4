import { randomUUID } from 'node:crypto'
import type { ServiceSettings } from '#contract/process.ts'
import { createEventHub } from '../../server/eventHub.ts'
import { createFaultRegistry } from '../../server/faults/faultRegistry.ts'
import { createReachRegistry } from '../../server/reach/reachRegistry.ts'
import type { Service } from '../../server/service.ts'
import { openDatabase } from '../../server/storage/openDatabase.ts'
import { createStores } from '../../server/storage/stores.ts'
import { createTokenRegistry } from '../../server/tokenRegistry.ts'

/** What a test may set of a service; the clock can be moved by changing what `now` returns. */
export interface ServiceParts {
  readonly db?: ReturnType<typeof openDatabase>
  readonly now?: () => string
  readonly settings?: Partial<ServiceSettings>
}

/**
 * A service over real stores, without listeners: in memory, with the connection `default`. Given the database of another one, it
 * is that one after a restart. What it would log is in `logged`.
 */
export function aService({
  db = openDatabase(':memory:'),
  now = () => '2026-11-20T12:00:00.000Z',
  settings,
}: ServiceParts = {}): Service & {
  readonly db: ReturnType<typeof openDatabase>
  readonly logged: unknown[]
} {
  const stores = createStores(db)
  if (!stores.connections.findBySlug('default')) stores.connections.create({ slug: 'default', name: 'Default' }, now())
  let publicUrl: string | null = null
  const logged: unknown[] = []
  const events = createEventHub()
  return {
    db,
    logged,
    version: '0.0.0',
    settings: {
      dataDir: '/nowhere',
      host: '127.0.0.1',
      scimPort: 0,
      consolePort: 0,
      publicUrl: null,
      rendererDir: '/nowhere',
      // Whatever runs beside the tests is none of their business.
      tunnelPorts: { ngrok: [], cloudflared: [] },
      ...settings,
    },
    stores,
    tokens: createTokenRegistry(stores, now),
    events,
    faults: createFaultRegistry({ now, publish: events.publish }),
    reach: createReachRegistry(),
    startedAt: now(),
    now,
    createId: () => randomUUID(),
    addresses: { scim: '127.0.0.1:4747', console: '127.0.0.1:4748' },
    getPublicUrl: () => publicUrl,
    setPublicUrl: (changed) => {
      publicUrl = changed
    },
    log: (error) => logged.push(error),
  }
}
