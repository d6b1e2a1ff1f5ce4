import type { Database } from 'better-sqlite3'
import type { ConnectionContents } from '#contract/connection.ts'
import type { Attributes } from '#contract/scim/resource.ts'
import { toFoldedEmails } from './resourceRow.ts'
import { createAtomic } from './transaction.ts'

/** Removing a connection with all that is its own: what lets callers in goes at once, the rest in slices. */
export interface ConnectionRemoval {
  readonly count: (connectionId: number) => ConnectionContents
  /** From now on no path and no list leads to it, and its slug is free. Its tokens, views and extensions are gone. */
  readonly begin: (connectionId: number, at: string) => void
  /** The connections of which something may be left. */
  readonly listBegun: () => { readonly id: number; readonly removedAt: string }[]
  /** Removes at most `limit` exchanges, learners or groups. @returns false where nothing is left of them */
  readonly removeSome: (connectionId: number, limit: number) => boolean
  /** Forgets the connection itself, of which nothing else is left. */
  readonly finish: (connectionId: number) => void
}

/** Everything with few rows that names a connection. */
const smallTables = ['token', 'saved_view', 'ignored_cause', 'exchange_clearing', 'extension', 'page_mark']

/** @see ConnectionRemoval */
export function createConnectionRemoval(db: Database): ConnectionRemoval {
  const atomic = createAtomic(db)
  const counting = (sql: string) => {
    const select = db.prepare<[number], number | null>(sql).pluck()
    return (connectionId: number) => select.get(connectionId) ?? 0
  }
  const countResources = (type: 'User' | 'Group') =>
    counting(`
    SELECT SUM(count)
      FROM resource_count
     WHERE connection_id = ?
       AND resource_type = '${type}'
       AND status <> 'deleted'`)
  const countLearners = countResources('User')
  const countGroups = countResources('Group')
  const countExchanges = counting(`
    SELECT COUNT(*)
      FROM exchange
     WHERE connection_id = ?`)
  const countTokens = counting(`
    SELECT COUNT(*)
      FROM token
     WHERE connection_id = ?
       AND kind <> 'simulator'`)
  const hide = db.prepare<[string, number]>(`
    UPDATE connection
       SET removed_at = ?,
           slug = '/' || id,
           name = ''
     WHERE id = ?`)
  const emptySmallTables = smallTables.map((table) =>
    db.prepare<[number]>(`
    DELETE FROM ${table}
     WHERE connection_id = ?`),
  )
  const selectBegun = db.prepare<[], { id: number; removedAt: string }>(`
    SELECT id, removed_at AS removedAt
      FROM connection
     WHERE removed_at IS NOT NULL
     ORDER BY id`)
  const deleteExchanges = db.prepare<[number, number]>(`
    DELETE FROM exchange
     WHERE id IN (SELECT id
                    FROM exchange
                   WHERE connection_id = ?
                   ORDER BY id
                   LIMIT ?)`)
  const selectResources = db.prepare<[number, 'User' | 'Group', number], { seq: number; document: string }>(`
    SELECT seq, document
      FROM resource
     WHERE connection_id = ?
       AND resource_type = ?
     LIMIT ?`)
  const deleteEmail = db.prepare<[string, number]>(`
    DELETE FROM email
     WHERE folded_value = ?
       AND resource_seq = ?`)
  const deleteResource = db.prepare<[number]>(`
    DELETE FROM resource
     WHERE seq = ?`)
  const deleteCounts = db.prepare<[number]>(`
    DELETE FROM resource_count
     WHERE connection_id = ?`)
  const deleteConnection = db.prepare<[number]>(`
    DELETE FROM connection
     WHERE id = ?
       AND removed_at IS NOT NULL`)

  const removeResources = (connectionId: number, type: 'User' | 'Group', limit: number): number => {
    const rows = selectResources.all(connectionId, type, limit)
    for (const { seq, document } of rows) {
      // A seq may be given again: an address that stayed would lead to another learner.
      for (const email of toFoldedEmails(JSON.parse(document) as Attributes)) deleteEmail.run(email, seq)
      deleteResource.run(seq)
    }
    return rows.length
  }

  return {
    count: (connectionId) => ({
      learners: countLearners(connectionId),
      groups: countGroups(connectionId),
      exchanges: countExchanges(connectionId),
      tokens: countTokens(connectionId),
    }),
    begin: (connectionId, at) =>
      atomic(() => {
        hide.run(at, connectionId)
        for (const statement of emptySmallTables) statement.run(connectionId)
      }),
    listBegun: () => selectBegun.all(),
    removeSome: (connectionId, limit) =>
      atomic(
        () =>
          deleteExchanges.run(connectionId, limit).changes > 0 ||
          // Each takes its few memberships along, so that a group of very many has none left when its turn comes.
          removeResources(connectionId, 'User', limit) > 0 ||
          removeResources(connectionId, 'Group', limit) > 0,
      ),
    finish: (connectionId) =>
      atomic(() => {
        deleteCounts.run(connectionId)
        deleteConnection.run(connectionId)
      }),
  }
}
