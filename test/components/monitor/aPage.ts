import type { ExchangeDetail, ExchangePage, ExchangeSummary } from '#contract/exchange.ts'
import { anExchangeSummary } from '../setup/aSetupState.ts'

/** Exchanges with the given ids, newest first. */
export function exchangesFrom(newest: number, count: number): ExchangeSummary[] {
  return Array.from({ length: count }, (_, index) =>
    anExchangeSummary({ id: newest - index, sentence: `Okta created learner ${newest - index}` }),
  )
}

/** A page of them; a test states only what matters. */
export function aPage(exchanges: readonly ExchangeSummary[], stated: Partial<ExchangePage> = {}): ExchangePage {
  return { exchanges: [...exchanges], hasMore: false, total: exchanges.length, ...stated }
}

/** All of an exchange that created a learner. */
export function aDetail(summary: ExchangeSummary, stated: Partial<ExchangeDetail> = {}): ExchangeDetail {
  return {
    summary,
    connection: 'default',
    request: {
      line: `${summary.method} /default/scim/v2${summary.target} HTTP/1.1`,
      headers: [
        ['Host', 'acme.example'],
        ['Authorization', 'Bearer ••• (43 characters)'],
        ['Content-Type', 'application/scim+json'],
      ],
      body: '{"userName":"maya@example.com"}',
      sizeBytes: 31,
    },
    response: { line: 'HTTP/1.1 201 Created', headers: [['ETag', 'W/"1"']], body: '{"id":"u1"}', sizeBytes: 11 },
    tokenLabel: 'screen',
    refusedCredential: null,
    changes: [],
    moves: { joined: [], left: [], joinedCount: 0, leftCount: 0 },
    changedNothing: false,
    notKept: [],
    tolerances: [],
    explanation: null,
    mark: null,
    ...stated,
  }
}
