import type { Database } from 'better-sqlite3'
import { Action, type ExchangeSummary } from '#contract/exchange.ts'
import { otherCallers } from '#contract/provider.ts'
import { type SummaryRow, summaryColumns } from './exchangeRow.ts'
import { toSummary } from './exchangeSummary.ts'
import type { ExchangeProofQuery } from './storedExchange.ts'

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

  return (connectionId, query) => {
    const { caller, actions, simulated, succeeded, authenticated, tokenIds, afterId = 0, oldest = false } = query
    const row = (oldest ? selectOldest : selectNewest).get({
      connection_id: connectionId,
      callers: JSON.stringify(caller === undefined ? otherCallers : [caller]),
      actions: JSON.stringify(actions ?? Action.options),
      simulated: toBit(simulated),
      failed: toBit(!succeeded),
      after: afterId,
      authenticated: authenticated === undefined ? null : toBit(authenticated),
      token_ids: tokenIds ? JSON.stringify(tokenIds) : null,
    })
    return row && toSummary(row)
  }
}

function toBit(value: boolean): 0 | 1 {
  return value ? 1 : 0
}
