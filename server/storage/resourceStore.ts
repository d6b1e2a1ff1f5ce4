import type { Database } from 'better-sqlite3'
import type { Attributes, StoredResource } from '#contract/scim/resource.ts'
import { createResourceQuery, type QueryResources } from './resourceQuery.ts'
import {
  type ResourceRow,
  resourceColumns,
  type SearchColumns,
  toFoldedEmails,
  toResource,
  toSearchColumns,
} from './resourceRow.ts'
import { createResourceSearch, type ResourceSearcher } from './resourceSearch.ts'
import { createRoster, type Roster } from './roster.ts'
import { createAtomic } from './transaction.ts'
import { createUniqueNames } from './uniqueNames.ts'

type TypeName = StoredResource['resourceType']

/** A resource that is not stored yet. */
export interface NewResource {
  readonly connectionId: number
  readonly resourceType: TypeName
  readonly id: string
  readonly attributes: Attributes
  /** ISO 8601, UTC. */
  readonly at: string
  readonly simulated: boolean
  /** False where a group may share its displayName with another; true where it is not given. */
  readonly uniqueName?: boolean
}

/** Users and groups. A deleted user is found by `listLearners` and `findLearner` alone. */
export interface ResourceStore extends ResourceSearcher, Roster {
  /** @throws ScimError uniqueness (409) when the unique index knows the name already, whatever its case */
  readonly insert: (resource: NewResource) => StoredResource
  readonly find: (connectionId: number, resourceType: TypeName, id: string) => StoredResource | undefined
  /** By userName or a group's displayName, whatever the case; the oldest where groups share it. */
  readonly findByUniqueName: (connectionId: number, resourceType: TypeName, name: string) => StoredResource | undefined
  readonly countByExternalId: (connectionId: number, resourceType: TypeName, externalId: string) => number
  /**
   * Puts `attributes` in the place of those of `before`; the version counts up.
   *
   * @throws ScimError uniqueness (409) as `insert` does
   */
  readonly replace: (
    connectionId: number,
    before: StoredResource,
    attributes: Attributes,
    at: string,
    options?: { readonly uniqueName?: boolean },
  ) => StoredResource
  /** Deletes: a user's row stays for the roster, a group's goes; memberships end for both. False where there was none. */
  readonly remove: (connectionId: number, resourceType: TypeName, id: string, at: string) => boolean
  readonly query: QueryResources
  /** Removes what the simulator made, without a trace. */
  readonly removeSimulated: (connectionId: number) => { learners: number; groups: number }
}

type WrittenRow = SearchColumns & {
  readonly name_claim: 1 | null
  readonly modified_at: string
  readonly version: number
  readonly document: string
}

