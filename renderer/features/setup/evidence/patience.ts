import type { Guide } from '#contract/guides/guide.ts'

/** How long a request is waited for before its absence is explained, and what to know until then. */
export interface Patience {
  readonly seconds: number
  /** With the provider's labels in `*stars*`. */
  readonly words: string
}

/** Nobody reads, clicks and waits in less. */
const leastSeconds = 30

/** What is waited for: the connection test at the press of a button, or an action, which follows the provider's rhythm. */
export function toPatience(guide: Guide, awaited: 'test' | 'action'): Patience {
  const { rhythm, test } = guide
  const atMost = (seconds: number) => Math.max(leastSeconds, seconds)
  if (awaited === 'test' && test.button !== null) {
    return { seconds: leastSeconds, words: `*${test.button}* sends its request at once.` }
  }
  const usual = `within ${toDuration(rhythm.expectedWithinSeconds)}`
  const seconds = atMost(rhythm.onDemand?.withinSeconds ?? rhythm.expectedWithinSeconds)
  if (!rhythm.isPublished) {
    const press = rhythm.onDemand === null ? '' : `Press *${rhythm.onDemand.button}*. `
    return {
      seconds,
      words: `${press}How soon a request comes is not said exactly: its absence is explained here after ${toDuration(seconds)}.`,
    }
  }
  if (rhythm.onDemand === null) return { seconds, words: `A request can be expected ${usual} of a change.` }
  const { button, withinSeconds } = rhythm.onDemand
  return {
    seconds,
    words: `*${button}* sends within ${toDuration(withinSeconds)}. Without it, a request can be expected ${usual} of a change.`,
  }
}

/** In whole seconds, minutes or hours. */
export function toDuration(seconds: number): string {
  if (seconds < 120) return seconds === 60 ? 'a minute' : `${seconds} seconds`
  if (seconds < 7200) return seconds === 3600 ? 'an hour' : `${Math.round(seconds / 60)} minutes`
  return `${Math.round(seconds / 3600)} hours`
}
