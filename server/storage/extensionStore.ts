import type { Database } from 'better-sqlite3'
import type { Schema } from '#contract/scim/schema.ts'

/** The custom extensions of users, by connection. */
export interface ExtensionStore {
  /** In the order in which they were added. The same list as long as nothing changes: what is derived from it is kept by it. */
  readonly list: (connectionId: number) => readonly Schema[]
  readonly add: (connectionId: number, schema: Schema) => void
  /** Puts the schema in the place of the one with its URN. */
  readonly replace: (connectionId: number, schema: Schema) => void
  /** False where there was none of this URN, whatever its case. */
  readonly remove: (connectionId: number, urn: string) => boolean
}

const none: readonly Schema[] = []

/** The extensions over a database. */
export function createExtensionStore(db: Database): ExtensionStore {
  const select = db
    .prepare<[number], string>(`
    SELECT document
      FROM extension
     WHERE connection_id = ?
     ORDER BY id`)
    .pluck()
  const insert = db.prepare<[number, string, string]>(`
    INSERT INTO extension (connection_id, urn, document)
    VALUES (?, ?, ?)`)
  const update = db.prepare<[string, number, string]>(`
    UPDATE extension
       SET document = ?
     WHERE connection_id = ?
       AND urn = ?`)
  const deleteOne = db.prepare<[number, string]>(`
    DELETE FROM extension
     WHERE connection_id = ?
       AND urn = ?`)

  const known = new Map<number, readonly Schema[]>()

  const read = (connectionId: number): readonly Schema[] => {
    const documents = select.all(connectionId)
    // Written from checked schemas alone.
    const schemas = documents.length === 0 ? none : documents.map((document) => JSON.parse(document) as Schema)
    // Inside a transaction a row may still be undone.
    if (!db.inTransaction) known.set(connectionId, schemas)
    return schemas
  }

  return {
    list: (connectionId) => known.get(connectionId) ?? read(connectionId),
    add: (connectionId, schema) => {
      known.delete(connectionId)
      insert.run(connectionId, schema.id, JSON.stringify(schema))
    },
    replace: (connectionId, schema) => {
      known.delete(connectionId)
      update.run(JSON.stringify(schema), connectionId, schema.id)
    },
    remove: (connectionId, urn) => {
      known.delete(connectionId)
      return deleteOne.run(connectionId, urn).changes === 1
    },
  }
}
