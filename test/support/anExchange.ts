import type { NewExchange } from '../../server/storage/storedExchange.ts'

/** A create that succeeded; a test states only what matters. */
export function anExchange(stated: Partial<NewExchange> = {}): NewExchange {
  return {
    connectionId: 1,
    receivedAt: '2026-11-20T12:00:00.000Z',
    durationMs: 4,
    method: 'POST',
    target: '/Users',
    route: '/Users',
    status: 201,
    scimType: null,
    action: 'created',
    sentence: 'Okta created Maya Lindqvist',
    caller: 'okta',
    tokenId: null,
    tokenLastFour: null,
    refusedCredential: null,
    resourceType: 'User',
    resourceId: '5b1f7a52-5c0e-4bd1-9a44-0f5f3c2e7d10',
    resourceName: 'Maya Lindqvist',
    explanationId: null,
    simulation: null,
    fault: null,
    subjectKeys: null,
    tolerances: [],
    request: { line: 'POST /default/scim/v2/Users HTTP/1.1', headers: [], body: null, sizeBytes: 0 },
    response: { line: 'HTTP/1.1 201 Created', headers: [], body: null, sizeBytes: 0 },
    changes: [],
    changedNothing: false,
    notKept: [],
    detail: null,
    ...stated,
  }
}
