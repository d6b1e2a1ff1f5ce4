import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { Attributes } from '#contract/scim/resource.ts'
import type { Schema } from '#contract/scim/schema.ts'
import { getResourceType } from '../protocol/schemas/resourceTypes.ts'
import { uniqueness } from '../protocol/scimError.ts'
import { hasUniqueValues, listUniqueValues, type UniqueValue } from '../protocol/uniqueValues.ts'

/** The values of custom attributes that no two learners of a connection may share; the primary key decides. */
export interface UniqueValueStore {
  /**
   * Gives a resource these values and no others. Part of the transaction that wrote the resource, so that a refusal undoes both.
   *
   * @throws ScimError uniqueness (409) naming attribute, value and holder
   */
  readonly claim: (connectionId: number, resourceSeq: number, values: readonly UniqueValue[]) => void
  /**
   * Takes up the values of an extension that learners have already, from an earlier time with it.
   *
   * @throws ScimError uniqueness (409) where two of them have the same
   */
  readonly claimStored: (connectionId: number, schema: Schema) => void
  /** Lets go of the values of an extension. */
  readonly release: (connectionId: number, urn: string) => void
}

interface HolderRow {
  readonly id: string
  readonly status: string
}

/** The unique values over a database. */
export function createUniqueValueStore(db: Database): UniqueValueStore {
  const insert = db.prepare<[number, string, string, string, number]>(`
    INSERT INTO unique_value (connection_id, urn, path, key, resource_seq)
    VALUES (?, ?, ?, ?, ?)`)
  const deleteOfResource = db.prepare<[number]>(`
    DELETE FROM unique_value
     WHERE resource_seq = ?`)
  const deleteOfExtension = db.prepare<[number, string]>(`
    DELETE FROM unique_value
     WHERE connection_id = ?
       AND urn = ?`)
  const selectHolder = db.prepare<[number, string, string, string], HolderRow>(`
    SELECT resource.id, resource.status
      FROM unique_value
      JOIN resource
        ON resource.seq = unique_value.resource_seq
     WHERE unique_value.connection_id = ?
       AND unique_value.urn = ?
       AND unique_value.path = ?
       AND unique_value.key = ?`)
  const selectWithExtension = db.prepare<[number, string], { seq: number; document: string }>(`
    SELECT seq, document
      FROM resource
     WHERE connection_id = ?
       AND resource_type = 'User'
       AND status <> 'deleted'
       AND json_extract(document, ?) IS NOT NULL
     ORDER BY seq`)

  const claimOne = (connectionId: number, resourceSeq: number, { urn, path, key, value }: UniqueValue): void => {
    try {
      insert.run(connectionId, urn, path, key, resourceSeq)
    } catch (error) {
      const isTaken = error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
      const holder = isTaken ? selectHolder.get(connectionId, urn, path, key) : undefined
      if (!holder) throw error
      throw uniqueness({ attribute: `${urn}:${path}`, value, id: holder.id, archived: holder.status === 'archived' })
    }
  }

  return {
    claim: (connectionId, resourceSeq, values) => {
      deleteOfResource.run(resourceSeq)
      for (const value of values) claimOne(connectionId, resourceSeq, value)
    },
    claimStored: (connectionId, schema) => {
      if (!hasUniqueValues(schema)) return
      const type = getResourceType('User', [schema])
      // Read as a whole, since a statement that is under way lets no other write.
      for (const { seq, document } of selectWithExtension.all(connectionId, `$."${schema.id}"`)) {
        // Written from checked attributes alone.
        const values = listUniqueValues(JSON.parse(document) as Attributes, type)
        for (const value of values) claimOne(connectionId, seq, value)
      }
    },
    release: (connectionId, urn) => void deleteOfExtension.run(connectionId, urn),
  }
}
