import type { Explanation } from '#contract/exchange.ts'
import { toExplanation } from '../monitor/explain.ts'
import { type Service, toScimUrl } from '../service.ts'
import type { ExplainedExchange } from '../setup/evidence.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'

/** What a failed or odd exchange means and what to do about it. The summary lacks what the reply said, and cuts the target. */
export function explainExchange(service: Service, connection: StoredConnection, exchange: ExplainedExchange): Explanation {
  const stored = service.stores.exchanges.get(exchange.id)
  return toExplanation(exchange.explanationId ?? 'unexplained', {
    provider: connection.provider,
    caller: exchange.caller,
    detail: stored?.detail ?? null,
    target: stored?.target ?? exchange.target,
    status: exchange.status,
    method: exchange.method,
    scimUrl: toScimUrl(service, connection.slug),
  })
}
