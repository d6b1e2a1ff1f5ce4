import type { Database } from 'better-sqlite3'
import type { LastExchange, LearnerSummary } from '#contract/learner.ts'

interface LastRow {
  readonly exchange: number
  readonly at: string
}

interface LastParams {
  readonly id: string
  readonly connection_id: number
  /** The userName, folded. */
  readonly name: string
}

const newestOf = (streams: string) => `
    SELECT id AS exchange, received_at AS at
      FROM exchange
     WHERE id = (SELECT MAX(id)
                   FROM (${streams}))`

// From the newest backwards, by the order of the index.
const ofResource = (index: string, failed: 0 | 1) => `
                         SELECT (SELECT exchange.id
                                   FROM exchange INDEXED BY ${index}
                                  WHERE exchange.resource_id = @id
                                    AND exchange.failed = ${failed}
                                  ORDER BY exchange.id DESC
                                  LIMIT 1) AS id`

const ofBulk = (failed: 0 | 1) => `
                         SELECT (SELECT exchange.id
                                   FROM bulk_resource
                                   JOIN exchange
                                     ON exchange.id = bulk_resource.exchange_id
                                  WHERE bulk_resource.resource_id = @id
                                    AND exchange.failed = ${failed}
                                  ORDER BY bulk_resource.exchange_id DESC
                                  LIMIT 1) AS id`

const ofName = `
                         SELECT (SELECT exchange.id
                                   FROM sought
                                   JOIN exchange
                                     ON exchange.id = sought.exchange_id
                                  WHERE sought.kind = 'userName'
                                    AND sought.value = @name
                                    AND exchange.failed = 1
                                    AND exchange.connection_id = @connection_id
                                  ORDER BY sought.exchange_id DESC
                                  LIMIT 1) AS id`

/** When a learner was last touched with success, and when without. */
export function createLastExchanges(db: Database): (params: LastParams) => Pick<LearnerSummary, 'lastSuccess' | 'lastFailure'> {
  const selectSuccess = db.prepare<LastParams, LastRow>(
    newestOf([ofResource('exchange_resource', 0), ofBulk(0)].join('\n                          UNION ALL')),
  )
  const selectFailure = db.prepare<LastParams, LastRow>(
    newestOf([ofResource('exchange_resource_failed', 1), ofBulk(1), ofName].join('\n                          UNION ALL')),
  )
  return (params) => ({
    lastSuccess: (selectSuccess.get(params) satisfies LastExchange | undefined) ?? null,
    lastFailure: (selectFailure.get(params) satisfies LastExchange | undefined) ?? null,
  })
}
