import { type Connection, defaultSettings, type TokenInfo } from '#contract/connection.ts'
import type { ExchangeSummary, Explanation } from '#contract/exchange.ts'
import type { Mapping, Proof, SetupState } from '#contract/setup.ts'

const at = '2026-11-24T12:00:00.000Z'

/** An exchange that created a learner, unless told otherwise. */
export function anExchangeSummary(changed: Partial<ExchangeSummary> = {}): ExchangeSummary {
  return {
    id: 7,
    receivedAt: at,
    durationMs: 4,
    method: 'POST',
    target: '/Users',
    status: 201,
    scimType: null,
    action: 'created',
    sentence: 'Okta created Maya Lindqvist',
    caller: 'okta',
    tokenLastFour: '3f9a',
    resourceType: 'User',
    resourceId: 'u1',
    explanationId: null,
    simulation: null,
    toleranceCount: 0,
    fault: null,
    subjectKeys: null,
    ...changed,
  }
}

/** An active token made on screen. */
export function aToken(changed: Partial<TokenInfo> = {}): TokenInfo {
  return {
    id: 1,
    label: 'screen',
    kind: 'screen',
    lastFour: '3f9a',
    createdAt: at,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    status: 'active',
    ...changed,
  }
}

/** A refusal that says what to click. */
export function anExplanation(changed: Partial<Explanation> = {}): Explanation {
  return {
    id: 'doubledScheme',
    title: 'The word Bearer stands twice',
    happened: 'The header holds it twice.',
    meaning: 'No request is let in.',
    who: 'You, in Okta',
    steps: ['Paste the token alone into *Authorization*.'],
    documentation: null,
    ...changed,
  }
}

/** Something that is waited for. */
export function aProof(changed: Partial<Proof> = {}): Proof {
  return { state: 'waiting', exchange: null, problem: null, instead: null, ...changed }
}

/** An attribute that is expected and never came. */
export function aMapping(changed: Partial<Mapping> = {}): Mapping {
  return {
    attribute: 'userName',
    shortName: 'userName',
    schemaName: 'User',
    origin: 'expected',
    source: null,
    required: true,
    state: 'missing',
    example: null,
    exchangeId: null,
    doubt: null,
    fix: null,
    ...changed,
  }
}

/** A connection for which nothing is chosen. */
export function aConnection(changed: Partial<Connection> = {}): Connection {
  return { slug: 'default', name: 'Acme', provider: null, settings: defaultSettings, createdAt: at, ...changed }
}

/** A setup at its very beginning. */
export function aSetupState(changed: Partial<SetupState> = {}): SetupState {
  return {
    connection: aConnection(),
    scimUrl: 'http://127.0.0.1:4747/default/scim/v2',
    publicUrl: null,
    urlChange: null,
    tokens: [],
    tokenStored: false,
    connectionTicked: false,
    provisioningTicked: false,
    currentStep: 'credentials',
    steps: { credentials: 'waiting', connection: 'waiting', endpoint: 'waiting', provisioning: 'waiting', test: 'waiting' },
    recognised: aProof(),
    connectionTest: aProof(),
    mappings: [],
    unkept: [],
    switches: [],
    created: aProof(),
    updated: aProof(),
    archived: aProof(),
    lastArrival: null,
    ...changed,
  }
}
