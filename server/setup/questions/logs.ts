import type { Explanation } from '#contract/exchange.ts'
import type { Answer } from '#contract/setup.ts'
import type { FailureRow } from '../../storage/storedExchange.ts'
import type { Evidence, ExplainedExchange } from '../evidence.ts'

const about = { id: 'logs', question: 'What do the logs say?' } as const

/** One real cause of failures, explained. */
export interface Cause {
  readonly row: FailureRow
  readonly explanation: Explanation
}

/** Those of the newest real causes that no later success has closed; at most `limit`. */
export function listOpenCauses({ explain }: Evidence, failures: readonly FailureRow[], limit: number): Cause[] {
  return failures
    .filter(({ simulated, recoveredAt }) => !simulated && recoveredAt === null)
    .slice(0, limit)
    .map((row) => ({ row, explanation: explain(toLast(row)) }))
}

/** What the explanation of a cause is about. */
const toLast = ({ lastExchangeId, explanationId, lastCaller, status, method, lastTarget }: FailureRow): ExplainedExchange => ({
  id: lastExchangeId,
  explanationId,
  caller: lastCaller,
  status,
  method,
  target: lastTarget,
})

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
  return service.stores.exchanges.listNewest(connection.id, { limit: 1 }).length === 0
    ? { ...about, verdict: 'unknown', finding: 'The log is empty.', fix: null, exchangeIds: [] }
    : { ...about, verdict: 'good', finding: 'No failure is open.', fix: null, exchangeIds: [] }
}
