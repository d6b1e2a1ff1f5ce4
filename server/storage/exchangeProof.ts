import type { Database } from 'better-sqlite3'
import { Action } from '#contract/exchange.ts'
import { Caller } from '#contract/provider.ts'
import { type SummaryRow, summaryColumns } from './exchangeRow.ts'
import type { ExchangeStore } from './exchangeStore.ts'
import { toSummary } from './exchangeSummary.ts'

interface ProofParams {
  readonly connection_id: number
  readonly caller: Caller
  readonly action: Action
  readonly simulated: 0 | 1
  readonly failed: 0 | 1
  readonly after: number
  /** null: whether or not. */
  readonly authenticated: 0 | 1 | null
  /** JSON; null: any. */
  readonly token_ids: string | null
}

/** Finds the exchange that proves something, by one short look into the index for each caller and action that it may be of. */
export function createExchangeProof(db: Database): ExchangeStore['newest'] {
  const prepare = (order: 'ASC' | 'DESC') =>
    db.prepare<ProofParams, SummaryRow>(`
    SELECT ${summaryColumns}
      FROM exchange
     WHERE id = (SELECT exchange.id
                   FROM exchange INDEXED BY exchange_proof
                  WHERE exchange.connection_id = @connection_id
                    AND exchange.caller = @caller
                    AND exchange.action = @action
                    AND exchange.simulated = @simulated
                    AND exchange.failed = @failed
                    AND exchange.id > @after
                    AND (@authenticated IS NULL OR (exchange.token_id IS NOT NULL) = @authenticated)
                    AND (@token_ids IS NULL OR exchange.token_id IN (SELECT value FROM json_each(@token_ids)))
                  ORDER BY exchange.id ${order}
                  LIMIT 1)`)
  const selectNewest = prepare('DESC')
  const selectOldest = prepare('ASC')

  return (connectionId, query) => {
    const { simulated, succeeded, authenticated, tokenIds, afterId = 0, oldest = false } = query
    const common = {
      connection_id: connectionId,
      simulated: toBit(simulated),
      failed: toBit(!succeeded),
      after: afterId,
      authenticated: authenticated === undefined ? null : toBit(authenticated),
      token_ids: tokenIds ? JSON.stringify(tokenIds) : null,
    }
    const callers = query.caller === undefined ? Caller.options : [query.caller]
    const looks = callers.flatMap((caller) => (query.actions ?? Action.options).map((action) => ({ ...common, caller, action })))
    const rows = looks.map((look) => (oldest ? selectOldest : selectNewest).get(look)).filter((row) => row !== undefined)
    const [first] = rows.sort((one, other) => (oldest ? one.id - other.id : other.id - one.id))
    return first && toSummary(first)
  }
}

function toBit(value: boolean): 0 | 1 {
  return value ? 1 : 0
}
