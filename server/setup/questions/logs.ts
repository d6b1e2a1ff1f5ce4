import type { Explanation } from '#contract/exchange.ts'
import type { Answer } from '#contract/setup.ts'
import type { FailureRow } from '../../storage/storedExchange.ts'
import type { Evidence } from '../evidence.ts'

const about = { id: 'logs', question: 'What do the logs say?' } as const

/** One real cause of failures, explained. */
export interface Cause {
  readonly row: FailureRow
  readonly explanation: Explanation
}

/** The newest real causes that no later success has closed; at most `limit`. */
export function listOpenCauses({ service, connection, explain }: Evidence, limit: number): Cause[] {
  return service.stores.exchanges
    .failures(connection.id)
    .filter(({ simulated, recoveredAt }) => !simulated && recoveredAt === null)
    .slice(0, limit)
    .flatMap((row) => {
      const exchange = service.stores.exchanges.get(row.lastExchangeId)
      return exchange ? [{ row, explanation: explain(service.stores.exchanges.toSummary(exchange)) }] : []
    })
}

/** Names the newest causes of failures that are still open. */
export function answerLogs({ service, connection }: Evidence, open: readonly Cause[]): Answer {
  const causes = open.slice(0, 3)
  const newest = causes[0]
  if (newest) {
    const times = newest.row.count === 1 ? 'once' : `${newest.row.count} times`
    const others = causes.slice(1).map(({ explanation }) => explanation.title)
    return {
      ...about,
      verdict: 'bad',
      finding: `${newest.explanation.title} (${times}). ${newest.explanation.happened}${others.length > 0 ? ` Also open: ${others.join('; ')}.` : ''}`,
      fix: newest.explanation.steps.length > 0 ? newest.explanation.steps.join(' ') : null,
      exchangeIds: causes.map(({ row }) => row.lastExchangeId),
    }
  }
  const { count } = service.stores.exchanges.count(connection.id)
  return count === 0
    ? { ...about, verdict: 'unknown', finding: 'The log is empty.', fix: null, exchangeIds: [] }
    : { ...about, verdict: 'good', finding: 'No failure is open.', fix: null, exchangeIds: [] }
}
