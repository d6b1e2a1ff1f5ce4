import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { Attributes, StoredResource } from '#contract/scim/resource.ts'
import { foldText } from '../protocol/foldText.ts'
import { uniqueness } from '../protocol/scimError.ts'
import { type ResourceRow, resourceColumns, toResource, toUniqueName, uniqueAttribute } from './resourceRow.ts'

type TypeName = StoredResource['resourceType']

/** Who takes a name, and whether it must not be another's. */
interface NameClaim {
  readonly connectionId: number
  readonly resourceType: TypeName
  readonly attributes: Attributes
  readonly unique: boolean
}

/** The names that no two resources may share: userName, and by setting a group's displayName. */
export interface UniqueNames {
  /** Whatever the case; the oldest where groups share the name. */
  readonly find: (connectionId: number, resourceType: TypeName, name: string) => StoredResource | undefined
  /**
   * Runs a write that takes a name; the unique index decides whether it may.
   *
   * @throws ScimError uniqueness (409) naming the holder
   */
  readonly claim: (claim: NameClaim, write: () => void) => void
}

/** The unique names over a database. */
export function createUniqueNames(db: Database): UniqueNames {
  const selectUserByName = db.prepare<[number, string], ResourceRow>(`
    SELECT ${resourceColumns}
      FROM resource
     WHERE connection_id = ?
       AND resource_type = 'User'
       AND folded_name = ?
       AND name_claim = 1`)
  const selectGroupByName = db.prepare<[number, string], ResourceRow>(`
    SELECT ${resourceColumns}
      FROM resource
     WHERE connection_id = ?
       AND resource_type = 'Group'
       AND folded_name = ?
     ORDER BY seq
     LIMIT 1`)

  const find = (connectionId: number, resourceType: TypeName, name: string): StoredResource | undefined => {
    const row = (resourceType === 'User' ? selectUserByName : selectGroupByName).get(connectionId, foldText(name))
    return row && toResource(row)
  }

  const toTaken = (connectionId: number, resourceType: TypeName, attributes: Attributes): Error | undefined => {
    const value = toUniqueName(resourceType, attributes)
    const holder = find(connectionId, resourceType, value)
    if (!holder) return undefined
    const archived = resourceType === 'User' ? { archived: holder.attributes['active'] === false } : {}
    return uniqueness({ attribute: uniqueAttribute(resourceType), value, id: holder.id, ...archived })
  }

  const claim: UniqueNames['claim'] = ({ connectionId, resourceType, attributes, unique }, write) => {
    // A group whose name was not to be unique when it came holds the name without a claim, and the index cannot see it.
    const taken = unique && resourceType === 'Group' ? toTaken(connectionId, resourceType, attributes) : undefined
    if (taken) throw taken
    try {
      write()
    } catch (error) {
      const isRefused = error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE'
      throw (isRefused && toTaken(connectionId, resourceType, attributes)) || error
    }
  }

  return { find, claim }
}
