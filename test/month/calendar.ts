import type { Random } from '../fuzz/random.ts'

const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** How much of a working day's traffic falls into each of its hours, in UTC: busy before noon, silent at night. */
const hours = [0, 0, 0, 0, 0, 0, 1, 3, 9, 12, 12, 10, 6, 9, 11, 10, 8, 5, 2, 1, 0, 0, 0, 0]

/** The time that a month of traffic covers. */
export interface Month {
  readonly since: number
  readonly until: number
}

/** The thirty days that end at a time. */
export const toMonth = (until: number): Month => ({ since: until - 30 * dayMs, until })

/** Moments of people at work, in order: none at night, hardly any on a weekend. */
export function drawTimes(random: Random, { since, until }: Month, count: number): number[] {
  const slots: number[] = []
  for (let hour = Math.ceil(since / hourMs); hour * hourMs < until; hour += 1) {
    const date = new Date(hour * hourMs)
    const isWeekend = [0, 6].includes(date.getUTCDay())
    const weight = (hours[date.getUTCHours()] ?? 0) * (isWeekend ? 0 : 1)
    for (let share = 0; share < weight; share += 1) slots.push(hour)
    // On a Saturday, somebody does something at noon.
    if (isWeekend && date.getUTCHours() === 12) slots.push(hour)
  }
  if (slots.length === 0) slots.push(Math.floor(since / hourMs))
  return Array.from({ length: count }, () => {
    const startMs = (slots[random.below(slots.length)] ?? 0) * hourMs
    // The last hour may not be a whole one.
    return startMs + random.below(Math.min(hourMs, until - startMs))
  }).sort((one, other) => one - other)
}
