import type { Database } from 'better-sqlite3'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { createExchangeCount, type ExchangeCount } from './exchangeCount.ts'
import { createExchangeFailures } from './exchangeFailures.ts'
import { createExchangeList, type ExchangeList } from './exchangeList.ts'
import { createExchangeProof } from './exchangeProof.ts'
import {
  type ContentRow,
  type ExchangeRow,
  measure,
  type NewRow,
  type SummaryRow,
  summaryColumns,
  toContentRow,
  toExchange,
  toExchangeRow,
  wholeColumns,
} from './exchangeRow.ts'
import { toSummary } from './exchangeSummary.ts'
import { createTouches } from './exchangeTouches.ts'
import { createNewestExchangeId } from './newestExchangeId.ts'
import type { ExchangeProofQuery, FailureRow, NewExchange, StoredExchange } from './storedExchange.ts'
import { createAtomic } from './transaction.ts'

/**
 * What arrived on the SCIM listener. Rows without a connection belong to every connection's list. Where the list was cleared, `list`,
 * `listNewest`, `after`, `failures` and `count` pass over what was in it; `get` and what proves a step do not.
 */
export interface ExchangeStore extends ExchangeList {
  /** @returns its id */
  readonly insert: (exchange: NewExchange) => number
  readonly get: (id: number) => StoredExchange | undefined
  /** As a line of the list, at most 600 bytes as JSON, without a mark. */
  readonly toSummary: (exchange: StoredExchange) => ExchangeSummary
  /** Those of all connections, removed ones apart, that came after the exchange `id`, oldest first; `connection` is a slug. */
  readonly after: (id: number, limit: number) => { connection: string | null; exchange: ExchangeSummary }[]
  /** The highest id that any exchange was ever given; 0 while there was none. */
  readonly newestId: () => number
  readonly newest: (connectionId: number, query: ExchangeProofQuery) => ExchangeSummary | undefined
  /** Succeeded creates and updates of users, newest first, with their bodies. */
  readonly newestWrites: (
    connectionId: number,
    query: { readonly simulated: boolean; readonly limit: number },
  ) => StoredExchange[]
  readonly failures: (connectionId: number) => FailureRow[]
  readonly count: (connectionId: number) => ExchangeCount
  /** @returns how many were removed */
  readonly removeSimulated: (connectionId: number) => number
  /** Keeps the newest `keep` of those without a known token, and the pinned ones. @returns how many were removed */
  readonly trimUnauthenticated: (keep: number) => number
}

/** The exchanges over a database. */
export function createExchangeStore(db: Database): ExchangeStore {
  const atomic = createAtomic(db)

  const insertRow = db.prepare<NewRow & { stored_bytes: number }>(`
    INSERT INTO exchange (connection_id, received_at, duration_ms, method, target, route, status, scim_type, action, sentence,
           caller, token_id, token_last_four, refused_credential, resource_type, resource_id, resource_name, explanation_id,
           simulation, tolerance_count, fault, subject_keys, stored_bytes)
    VALUES (@connection_id, @received_at, @duration_ms, @method, @target, @route, @status, @scim_type, @action, @sentence,
           @caller, @token_id, @token_last_four, @refused_credential, @resource_type, @resource_id, @resource_name,
           @explanation_id, @simulation, @tolerance_count, @fault, @subject_keys, @stored_bytes)`)
  const insertContent = db.prepare<ContentRow & { exchange_id: number; undo: string | null }>(`
    INSERT INTO exchange_content (exchange_id, request_line, request_headers, request_body, request_size_bytes, response_line,
           response_headers, response_body, response_size_bytes, changes, changed_nothing, not_kept, tolerances, detail, undo)
    VALUES (@exchange_id, @request_line, @request_headers, @request_body, @request_size_bytes, @response_line,
           @response_headers, @response_body, @response_size_bytes, @changes, @changed_nothing, @not_kept, @tolerances,
           @detail, @undo)`)
  const insertTouches = createTouches(db)
  const selectWhole = db.prepare<[number], ExchangeRow & ContentRow>(`
    SELECT ${wholeColumns}
      FROM exchange
      JOIN exchange_content AS content
        ON content.exchange_id = exchange.id
     WHERE exchange.id = ?`)
  const selectAfter = db.prepare<[number, number], SummaryRow & { slug: string | null }>(`
    SELECT ${summaryColumns}, connection.slug
      FROM exchange
      LEFT JOIN connection
        ON connection.id = exchange.connection_id
     WHERE exchange.id > ?
       AND connection.removed_at IS NULL
       AND exchange.id > ifnull((SELECT cleared_to
                                   FROM exchange_clearing
                                  WHERE exchange_clearing.connection_id = exchange.connection_id), 0)
     ORDER BY exchange.id
     LIMIT ?`)
  const prepareWrites = (index: string, simulated: 0 | 1) =>
    db.prepare<[number, number], ExchangeRow & ContentRow>(`
    SELECT ${wholeColumns}
      FROM exchange INDEXED BY ${index}
      JOIN exchange_content AS content
        ON content.exchange_id = exchange.id
     WHERE exchange.connection_id = ?
       AND exchange.simulated = ${simulated}
       AND exchange.action IN ('created', 'updated')
       AND exchange.failed = 0
       AND exchange.resource_type = 'User'
     ORDER BY exchange.id DESC
     LIMIT ?`)
  // From the newest backwards: successful writes of users are seldom far from the end.
  const selectRealWrites = prepareWrites('exchange_connection', 0)
  const selectSimulatedWrites = prepareWrites('exchange_simulated', 1)
  const deleteSimulated = db.prepare<[number]>(`
    DELETE FROM exchange
     WHERE simulated = 1
       AND (connection_id = ? OR connection_id IS NULL)`)
  const deleteUnauthenticated = db.prepare<[number]>(`
    DELETE FROM exchange
     WHERE token_id IS NULL
       AND id NOT IN (SELECT exchange_id
                        FROM exchange_mark
                       WHERE pinned = 1)
       AND id <= (SELECT id
                    FROM exchange
                   WHERE token_id IS NULL
                   ORDER BY id DESC
                   LIMIT 1
                  OFFSET ?)`)

  return {
    insert: (exchange) =>
      atomic(() => {
        const content = toContentRow(exchange)
        const id = Number(insertRow.run({ ...toExchangeRow(exchange), stored_bytes: measure(content) }).lastInsertRowid)
        insertContent.run({ exchange_id: id, ...content, undo: exchange.undo ? JSON.stringify(exchange.undo) : null })
        insertTouches(id, exchange)
        return id
      }),
    get: (id) => {
      const row = selectWhole.get(id)
      return row && toExchange(row)
    },
    toSummary: (exchange) => toSummary({ id: exchange.id, ...toExchangeRow(exchange), mark: null }),
    ...createExchangeList(db),
    after: (id, limit) => selectAfter.all(id, limit).map(({ slug, ...row }) => ({ connection: slug, exchange: toSummary(row) })),
    newestId: createNewestExchangeId(db),
    newest: createExchangeProof(db),
    newestWrites: (connectionId, { simulated, limit }) =>
      (simulated ? selectSimulatedWrites : selectRealWrites).all(connectionId, limit).map(toExchange),
    failures: createExchangeFailures(db),
    count: createExchangeCount(db),
    removeSimulated: (connectionId) => deleteSimulated.run(connectionId).changes,
    trimUnauthenticated: (keep) => deleteUnauthenticated.run(keep).changes,
  }
}
