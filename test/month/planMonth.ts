import type { FaultOrder } from '#contract/fault.ts'
import { createRandom, type Random } from '../fuzz/random.ts'
import { dayMs, drawTimes, type Month } from './calendar.ts'
import { planGroup } from './groups.ts'
import { type Plan, planLife } from './lives.ts'
import { entra, okta, onelogin, ownScript, type Provider } from './providers.ts'
import type { Script, Sender } from './script.ts'
import { type Credential, toEntra, toOkta, toOneLogin, toOwnScript, toScanner } from './senders.ts'
import { type Cast, orders, planConflict, planFault, planMistakes, planScan } from './troubles.ts'

/** What the stories of a month need of the service that they are sent to. */
export interface Stage {
  /** Makes a new token on screen; the one before lives on for a day. @returns the secret */
  readonly issueToken: () => string
  readonly armFault: (order: FaultOrder) => void
}

/** @returns the stories of a month, in the order of their first steps, that send `count` requests or a few more */
export function planMonth({ seed, count, month, stage }: { seed: number; count: number; month: Month; stage: Stage }): Script[] {
  const random = createRandom(seed)
  const token: Credential = { authorization: `Bearer ${stage.issueToken()}` }
  // The one that is forgotten when the token is renewed.
  const forgotten: Credential = { ...token }
  const doubled: Credential = { authorization: `Bearer ${token.authorization}` }
  const cast: Cast = {
    okta: toOkta(token),
    entra: toEntra(token),
    ownScript: toOwnScript(token),
    scanner: toScanner({ authorization: undefined }),
    nobody: toOkta(doubled),
  }
  const providers: readonly [readonly [Provider, Sender], ...(readonly [Provider, Sender])[]] = [
    [okta, cast.okta],
    [okta, cast.okta],
    [entra, cast.entra],
    [entra, cast.entra],
    [entra, cast.entra],
    [onelogin, toOneLogin(forgotten)],
    [ownScript, cast.ownScript],
  ]

  const plans: Plan[] = [{ length: 0, firstAt: month.since + 15 * dayMs, script: renewToken(month, { stage, token, forgotten }) }]
  let length = 0
  const add = (plan: Plan) => {
    plans.push(plan)
    length += plan.length
  }
  const ids: string[] = []
  // In small months as well: one of each thing that goes wrong.
  const share = (part: number) => Math.max(1, Math.round(count * part))
  for (const order of orders) add(planFault(random, { month, cast, order: toSize(order, count), arm: stage.armFault }))
  for (let number = 0; number < share(0.001); number += 1) add(planConflict(random, { month, number: 900_000 + number, cast }))
  for (let index = 0; index < share(0.002); index += 1) add(planMistakes(random, { month, cast }))
  for (let index = 0; index < share(0.0005); index += 1) add(planScan(random, { month, cast }))
  for (let number = 1; number <= share(0.001); number += 1) {
    add(planGroup(random, { month, number, from: cast.entra, changes: share(0.0006), ids }))
  }
  for (const plan of planImports(random, { month, from: cast.okta, pages: share(0.0003) })) add(plan)
  // Some stories end early: with a refusal, or with the month.
  for (let number = 1; length < count * 1.04; number += 1) {
    const [provider, from] = random.pick(providers)
    add(planLife(random, { month, number, provider, from, changes: 4 + random.below(11), onCreated: (id) => ids.push(id) }))
  }
  return plans.sort((one, other) => one.firstAt - other.firstAt).map(({ script }) => script)
}

const toSize = (order: FaultOrder, count: number): FaultOrder => ({ ...order, count: count < 10_000 ? 1 : order.count })

/** Okta reads everybody, in pages of a hundred, once a week. */
function planImports(random: Random, { month, from, pages }: { month: Month; from: Sender; pages: number }): Plan[] {
  return [6, 13, 20, 27].map((day) => {
    const since = month.since + day * dayMs
    const [firstAt = since] = drawTimes(random, { since, until: since + 3 * dayMs }, 1)
    function* read(): Script {
      for (let page = 0; page < pages; page += 1) {
        yield { at: firstAt + page * 900, from, method: 'GET', path: `/Users?startIndex=${page * 100 + 1}&count=100` }
      }
    }
    return { length: pages, firstAt, script: read() }
  })
}

/** In the middle of the month: everybody is given the new token, and one is forgotten for two days after the old one has ended. */
function* renewToken(
  month: Month,
  { stage, token, forgotten }: { stage: Stage; token: Credential; forgotten: Credential },
): Script {
  const at = month.since + 15 * dayMs
  yield {
    at,
    deed: () => {
      token.authorization = `Bearer ${stage.issueToken()}`
    },
  }
  yield {
    at: at + 3 * dayMs,
    deed: () => {
      forgotten.authorization = token.authorization
    },
  }
}
