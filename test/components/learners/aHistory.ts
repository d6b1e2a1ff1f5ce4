import type { HistoryEvent, HistoryState } from '#contract/history.ts'
import { urns } from '#contract/scim/urns.ts'
import { anExchangeSummary } from '../setup/aSetupState.ts'

type Exchange = HistoryEvent['exchange']

/** A request that changed nothing; a test states only what matters. */
export function anEvent({
  exchange,
  ...stated
}: Partial<Omit<HistoryEvent, 'exchange'>> & { readonly exchange: Partial<Exchange> }): HistoryEvent {
  return {
    exchange: anExchangeSummary(exchange),
    by: 'resource',
    changes: [],
    joined: [],
    left: [],
    joinedCount: 0,
    leftCount: 0,
    status: 'active',
    relatedCount: 0,
    ...stated,
  }
}

/** Maya now. */
export function aState(stated: Partial<HistoryState> = {}): HistoryState {
  const setBy = { exchange: 3, at: '2026-11-24T12:00:00.000Z', sentence: 'Okta created Maya Lindqvist' }
  return {
    resourceType: 'User',
    status: 'active',
    name: 'Maya Lindqvist',
    schemas: [
      { urn: urns.user, name: null, lines: [{ path: 'userName', value: 'maya@example.com', setBy }] },
      { urn: urns.enterpriseUser, name: null, lines: [{ path: 'department', value: 'Research', setBy: null }] },
      { urn: null, name: null, lines: [{ path: 'meta.created', value: '2026-11-24T12:00:00.000Z', setBy: null }] },
    ],
    groups: [{ id: 'g1', name: 'Engineering' }],
    relatedCount: 1,
    changes: [],
    ...stated,
  }
}
