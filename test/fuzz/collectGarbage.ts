import { setTimeout as wait } from 'node:timers/promises'
import type { SpawnedService } from '../support/spawnService.ts'

/** Makes a process that was started with `--inspect` clear away its garbage. */
export async function collectGarbage({ output }: SpawnedService): Promise<void> {
  const [url] = /ws:\/\/\S+/.exec(output()) ?? []
  if (url === undefined) throw new Error('The process cannot be inspected.')
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  // Twice, because finalisers leave garbage of their own.
  for (const id of [1, 2]) {
    const done = new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }))
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
    await done
  }
  socket.close()
  // The allocator hands pages back a little later.
  await wait(500)
}
