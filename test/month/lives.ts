import type { Random } from '../fuzz/random.ts'
import { dayMs, drawTimes, type Month } from './calendar.ts'
import { drawTitle, hire } from './people.ts'
import type { Event, Provider } from './providers.ts'
import type { Script, Sender } from './script.ts'

/** A script, and how many requests it is going to send, more or less. */
export interface Plan {
  readonly length: number
  readonly firstAt: number
  readonly script: Script
}

interface Told {
  readonly at: number
  readonly event: Event
}

/** The life of one employee in the month, from the create to the last change. `onCreated` is told the learner's id. */
export function planLife(
  random: Random,
  about: {
    readonly month: Month
    readonly number: number
    readonly provider: Provider
    readonly from: Sender
    readonly changes: number
    readonly onCreated: (id: string) => void
  },
): Plan {
  const { month, number, provider, from, changes, onCreated } = about
  const employee = hire(random, number)
  // Three of four are there from the start: they come in one wave on the first days.
  const arrival = random.chance(0.75) ? { since: month.since, until: month.since + 4 * dayMs } : month
  const [firstAt = month.since] = drawTimes(random, arrival, 1)
  const times = drawTimes(random, { since: firstAt + 60_000, until: month.until }, changes)
  const told = toEvents(random, times)
  const titles = told.map(() => drawTitle(random))

  function* live(): Script {
    const id = yield* provider.create(from, employee, firstAt)
    if (id === '') return
    onCreated(id)
    for (const [index, { at, event }] of told.entries()) {
      yield* provider.tell(from, { id, employee, event, title: titles[index] ?? '' }, at)
    }
  }
  return { length: 2 + told.length * provider.requestsPerEvent, firstAt, script: live() }
}

/** Mostly changes; some leave, a few of them return, and a few are removed in the end. */
function toEvents(random: Random, times: readonly number[]): Told[] {
  let isGone = false
  return times.flatMap((at, index): Told[] => {
    if (isGone && random.chance(0.5)) {
      isGone = false
      return [{ at, event: 'returned' }]
    }
    // Nobody changes those who are gone, until somebody clears them away.
    if (isGone) return random.chance(0.2) && index === times.length - 1 ? [{ at, event: 'removed' }] : []
    if (random.chance(0.06)) {
      isGone = true
      return [{ at, event: 'left' }]
    }
    return [{ at, event: 'changed' }]
  })
}
