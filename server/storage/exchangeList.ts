import type { Database, Statement } from 'better-sqlite3'
import type { ExchangePage, ExchangeSummary } from '#contract/exchange.ts'
import { createExchangeClearing } from './exchangeClearing.ts'
import { isShown, type SummaryRow, summaryColumns, touches } from './exchangeRow.ts'
import { toSummary } from './exchangeSummary.ts'
import type { ExchangeListQuery } from './storedExchange.ts'
import { toTextQuery } from './textQuery.ts'

type Params = Readonly<Record<string, string | number>>

/** What a list is narrowed to; the names in `params` are those behind the `@` in `sql`. */
export interface ListCondition {
  readonly sql: string
  readonly params: Params
}

interface ListStatements {
  readonly selectPage: Statement<[Params], SummaryRow>
  readonly count: Statement<[Params], number>
}

/**
 * A connection's exchanges and those that named no connection, newest first. Narrowing by `text` needs the full text attached, as
 * `exchangeSearch` has it.
 */
export interface ExchangeList {
  readonly list: (connectionId: number, query: ExchangeListQuery) => ExchangePage
  /** Without counting how many there are, which takes longer than to read a few. */
  readonly listNewest: (connectionId: number, query: ExchangeListQuery) => ExchangeSummary[]
}

/** @see ExchangeList */
export function createExchangeList(db: Database): ExchangeList {
  // One pair for each set of conditions; the screen has a handful.
  const prepared = new Map<string, ListStatements>()
  const { clearedTo } = createExchangeClearing(db)

  const prepare = (where: string, hasText: boolean): ListStatements => {
    const key = `${hasText} ${where}`
    const known = prepared.get(key)
    if (known) return known
    const statements = {
      selectPage: db.prepare<Params, SummaryRow>(hasText ? toTextPageSql(where) : toPageSql(where)),
      count: db.prepare<Params, number>(hasText ? toTextCountSql(where) : toCountSql(where)).pluck(),
    }
    prepared.set(key, statements)
    return statements
  }

  const toStatement = (connectionId: number, query: ExchangeListQuery) => {
    const conditions = [...toConditions(query), ...toShown(clearedTo(connectionId))]
    // Signs alone, without a letter or a digit, stand in no word: they narrow nothing.
    const text = toTextQuery(query.text ?? '')
    const statements = prepare(conditions.map(({ sql }) => `\n               AND ${sql}`).join(''), text !== null)
    const narrowed = Object.assign({ connection_id: connectionId }, ...conditions.map(({ params }) => params), text && { text })
    return { ...statements, params: { ...narrowed, before: query.before ?? Number.MAX_SAFE_INTEGER } }
  }

  return {
    list: (connectionId, query) => {
      const { selectPage, count, params } = toStatement(connectionId, query)
      const rows = selectPage.all({ ...params, limit: query.limit + 1 })
      const exchanges = rows.slice(0, query.limit).map(toSummary)
      return { exchanges, hasMore: rows.length > query.limit, total: count.get(params) ?? 0 }
    },
    listNewest: (connectionId, query) => {
      const { selectPage, params } = toStatement(connectionId, query)
      return selectPage.all({ ...params, limit: query.limit }).map(toSummary)
    },
  }
}

/** What a filter asks of a row of `exchange`. */
export function toConditions({
  show,
  action,
  method,
  status,
  caller,
  resourceId,
  group,
  simulated,
  mark,
  token,
  since,
  until,
  ids,
}: ExchangeListQuery): ListCondition[] {
  const conditions: (ListCondition | undefined)[] = [
    show === 'writes'
      ? { sql: `exchange.action IN ('created', 'updated', 'archived', 'restored', 'deleted', 'groupChanged')`, params: {} }
      : undefined,
    show === 'failures' ? { sql: 'exchange.failed = 1', params: {} } : undefined,
    equal('action', action),
    equal('method', method),
    equal('status', status),
    equal('caller', caller),
    resourceId === undefined ? undefined : { sql: touches, params: { resource_id: resourceId } },
    group === undefined
      ? undefined
      : { sql: 'exchange.failed = 1 AND exchange.failure_key = @failure_key', params: { failure_key: group } },
    toMarked(mark),
    simulated === undefined
      ? undefined
      : { sql: 'exchange.simulated = @simulated', params: { simulated: simulated === 'yes' ? 1 : 0 } },
    token === undefined ? undefined : { sql: 'exchange.token_id = @token', params: { token } },
    since === undefined ? undefined : { sql: 'exchange.received_at >= @since', params: { since } },
    until === undefined ? undefined : { sql: 'exchange.received_at < @until', params: { until } },
    ids === undefined ? undefined : { sql: 'exchange.id IN (SELECT value FROM json_each(@ids))', params: { ids: `[${ids}]` } },
  ]
  return conditions.filter((condition) => condition !== undefined)
}

/** What a cleared list asks of a row. */
export function toShown(clearedTo: number): ListCondition[] {
  return clearedTo === 0 ? [] : [{ sql: isShown, params: { cleared_to: clearedTo } }]
}

function toMarked(mark: ExchangeListQuery['mark']): ListCondition | undefined {
  switch (mark) {
    case undefined:
      return undefined
    case 'pinned':
      return { sql: toMarkedSql('pinned = 1'), params: {} }
    case 'noted':
      return { sql: toMarkedSql('note IS NOT NULL'), params: {} }
    default:
      return { sql: toMarkedSql('colour = @colour'), params: { colour: mark } }
  }
}

const toMarkedSql = (condition: string) => `exchange.id IN (SELECT exchange_id FROM exchange_mark WHERE ${condition})`

function equal(column: 'action' | 'method' | 'status' | 'caller', value: string | number | undefined): ListCondition | undefined {
  return value === undefined ? undefined : { sql: `exchange.${column} = @${column}`, params: { [column]: value } }
}

/** Two streams in order, merged: neither is sorted, and only the rows of the page are read whole. */
function toPageSql(where: string): string {
  return `
    SELECT ${summaryColumns}
      FROM exchange
     WHERE id IN (
            SELECT exchange.id
              FROM exchange
             WHERE exchange.connection_id = @connection_id
               AND exchange.id < @before${where}
             UNION ALL
            SELECT exchange.id
              FROM exchange
             WHERE exchange.connection_id IS NULL
               AND exchange.id < @before${where}
             ORDER BY id DESC
             LIMIT @limit)
     ORDER BY id DESC`
}

function toCountSql(where: string): string {
  return `
    SELECT (SELECT COUNT(*)
              FROM exchange
             WHERE exchange.connection_id = @connection_id${where})
         + (SELECT COUNT(*)
              FROM exchange
             WHERE exchange.connection_id IS NULL${where})`
}

/** The full text tells its rows from the newest on, so that a word that stands everywhere costs no more than its page. */
function toTextPageSql(where: string): string {
  return `
    SELECT ${summaryColumns}
      FROM exchange_text
      JOIN exchange
        ON exchange.id = exchange_text.rowid
     WHERE exchange_text MATCH @text
       AND exchange_text.rowid < @before
       AND (exchange.connection_id = @connection_id OR exchange.connection_id IS NULL)${where}
     ORDER BY exchange_text.rowid DESC
     LIMIT @limit`
}

function toTextCountSql(where: string): string {
  return `
    SELECT COUNT(*)
      FROM exchange_text
      JOIN exchange
        ON exchange.id = exchange_text.rowid
     WHERE exchange_text MATCH @text
       AND (exchange.connection_id = @connection_id OR exchange.connection_id IS NULL)${where}`
}
