import type { Database } from 'better-sqlite3'
import type { Attributes, JsonObject, StoredResource } from '#contract/scim/resource.ts'
import { openDatabase } from '../../../../server/storage/openDatabase.ts'
import { createStores, type Stores } from '../../../../server/storage/stores.ts'

/** When everything in these tests happens that states no time of its own. */
export const at = '2026-03-01T12:00:00.000Z'

/** @see openStores */
interface OpenedStores {
  readonly db: Database
  readonly stores: Stores
  readonly connectionId: number
  /** How SQLite would go about the statements that `work` runs. */
  readonly plansOf: (work: () => void) => string
  /** Where a resource stands in order of creation, by its id. */
  readonly seqOf: (id: string) => { seq: number }
  readonly insertUser: (attributes?: Attributes, about?: About) => StoredResource
  readonly insertGroup: (displayName: string, about?: About) => StoredResource
}

interface About {
  readonly id?: string
  readonly simulated?: boolean
  readonly at?: string
  readonly externalId?: string
}

/** Stores over a database in memory, with one connection; `insertUser` and `insertGroup` state only what matters. */
export function openStores(): OpenedStores {
  const db = openDatabase(':memory:')
  const plansOf = watchPlans(db)
  const stores = createStores(db)
  const connectionId = stores.connections.create({ slug: 'default', name: 'Default' }, at).id
  const insert = (resourceType: StoredResource['resourceType'], attributes: JsonObject, about: About) =>
    stores.resources.insert({
      connectionId,
      resourceType,
      id: about.id ?? crypto.randomUUID(),
      attributes: about.externalId === undefined ? attributes : { ...attributes, externalId: about.externalId },
      at: about.at ?? at,
      simulated: about.simulated ?? false,
    })
  return {
    db,
    stores,
    connectionId,
    plansOf,
    seqOf: (id) => ({ seq: Number(db.prepare('SELECT seq FROM resource WHERE id = ?').pluck().get(id) ?? -1) }),
    insertUser: (attributes: Attributes = {}, about: About = {}) =>
      insert('User', { userName: 'maya@example.com', active: true, ...attributes }, about),
    insertGroup: (displayName: string, about: About = {}) => insert('Group', { displayName }, about),
  }
}

/** Notes each statement that is run; `plansOf` tells how SQLite would go about those that `work` runs. */
function watchPlans(db: Database): (work: () => void) => string {
  const run: string[] = []
  const prepare = db.prepare.bind(db)
  const watched = (source: string) => {
    const statement = prepare(source)
    for (const name of ['get', 'all', 'run'] as const) {
      const original = statement[name].bind(statement)
      Object.assign(statement, {
        [name]: (...params: unknown[]) => {
          run.push(source)
          return original(...params)
        },
      })
    }
    return statement
  }
  // The same function, which only takes notes: its many type parameters are of no concern here.
  db.prepare = watched as typeof db.prepare
  return (work) => {
    run.length = 0
    work()
    return run.flatMap((source) => explain(prepare, source)).join('\n')
  }
}

function explain(prepare: Database['prepare'], source: string): string[] {
  // One parameter in the place of all: the plan does not depend on values.
  const statement = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source.replace(/@\w+|\?/g, '@any')}`)
  const rows = statement.source.includes('@any') ? statement.all({ any: null }) : statement.all()
  return rows.map(({ detail }) => detail)
}
