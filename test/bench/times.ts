/** What a share of some times stays below: `toQuantile(times, 0.95)`. */
export function toQuantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Times in milliseconds as a table shows them. */
export const toTimes = (times: readonly number[]) => ({
  'p50 ms': toMs(toQuantile(times, 0.5)),
  'p95 ms': toMs(toQuantile(times, 0.95)),
  'longest ms': toMs(Math.max(0, ...times)),
})

/** To a tenth. */
export const toMs = (ms: number): number => Number(ms.toFixed(1))

/** Runs something a few times, one after the other. @returns how long each took */
export async function timeEach(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const startedMs = performance.now()
    await work()
    times.push(performance.now() - startedMs)
  }
  return times
}
