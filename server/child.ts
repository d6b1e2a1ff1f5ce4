import type { FromService } from '#contract/process.ts'
import { ToService } from '#contract/process.ts'
import { checkNode } from './checkNode.ts'
import type { RunningService } from './index.ts'

/** How this process talks to the one that started it: Electron's utility process has a port, a forked Node a channel. */
interface Parent {
  readonly send: (message: FromService) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onGone: (listener: () => void) => void
}

/** Electron's `process.parentPort`, as far as it is used here. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
}

function findParent(): Parent {
  if ('parentPort' in process && process.parentPort) {
    // Only Electron sets it, and its types are not those of plain Node.
    const port = process.parentPort as ParentPort
    // A utility process is ended by Electron together with its parent.
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
      onGone: () => undefined,
    }
  }
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
    // A forked process outlives a parent that was killed, unless it watches.
    onGone: (listener) => void process.once('disconnect', listener),
  }
}

const parent = findParent()
let running: RunningService | undefined

async function start(message: Extract<ToService, { request: 'start' }>): Promise<void> {
  const problem = checkNode(process.versions)
  if (problem !== undefined) return parent.send({ event: 'failed', exitCode: 1, message: problem })
  const { startService } = await import('./index.ts')
  const { StartError } = await import('./startError.ts')
  try {
    running = await startService(message.settings)
    parent.send({
      event: 'ready',
      scimUrl: running.scimUrl,
      consoleUrl: running.newConsoleLink(),
      dataDir: message.settings.dataDir,
      pid: process.pid,
    })
  } catch (error) {
    const known = error instanceof StartError
    parent.send({ event: 'failed', exitCode: known ? error.exitCode : 1, message: known ? error.message : String(error) })
  }
}

async function stop(): Promise<void> {
  await running?.stop()
  parent.send({ event: 'stopped' })
  process.exit(0)
}

parent.onMessage((data) => {
  const message = ToService.parse(data)
  switch (message.request) {
    case 'start':
      return void start(message)
    case 'newLink':
      return running && parent.send({ event: 'link', consoleUrl: running.newConsoleLink() })
    case 'stop':
      return void stop()
  }
})
parent.onGone(() => void stop())