/** The resources over a database. */
export function createResourceStore(db: Database): ResourceStore {
  const atomic = createAtomic(db)
  const names = createUniqueNames(db)

  const insertRow = db.prepare<
    WrittenRow & { connection_id: number; resource_type: TypeName; id: string; created_at: string; simulated: number }
  >(`
    INSERT INTO resource (connection_id, resource_type, id, status, folded_name, name_claim, folded_display, external_id,
           created_at, modified_at, version, simulated, document)
    VALUES (@connection_id, @resource_type, @id, @status, @folded_name, @name_claim, @folded_display, @external_id,
           @created_at, @modified_at, @version, @simulated, @document)`)
  // A group that had its name before names became unique keeps it, and its claim, until it takes another.
  const updateRow = db.prepare<WrittenRow & { seq: number }>(`
    UPDATE resource
       SET status = @status,
           name_claim = CASE WHEN folded_name = @folded_name THEN name_claim ELSE @name_claim END,
           folded_name = @folded_name,
           folded_display = @folded_display,
           external_id = @external_id,
           modified_at = @modified_at,
           version = @version,
           document = @document
     WHERE seq = @seq`)
  // Most changes touch no index.
  const updateDocument = db.prepare<Pick<WrittenRow, 'modified_at' | 'version' | 'document'> & { seq: number }>(`
    UPDATE resource
       SET modified_at = @modified_at,
           version = @version,
           document = @document
     WHERE seq = @seq`)
  const updateDeleted = db.prepare<[string, number]>(`
    UPDATE resource
       SET status = 'deleted',
           name_claim = NULL,
           modified_at = ?,
           version = version + 1
     WHERE seq = ?`)
  const deleteRow = db.prepare<[number]>(`
    DELETE FROM resource
     WHERE seq = ?`)
  const deleteMemberships = db.prepare<[number]>(`
    DELETE FROM membership
     WHERE member_seq = ?`)
  const selectSimulated = db.prepare<[number, TypeName], ResourceRow>(`
    SELECT ${resourceColumns}
      FROM resource
     WHERE connection_id = ?
       AND resource_type = ?
       AND simulated = 1`)
  const insertEmail = db.prepare<[string, number]>(`
    INSERT INTO email (folded_value, resource_seq)
    VALUES (?, ?)`)
  const deleteEmail = db.prepare<[string, number]>(`
    DELETE FROM email
     WHERE folded_value = ?
       AND resource_seq = ?`)
  const selectById = db.prepare<[number, string, TypeName], ResourceRow>(`
    SELECT ${resourceColumns}
      FROM resource
     WHERE connection_id = ?
       AND id = ?
       AND resource_type = ?
       AND status <> 'deleted'`)
  const countExternalId = db
    .prepare<[number, TypeName, string], number>(`
    SELECT COUNT(*)
      FROM resource
     WHERE connection_id = ?
       AND resource_type = ?
       AND external_id = ?
       AND status <> 'deleted'`)
    .pluck()

  const storeEmails = (seq: number, emails: readonly string[]): void => {
    for (const email of emails) insertEmail.run(email, seq)
  }

  const removeEmails = (seq: number, attributes: Attributes): void => {
    for (const email of toFoldedEmails(attributes)) deleteEmail.run(email, seq)
  }

  const insert: ResourceStore['insert'] = ({ connectionId, resourceType, id, attributes, at, simulated, uniqueName = true }) =>
    atomic(() => {
      const search = toSearchColumns(resourceType, attributes)
      let seq = 0
      names.claim({ connectionId, resourceType, attributes, unique: uniqueName }, () => {
        const written = insertRow.run({
          ...search,
          connection_id: connectionId,
          resource_type: resourceType,
          id,
          name_claim: toClaim(resourceType, uniqueName),
          created_at: at,
          modified_at: at,
          version: 1,
          simulated: simulated ? 1 : 0,
          document: JSON.stringify(attributes),
        })
        seq = Number(written.lastInsertRowid)
      })
      storeEmails(seq, toFoldedEmails(attributes))
      return { seq, id, resourceType, attributes, created: at, lastModified: at, version: 1, simulated }
    })

  const replace: ResourceStore['replace'] = (connectionId, before, attributes, at, { uniqueName = true } = {}) =>
    atomic(() => {
      const { seq, resourceType } = before
      const version = before.version + 1
      const searchBefore = toSearchColumns(resourceType, before.attributes)
      const search = toSearchColumns(resourceType, attributes)
      const written = { seq, modified_at: at, version, document: JSON.stringify(attributes) }
      const takesName = search.folded_name !== searchBefore.folded_name
      if (takesName || !isSameSearch(searchBefore, search)) {
        const row = { ...search, ...written, name_claim: toClaim(resourceType, uniqueName) }
        names.claim({ connectionId, resourceType, attributes, unique: uniqueName && takesName }, () => updateRow.run(row))
      } else updateDocument.run(written)
      const emails = toFoldedEmails(attributes)
      if (emails.join('\n') !== toFoldedEmails(before.attributes).join('\n')) {
        removeEmails(seq, before.attributes)
        storeEmails(seq, emails)
      }
      return { ...before, attributes, lastModified: at, version }
    })

  const find = (connectionId: number, resourceType: TypeName, id: string): StoredResource | undefined => {
    const row = selectById.get(connectionId, id, resourceType)
    return row && toResource(row)
  }

  const remove: ResourceStore['remove'] = (connectionId, resourceType, id, at) =>
    atomic(() => {
      const row = selectById.get(connectionId, id, resourceType)
      if (!row) return false
      // Of a group the foreign keys take the memberships along, and those of a group that it was a member of.
      if (resourceType === 'Group') return deleteRow.run(row.seq).changes === 1
      deleteMemberships.run(row.seq)
      // The addresses stay, as the row does: the roster finds a deleted learner by them.
      return updateDeleted.run(at, row.seq).changes === 1
    })

  const removeSimulated = (connectionId: number, resourceType: TypeName): number => {
    const rows = selectSimulated.all(connectionId, resourceType)
    for (const row of rows) {
      removeEmails(row.seq, toResource(row).attributes)
      deleteRow.run(row.seq)
    }
    return rows.length
  }

  return {
    insert,
    find,
    findByUniqueName: names.find,
    countByExternalId: (connectionId, resourceType, externalId) =>
      countExternalId.get(connectionId, resourceType, externalId) ?? 0,
    replace,
    remove,
    query: createResourceQuery(db),
    ...createResourceSearch(db),
    ...createRoster(db),
    removeSimulated: (connectionId) =>
      atomic(() => ({
        learners: removeSimulated(connectionId, 'User'),
        groups: removeSimulated(connectionId, 'Group'),
      })),
  }
}

/** A user's name is always its own; a group's by setting. */
function toClaim(resourceType: TypeName, uniqueName: boolean): 1 | null {
  return resourceType === 'User' || uniqueName ? 1 : null
}

function isSameSearch(one: SearchColumns, other: SearchColumns): boolean {
  return one.status === other.status && one.folded_display === other.folded_display && one.external_id === other.external_id
}
