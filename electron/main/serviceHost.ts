import { fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import { FromService, type ReadyEvent, type ServiceSettings, type StartFailure, type ToService } from '#contract/process.ts'

/** Runs the service in a process of its own and keeps it running. */
export interface ServiceHost {
  readonly start: () => void
  /** A one-time link to the console, for a browser. Undefined while the service is down. */
  readonly newLink: () => Promise<string | undefined>
  /** Resolves when the service has written what it holds and its process is gone. */
  readonly stop: () => Promise<void>
}

/** What the host is told and whom it tells. */
export interface ServiceHostOptions {
  /** The built entry of the service. */
  readonly entry: string
  readonly settings: ServiceSettings
  /** A Node to run the service with, instead of Electron's own: only for development and tests. */
  readonly externalNode: string | undefined
  /** Each time that the service listens: at the start, and after a restart. */
  readonly onReady: (ready: ReadyEvent) => void
  /** It did not start, or keeps ending: it is not tried again. */
  readonly onFailed: (failure: StartFailure) => void
}

const firstPauseMs = 500
const restartLimit = 5
/** A service that has run this long is healthy; what ends it later is a new story. */
const healthyAfterMs = 60_000
/** More than the service itself waits for requests in flight. */
const stopLimitMs = 12_000
const errorTailLength = 2000

/** Whatever kind of process it is. */
interface ServiceProcess {
  readonly send: (message: ToService) => void
  readonly kill: () => void
}

interface ProcessEvents {
  readonly onMessage: (message: unknown) => void
  readonly onExit: (code: number | null) => void
  readonly onErrorOutput: (text: string) => void
}

/** Creates the host; nothing runs before `start`. */
export function createServiceHost(options: ServiceHostOptions): ServiceHost {
  let child: ServiceProcess | undefined
  let restarts = 0
  let readyAt: number | undefined
  let hasBeenReady = false
  let isStopping = false
  let lastError = ''
  let restartTimer: NodeJS.Timeout | undefined
  let resolveStopped = () => {}
  let linkWaiters: ((url: string | undefined) => void)[] = []

  const answerLink = (url: string | undefined) => {
    for (const answer of linkWaiters) answer(url)
    linkWaiters = []
  }

  const handleMessage = (raw: unknown) => {
    const parsed = FromService.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    switch (message.event) {
      case 'ready':
        readyAt = performance.now()
        hasBeenReady = true
        return options.onReady(message)
      case 'link':
        return answerLink(message.consoleUrl)
      case 'failed':
        lastError = message.message
        // At the start it is for the user to mend; after a crash the port or the lock may just not be free again yet.
        if (hasBeenReady) return child?.kill()
        isStopping = true
        return options.onFailed(message)
      case 'stopped':
        return
    }
  }

  const handleExit = (code: number | null) => {
    child = undefined
    answerLink(undefined)
    if (isStopping) return resolveStopped()
    const message = lastError.trim() || `The service ended with code ${code}.`
    if (readyAt !== undefined && performance.now() - readyAt > healthyAfterMs) restarts = 0
    readyAt = undefined
    if (restarts >= restartLimit) {
      isStopping = true
      return options.onFailed({ event: 'failed', exitCode: 1, message: `The service keeps ending. ${message}` })
    }
    restartTimer = setTimeout(start, firstPauseMs * 2 ** restarts)
    restarts += 1
  }

  const start = () => {
    const events: ProcessEvents = {
      onMessage: handleMessage,
      onExit: handleExit,
      onErrorOutput: (text) => {
        lastError = (lastError + text).slice(-errorTailLength)
      },
    }
    lastError = ''
    child = options.externalNode
      ? forkExternalNode(options.externalNode, options.entry, events)
      : forkUtilityProcess(options.entry, events)
    child.send({ request: 'start', settings: options.settings })
  }

  return {
    start,
    newLink: () =>
      new Promise((resolve) => {
        if (!child || readyAt === undefined) return resolve(undefined)
        linkWaiters.push(resolve)
        child.send({ request: 'newLink' })
      }),
    stop: () =>
      new Promise((resolve) => {
        isStopping = true
        clearTimeout(restartTimer)
        if (!child) return resolve()
        const running = child
        const limit = setTimeout(() => running.kill(), stopLimitMs)
        resolveStopped = () => {
          clearTimeout(limit)
          resolve()
        }
        running.send({ request: 'stop' })
      }),
  }
}

/** The way of the released application: inside Electron, and gone when Electron is. */
function forkUtilityProcess(entry: string, events: ProcessEvents): ServiceProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Rollcall service', stdio: ['ignore', 'pipe', 'pipe'] })
  child.on('message', events.onMessage)
  child.on('exit', events.onExit)
  passOutputOn(child.stdout, child.stderr, events)
  return { send: (message) => child.postMessage(message), kill: () => child.kill() }
}

/** With another Node, where this Electron's own is too old for the database. */
function forkExternalNode(node: string, entry: string, events: ProcessEvents): ServiceProcess {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = process.env
  const child = fork(entry, [], { execPath: node, execArgv: [], env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  child.on('message', events.onMessage)
  child.on('exit', events.onExit)
  child.on('error', (error) => events.onErrorOutput(error.message))
  passOutputOn(child.stdout, child.stderr, events)
  return {
    // A child that is just ending cannot be sent anything more; its exit is handled.
    send: (message) => void child.send(message, () => {}),
    kill: () => void child.kill('SIGKILL'),
  }
}

function passOutputOn(
  stdout: Readable | NodeJS.ReadableStream | null,
  stderr: Readable | NodeJS.ReadableStream | null,
  events: ProcessEvents,
): void {
  stdout?.on('data', (chunk: Buffer) => process.stdout.write(chunk))
  stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk)
    events.onErrorOutput(chunk.toString('utf8'))
  })
}
