import type { Database } from 'better-sqlite3'
import { type Connection, type ConnectionSettings, defaultSettings } from '#contract/connection.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import type { Schema } from '#contract/scim/schema.ts'
import type { StepId } from '#contract/setup.ts'
import { type ConnectionRemoval, createConnectionRemoval } from './connectionRemoval.ts'
import { createExtensionStore } from './extensionStore.ts'
import { createAtomic } from './transaction.ts'
import { createUniqueValueStore } from './uniqueValueStore.ts'

/** What the user told the wizard, and where it was left. */
export interface StoredSetup {
  readonly tokenStored: boolean
  readonly connectionTicked: boolean
  readonly provisioningTicked: boolean
  readonly currentStep: StepId
}

/** A connection as it is stored; `id` is the key that all other tables use. */
export interface StoredConnection extends Connection {
  readonly id: number
  readonly setup: StoredSetup
  /** The custom extensions of its users, as they were added. */
  readonly extensions: readonly Schema[]
}

/** The connections and their settings. */
export interface ConnectionStore {
  /** Oldest first; without those that are being removed. */
  readonly list: () => StoredConnection[]
  readonly findBySlug: (slug: string) => StoredConnection | undefined
  /** Throws a plain Error for an id that was never handed out. */
  readonly get: (id: number) => StoredConnection
  /** With default settings and no provider chosen. */
  readonly create: (about: { readonly slug: string; readonly name: string }, at: string) => StoredConnection
  /** With provider, settings and extensions of another one, and nothing that came about with it; not paused. */
  readonly duplicate: (id: number, about: { readonly slug: string; readonly name: string }, at: string) => StoredConnection
  readonly change: (
    id: number,
    change: { readonly name?: string; readonly provider?: ProviderChoice | null; readonly settings?: ConnectionSettings },
  ) => StoredConnection
  readonly changeSetup: (id: number, change: Partial<StoredSetup>) => StoredConnection
  /**
   * Adds a custom extension. Values that learners have of it from an earlier time are there again.
   *
   * @throws ScimError naming a learner whose stored values do not fit, for instance one of two with the same value of a unique attribute
   */
  readonly addExtension: (id: number, schema: Schema) => StoredConnection
  /**
   * Puts a schema in the place of the one with its URN. Values of attributes that it no longer has stay stored, out of sight.
   *
   * @throws ScimError as `addExtension` does, and then nothing has changed
   */
  readonly changeExtension: (id: number, schema: Schema) => StoredConnection
  /** Removes a custom extension; what learners have of it stays stored, out of sight. */
  readonly removeExtension: (id: number, urn: string) => StoredConnection
  readonly removal: ConnectionRemoval
}

/** Where the wizard begins. */
export const firstSetup: StoredSetup = {
  tokenStored: false,
  connectionTicked: false,
  provisioningTicked: false,
  currentStep: 'credentials',
}

interface ConnectionRow {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly provider: string | null
  readonly settings: string
  readonly setup: string
  readonly created_at: string
}

const columns = 'id, slug, name, provider, settings, setup, created_at'

