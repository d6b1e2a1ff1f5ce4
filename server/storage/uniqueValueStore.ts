import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { JsonObject } from '#contract/scim/resource.ts'
import type { Schema } from '#contract/scim/schema.ts'
import { checkStoredValues } from '../protocol/checkStoredValues.ts'
import { getResourceType } from '../protocol/schemas/resourceTypes.ts'
import { quoteValue, ScimError, uniqueness } from '../protocol/scimError.ts'
import { listUniqueValues, type UniqueValue } from '../protocol/uniqueValues.ts'

/** The values of custom attributes that no two learners of a connection may share; the primary key decides. */
export interface UniqueValueStore {
  /**
   * Gives a resource these values and no others. Part of the transaction that wrote the resource, so that a refusal undoes both.
   *
   * @throws ScimError uniqueness (409) naming attribute, value and holder
   */
  readonly claim: (connectionId: number, resourceSeq: number, values: readonly UniqueValue[]) => void
  /**
   * Takes up the values of an extension that learners have already, from an earlier time with it or with another schema of it.
   *
   * @param schemas the one that shall hold, and the one that held up to now
   * @throws ScimError naming the learner: uniqueness (409) where another one has the same value, invalidValue (400) where a value
   *   does not keep to the schema
   */
  readonly claimStored: (connectionId: number, schemas: { readonly schema: Schema; readonly former?: Schema | undefined }) => void
  /** Lets go of the values of an extension. */
  readonly release: (connectionId: number, urn: string) => void
}

interface HolderRow {
  readonly id: string
  readonly status: string
}

interface StoredExtensionRow {
  readonly seq: number
  readonly user_name: string | null
  /** JSON. */
  readonly extension: string
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
  const selectWithExtension = db.prepare<{ connectionId: number; path: string }, StoredExtensionRow>(`
    SELECT seq, json_extract(document, '$.userName') AS user_name, json_extract(document, @path) AS extension
      FROM resource
     WHERE connection_id = @connectionId
       AND resource_type = 'User'
       AND status <> 'deleted'
       AND json_extract(document, @path) IS NOT NULL
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
    claimStored: (connectionId, { schema, former }) => {
      const type = getResourceType('User', [schema])
      const claims: { readonly row: StoredExtensionRow; readonly values: readonly UniqueValue[] }[] = []
      for (const row of selectWithExtension.iterate({ connectionId, path: `$."${schema.id}"` })) {
        // Written from checked attributes alone.
        const extension = JSON.parse(row.extension) as JsonObject
        naming(row, () => checkStoredValues(extension, { schema, former }))
        const values = listUniqueValues({ [schema.id]: extension }, type)
        if (values.length > 0) claims.push({ row, values })
      }
      // Only now, since a statement that is under way lets no other write.
      for (const { row, values } of claims)
        naming(row, () => {
          for (const value of values) claimOne(connectionId, row.seq, value)
        })
    },
    release: (connectionId, urn) => void deleteOfExtension.run(connectionId, urn),
  }
}

/** Says whose stored values a refusal is about. */
function naming({ user_name: userName }: StoredExtensionRow, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    const detail = `What the learner ${quoteValue(userName)} has stored does not fit: ${error.detail}`
    throw new ScimError(error.status, detail, error.scimType)
  }
}
