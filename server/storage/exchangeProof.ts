import type { Database } from 'better-sqlite3'
import { Action, type ExchangeSummary } from '#contract/exchange.ts'
import { otherCallers } from '#contract/provider.ts'
import { type SummaryRow, summaryColumns } from './exchangeRow.ts'
import { toSummary } from './exchangeSummary.ts'
import { createNewestExchangeId } from './newestExchangeId.ts'
import { createReadMemory } from './readMemory.ts'
import type { ExchangeProofQuery } from './storedExchange.ts'

type Order = 'newest' | 'oldest'

/** A handful for each connection and each set of tokens that it had. */
const maxLooked = 200

interface ProofParams {
  readonly connection_id: number
  /** JSON, as are the actions and the ids. */
  readonly callers: string
  readonly actions: string
  readonly simulated: 0 | 1
  readonly failed: 0 | 1
  readonly after: number
  /** null: whether or not. */
  readonly authenticated: 0 | 1 | null
  /** null: any. */
  readonly token_ids: string | null
}

/** Finds the exchange that proves something, by one short look into the index for each caller and action that it may be of. */
export function createExchangeProof(
  db: Database,
): (connectionId: number, query: ExchangeProofQuery) => ExchangeSummary | undefined {
  // All looks in one statement: the way in and out of SQLite costs more than a look.
  const prepare = ({ order, first }: { order: 'ASC' | 'DESC'; first: 'MIN' | 'MAX' }) =>
    db.prepare<ProofParams, SummaryRow>(`
    SELECT ${summaryColumns}
      FROM exchange
     WHERE id = (SELECT ${first}((SELECT exchange.id
                               FROM exchange INDEXED BY exchange_proof
                              WHERE exchange.connection_id = @connection_id
                                AND exchange.caller = callers.value
                                AND exchange.action = actions.value
                                AND exchange.simulated = @simulated
                                AND exchange.failed = @failed
                                AND exchange.id > @after
                                AND (@authenticated IS NULL OR (exchange.token_id IS NOT NULL) = @authenticated)
                                AND (@token_ids IS NULL OR exchange.token_id IN (SELECT value FROM json_each(@token_ids)))
                              ORDER BY exchange.id ${order}
                              LIMIT 1))
                   FROM json_each(@callers) AS callers
                  CROSS JOIN json_each(@actions) AS actions)`)
  const selectNewest = prepare({ order: 'DESC', first: 'MAX' })
  const selectOldest = prepare({ order: 'ASC', first: 'MIN' })

  const newestId = createNewestExchangeId(db)
  const selectOne = db.prepare<[number], SummaryRow>(`
    SELECT ${summaryColumns}
      FROM exchange
     WHERE id = ?`)

  const look = (order: Order, params: ProofParams) => (order === 'oldest' ? selectOldest : selectNewest).get(params)

  /** Ids grow, and a row never changes: what was looked through once need not be looked through again, unless what was found is gone. */
  const looked = new Map<string, { readonly foundId: number | undefined; readonly upTo: number }>()
  const lookOn = (order: Order, params: ProofParams) => {
    const key = JSON.stringify([order, params])
    const before = looked.get(key)
    const known = before?.foundId === undefined ? undefined : selectOne.get(before.foundId)
    if (known && order === 'oldest') return known
    const isWhole = !before || (before.foundId !== undefined && !known)
    const upTo = newestId()
    const row = look(order, isWhole ? params : { ...params, after: Math.max(params.after, before.upTo) }) ?? known
    if (looked.size >= maxLooked) looked.clear()
    looked.set(key, { foundId: row?.id, upTo })
    return row
  }

  const memory = createReadMemory(db)

  return (connectionId, query) =>
    memory(`${connectionId} ${JSON.stringify(query)}`, () => {
      const { caller, actions, simulated, succeeded, authenticated, tokenIds, afterId = 0, oldest = false } = query
      const params: ProofParams = {
        connection_id: connectionId,
        callers: JSON.stringify(caller === undefined ? otherCallers : [caller]),
        actions: JSON.stringify(actions ?? Action.options),
        simulated: toBit(simulated),
        failed: toBit(!succeeded),
        after: afterId,
        authenticated: authenticated === undefined ? null : toBit(authenticated),
        token_ids: tokenIds ? JSON.stringify(tokenIds) : null,
      }
      const order = oldest ? 'oldest' : 'newest'
      // No index begins with the token: what came with others before is walked through. What a transaction has written may be taken back.
      const row = tokenIds && !db.inTransaction ? lookOn(order, params) : look(order, params)
      return row && toSummary(row)
    })
}

function toBit(value: boolean): 0 | 1 {
  return value ? 1 : 0
}
