import type { Action, ExchangeSummary } from '#contract/exchange.ts'
import type { Meaning } from './components/meaning.ts'

/** How an exchange ended: the shape and colour, and the one word that says so before them. */
export interface Outcome {
  readonly meaning: Meaning
  readonly word: string
}

/** How an action is named on screen. */
export const actionNames: Readonly<Record<Action, string>> = {
  created: 'Created',
  updated: 'Updated',
  archived: 'Archived',
  restored: 'Restored',
  deleted: 'Deleted',
  groupChanged: 'Group changed',
  lookedUp: 'Looked up',
  tested: 'Tested',
  discovered: 'Discovered',
  unknown: 'Other',
}

/** The actions that change the roster. */
export const writeActions: ReadonlySet<Action> = new Set<Action>([
  'created',
  'updated',
  'archived',
  'restored',
  'deleted',
  'groupChanged',
])

/** True where the client was told no, or went away. A fault on purpose is no failure. */
export function isFailure(exchange: Pick<ExchangeSummary, 'status' | 'fault'>): boolean {
  if (exchange.fault !== null) return false
  return exchange.status === 0 || exchange.status >= 400
}

/** How an exchange ended, in a word. A simulated success never looks like a real one. */
export function toOutcome(exchange: Pick<ExchangeSummary, 'status' | 'action' | 'simulation' | 'fault'>): Outcome {
  const { status, action } = exchange
  if (exchange.fault !== null) return { meaning: 'attention', word: 'Fault' }
  if (status === 0) return { meaning: 'attention', word: 'Cut off' }
  if (isFailure(exchange)) return { meaning: 'failed', word: failureWords[status] ?? 'Failed' }
  const word = action === 'groupChanged' ? 'Group' : actionNames[action]
  if (!writeActions.has(action)) return { meaning: 'neutral', word }
  return { meaning: exchange.simulation === null ? 'proven' : 'rehearsed', word }
}

const failureWords: Readonly<Record<number, string>> = {
  401: 'Refused',
  403: 'Refused',
  404: 'Not found',
  409: 'Conflict',
  503: 'Paused',
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
}

/** `409 Conflict`; `no reply` where the caller went away. */
export function formatStatus(status: number): string {
  if (status === 0) return 'no reply'
  const text = statusTexts[status]
  return text ? `${status} ${text}` : String(status)
}