/** The connections over a database. */
export function createConnectionStore(db: Database): ConnectionStore {
  const selectAll = db.prepare<[], ConnectionRow>(`
    SELECT ${columns}
      FROM connection
     WHERE removed_at IS NULL
     ORDER BY id`)
  const selectBySlug = db.prepare<[string], ConnectionRow>(`
    SELECT ${columns}
      FROM connection
     WHERE slug = ?`)
  const selectById = db.prepare<[number], ConnectionRow>(`
    SELECT ${columns}
      FROM connection
     WHERE id = ?`)
  const insert = db.prepare<Omit<ConnectionRow, 'id'>>(`
    INSERT INTO connection (slug, name, provider, settings, setup, created_at)
    VALUES (@slug, @name, @provider, @settings, @setup, @created_at)`)
  const update = db.prepare<Omit<ConnectionRow, 'slug' | 'created_at'>>(`
    UPDATE connection
       SET name = @name,
           provider = @provider,
           settings = @settings,
           setup = @setup
     WHERE id = @id`)

  const atomic = createAtomic(db)
  const extensions = createExtensionStore(db)
  const uniqueValues = createUniqueValueStore(db)
  const removal = createConnectionRemoval(db)
  const toStored = (row: ConnectionRow): StoredConnection => ({ ...toConnection(row), extensions: extensions.list(row.id) })

  const get = (id: number): StoredConnection => {
    const row = selectById.get(id)
    if (!row) throw new Error(`There is no connection ${id}.`)
    return toStored(row)
  }

  // Each request asks for its connection, and hardly any changes one.
  const known = new Map<string, StoredConnection>()

  const store = (connection: StoredConnection): StoredConnection => {
    known.clear()
    update.run(toRow(connection))
    return connection
  }

  const findBySlug = (slug: string): StoredConnection | undefined => {
    const row = selectBySlug.get(slug)
    if (!row) return undefined
    const connection = toStored(row)
    // Inside a transaction a row may still be undone.
    if (!db.inTransaction) known.set(slug, connection)
    return connection
  }

  const add = (connection: Connection): StoredConnection => {
    const made = { ...connection, setup: firstSetup, extensions: [] }
    const { lastInsertRowid } = insert.run(toRow({ id: 0, ...made }))
    return { id: Number(lastInsertRowid), ...made }
  }

  return {
    list: () => selectAll.all().map(toStored),
    findBySlug: (slug) => known.get(slug) ?? findBySlug(slug),
    get,
    create: (about, at) => add({ ...about, provider: null, settings: defaultSettings, createdAt: at }),
    duplicate: (id, about, at) =>
      atomic(() => {
        const { provider, settings, extensions: schemas } = get(id)
        const copy = add({ ...about, provider, settings: { ...settings, paused: false }, createdAt: at })
        for (const schema of schemas) extensions.add(copy.id, schema)
        return get(copy.id)
      }),
    change: (id, change) => store({ ...get(id), ...change }),
    changeSetup: (id, change) => {
      const connection = get(id)
      return store({ ...connection, setup: { ...connection.setup, ...change } })
    },
    addExtension: (id, schema) => {
      known.clear()
      atomic(() => {
        extensions.add(id, schema)
        uniqueValues.claimStored(id, { schema })
      })
      return get(id)
    },
    changeExtension: (id, schema) => {
      known.clear()
      const former = get(id).extensions.find((one) => one.id === schema.id)
      atomic(() => {
        extensions.replace(id, schema)
        uniqueValues.release(id, schema.id)
        uniqueValues.claimStored(id, { schema, former })
      })
      return get(id)
    },
    removeExtension: (id, urn) => {
      known.clear()
      atomic(() => {
        extensions.remove(id, urn)
        uniqueValues.release(id, urn)
      })
      return get(id)
    },
    removal: {
      ...removal,
      begin: (id, at) => {
        known.clear()
        removal.begin(id, at)
      },
    },
  }
}

function toConnection(row: ConnectionRow): Omit<StoredConnection, 'extensions'> {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    // What stands in these columns was written by `toRow` alone.
    provider: row.provider as ProviderChoice | null,
    // A setting that was added later has its default in older rows.
    settings: { ...defaultSettings, ...(JSON.parse(row.settings) as ConnectionSettings) },
    setup: { ...firstSetup, ...(JSON.parse(row.setup) as StoredSetup) },
    createdAt: row.created_at,
  }
}

function toRow(connection: StoredConnection): ConnectionRow {
  return {
    id: connection.id,
    slug: connection.slug,
    name: connection.name,
    provider: connection.provider,
    settings: JSON.stringify(connection.settings),
    setup: JSON.stringify(connection.setup),
    created_at: connection.createdAt,
  }
}
