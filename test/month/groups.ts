import { urns } from '#contract/scim/urns.ts'
import type { Random } from '../fuzz/random.ts'
import { dayMs, drawTimes, type Month } from './calendar.ts'
import type { Plan } from './lives.ts'
import type { Script, Sender } from './script.ts'
import { idOf } from './script.ts'

const names = [
  'Platform Team',
  'Security Champions',
  'Alle Mitarbeitenden',
  'צוות אבטחה',
  'Field Operations',
  'Onboarding',
] as const

/** A group that Entra ID pushes: looked up, created, and its members in and out over the month. */
export function planGroup(
  random: Random,
  about: {
    readonly month: Month
    readonly number: number
    readonly from: Sender
    readonly changes: number
    readonly ids: readonly string[]
  },
): Plan {
  const { month, number, from, changes, ids } = about
  const displayName = `${random.pick(names)} ${number}`
  // Once the first wave is here, there are members to add.
  const [firstAt = month.since] = drawTimes(random, { since: month.since + 4 * dayMs, until: month.since + 8 * dayMs }, 1)
  const times = drawTimes(random, { since: firstAt + 60_000, until: month.until }, changes)

  function* live(): Script {
    const filter = `filter=displayName+eq+%22${encodeURIComponent(displayName)}%22`
    yield { at: firstAt, from, method: 'GET', path: `/Groups?excludedAttributes=members&${filter}` }
    const body = { schemas: [urns.group], externalId: `group-${number}`, displayName, meta: { resourceType: 'Group' } }
    const id = idOf(yield { at: firstAt + 200, from, method: 'POST', path: '/Groups', body })
    if (id === '') return
    const members: string[] = []
    for (const at of times) {
      const leaver = members.length > 3 && random.chance(0.3) ? members.shift() : undefined
      const joiner = ids[random.below(Math.max(1, ids.length))] ?? ''
      if (leaver === undefined) members.push(joiner)
      const operation = leaver === undefined ? 'Add' : 'Remove'
      const Operations = [{ op: operation, path: 'members', value: [{ $ref: null, value: leaver ?? joiner }] }]
      yield { at, from, method: 'PATCH', path: `/Groups/${id}`, body: { schemas: [urns.patchOp], Operations } }
    }
  }
  return { length: 2 + times.length, firstAt, script: live() }
}
