import { setTimeout as wait } from 'node:timers/promises'
import type { SpawnedService } from '../support/spawnService.ts'
import { openInspector } from './openInspector.ts'

/** The search takes rows in once it has been quiet for a second, and then needs a moment. */
const untilSearchRestsMs = 3_000

/** Makes a process that was started with `--inspect` clear away its garbage, that of its threads too. */
export async function collectGarbage({ output }: SpawnedService): Promise<void> {
  const [url] = /ws:\/\/\S+/.exec(output()) ?? []
  if (url === undefined) throw new Error('The process cannot be inspected.')
  await wait(untilSearchRestsMs)
  const inspector = await openInspector(url)
  // Twice, because finalisers leave garbage of their own.
  for (const _ of [1, 2]) await inspector.callEverywhere('HeapProfiler.collectGarbage')
  inspector.close()
  // The allocator hands pages back a little later.
  await wait(500)
}
