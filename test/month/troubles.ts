import type { FaultOrder } from '#contract/fault.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Random } from '../fuzz/random.ts'
import { drawTimes, type Month } from './calendar.ts'
import type { Plan } from './lives.ts'
import { hire, toFullName } from './people.ts'
import type { Planned, Script, Sender } from './script.ts'
import { idOf } from './script.ts'

const minuteMs = 60_000

/** Who takes part in what goes wrong. */
export interface Cast {
  readonly okta: Sender
  readonly entra: Sender
  readonly ownScript: Sender
  readonly scanner: Sender
  readonly nobody: Sender
}

const user = (userName: string, displayName: string) => ({ schemas: [urns.user], userName, displayName, active: true })

type Mistake = Pick<Planned, 'method' | 'path' | 'body'>

/** An address that is taken: the same 409 again and again, until somebody removes the other learner. */
export function planConflict(random: Random, { month, number, cast }: { month: Month; number: number; cast: Cast }): Plan {
  const [at = month.since] = drawTimes(random, month, 1)
  const employee = hire(random, number)
  const retries = 2 + random.below(5)
  const isResolved = random.chance(0.7)

  function* live(): Script {
    const body = user(employee.userName, toFullName(employee))
    const other = idOf(yield { at, from: cast.ownScript, method: 'POST', path: '/Users', body })
    const create = (after: number) =>
      ({ at: at + after * minuteMs, from: cast.entra, method: 'POST', path: '/Users', body }) as const
    // Entra ID looks by another attribute here, finds nobody, and comes back with its next cycle.
    for (let retry = 1; retry <= retries; retry += 1) yield create(retry * 40)
    if (!isResolved) return
    yield { at: at + (retries * 40 + 20) * minuteMs, from: cast.ownScript, method: 'DELETE', path: `/Users/${other}` }
    yield create((retries + 1) * 40)
  }
  return { length: retries + 3, firstAt: at, script: live() }
}

/** Requests that are wrong in themselves, each as a client that is being written sends them. */
export function planMistakes(random: Random, { month, cast }: { month: Month; cast: Cast }): Plan {
  const [at = month.since] = drawTimes(random, month, 1)
  const { ownScript: from } = cast
  const patch = (value: string) => ({ schemas: [urns.patchOp], Operations: [{ op: 'replace', path: 'active', value }] })
  const mistakes: readonly [Mistake, ...Mistake[]] = [
    { method: 'POST', path: '/Users', body: '{"userName":"broken@example.com","active":true,}' },
    { method: 'POST', path: '/Users', body: '{"userName":"cut@example.com","name":{"givenName":"C' },
    { method: 'POST', path: '/Users', body: { schemas: [urns.user], displayName: 'Nobody in Particular' } },
    { method: 'GET', path: '/Users?filter=shoeSize%20eq%20%2241%22' },
    { method: 'GET', path: '/Users?filter=userName%20eq' },
    { method: 'GET', path: '/Users/0192f7a0-0000-7000-8000-000000000000' },
    { method: 'PATCH', path: '/Users/0192f7a0-0000-7000-8000-000000000000', body: patch('perhaps') },
    { method: 'DELETE', path: '/Users' },
    { method: 'GET', path: '/User' },
    { method: 'GET', path: '/default/scim/v2/Users?count=1' },
  ]
  const sent = random.list(1, 4, () => random.pick(mistakes))

  function* live(): Script {
    for (const [index, mistake] of sent.entries()) yield { at: at + index * minuteMs, from, ...mistake }
  }
  return { length: sent.length, firstAt: at, script: live() }
}

/** Strangers on the open port: they have no token and ask for other things, by night as well. */
export function planScan(random: Random, { month, cast }: { month: Month; cast: Cast }): Plan {
  const at = month.since + random.below(month.until - month.since)
  const paths = ['/', '/.env', '/wp-login.php', '/default/scim/v2/Users', '/admin/config.php', '/robots.txt'] as const

  function* live(): Script {
    for (const [index, path] of paths.entries())
      yield { at: at + index * 300, from: cast.scanner, method: 'GET', path, isRaw: true }
    yield { at: at + 2_000, from: cast.nobody, method: 'GET', path: '/Users?startIndex=1&count=2' }
  }
  return { length: paths.length + 1, firstAt: at, script: live() }
}

/** A fault that the administrator arms to see what Okta makes of it, and the requests that meet it; some more, that do not. */
export function planFault(
  random: Random,
  about: { readonly month: Month; readonly cast: Cast; readonly order: FaultOrder; readonly arm: (order: FaultOrder) => void },
): Plan {
  const { month, cast, order, arm } = about
  const [at = month.since] = drawTimes(random, month, 1)

  function* live(): Script {
    yield { at, deed: () => arm(order) }
    for (let request = 0; request < order.count + 2; request += 1) {
      yield { at: at + 1_000 + request * 2_000, from: cast.okta, method: 'GET', path: '/Users?startIndex=1&count=2' }
    }
  }
  return { length: order.count + 2, firstAt: at, script: live() }
}

/** What is armed in the course of a month, throttling most of all. */
export const orders: readonly FaultOrder[] = [
  { kind: '429', action: 'any', count: 40, seconds: 30 },
  { kind: '429', action: 'any', count: 60, seconds: 60 },
  { kind: '503', action: 'any', count: 12, seconds: 30 },
  { kind: '500', action: 'any', count: 5, seconds: 30 },
  { kind: 'html', action: 'any', count: 5, seconds: 30 },
  { kind: 'truncated', action: 'any', count: 5, seconds: 30 },
  { kind: 'cut', action: 'any', count: 5, seconds: 30 },
  { kind: 'delay', action: 'any', count: 2, seconds: 1 },
]
