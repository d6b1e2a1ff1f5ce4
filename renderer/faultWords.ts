import type { FaultKind } from '#contract/exchange.ts'
import type { ArmedFault, FaultAction } from '#contract/fault.ts'
import { formatStatus } from './exchangeOutcome.ts'
import { formatCount } from './format.ts'

const notStatuses: Readonly<Partial<Record<FaultKind, string>>> = {
  delay: 'Delay',
  cut: 'Cut connection',
  truncated: 'JSON that ends early',
  html: 'HTML page',
}

/** How a fault is named on screen: `429 Too Many Requests`, `Cut connection`. */
export function nameFault(kind: FaultKind): string {
  return notStatuses[kind] ?? formatStatus(Number(kind))
}

const shortNames: Readonly<Partial<Record<FaultKind, string>>> = { truncated: 'half JSON', html: 'HTML' }

/** The mark of a row that met a fault: `fault 429`, `fault delay`. */
export function markFault(kind: FaultKind): string {
  return `fault ${shortNames[kind] ?? kind}`
}

/** One request that a fault waits for, and several. */
const requests: Readonly<Record<FaultAction, readonly [one: string, several: string]>> = {
  any: ['request', 'requests'],
  created: ['create', 'creates'],
  updated: ['update', 'updates'],
  archived: ['deactivation', 'deactivations'],
  restored: ['restore', 'restores'],
  deleted: ['delete', 'deletes'],
  groupChanged: ['group change', 'group changes'],
  lookedUp: ['look-up', 'look-ups'],
  tested: ['connection test', 'connection tests'],
  discovered: ['discovery request', 'discovery requests'],
  unknown: ['other request', 'other requests'],
}

/** What a fault may wait for, as a choice: `Creates`. */
export function nameFaultAction(action: FaultAction): string {
  if (action === 'any') return 'Requests of any kind'
  const [, several] = requests[action]
  return `${several.charAt(0).toUpperCase()}${several.slice(1)}`
}

/** `The next 2 creates: 429 Too Many Requests`. */
export function describeFault({ kind, action, left, seconds }: ArmedFault): string {
  const [one, several] = requests[action]
  const next = left === 1 ? `The next ${one}` : `The next ${formatCount(left, one, several)}`
  return `${next}: ${nameFault(kind)}${kind === 'delay' ? ` of ${seconds} s` : ''}`
}

/** The kinds for which `seconds` means something, and what. */
export const secondsOf: Readonly<Partial<Record<FaultKind, string>>> = {
  429: 'Retry-After, seconds',
  503: 'Retry-After, seconds',
  delay: 'Delay, seconds',
}

/** What becomes of a write that meets the fault. */
export function tellEffect(kind: FaultKind): string {
  switch (kind) {
    case 'delay':
      return 'The request is held for so long and then done, whether or not the caller still waits.'
    case 'cut':
      return 'The change is done and stored. Then the connection closes without a reply, so that the caller does not know.'
    case 'truncated':
      return 'The change is done and stored. The reply ends in the middle of its JSON, so that the caller does not know.'
    case 'html':
      return 'Nothing is changed. A page with status 200 stands for a proxy or a sign-in that answers in place of the endpoint.'
    default:
      return 'Nothing is changed: the request is refused before anything is done.'
  }
}
