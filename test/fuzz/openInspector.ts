import { setTimeout as wait } from 'node:timers/promises'

/** A process that was started with `--inspect`, looked into from outside. */
export interface Inspector {
  /** Calls a method of the inspector protocol on the main thread and on every worker thread, and waits for all of them. */
  readonly callEverywhere: (method: string) => Promise<void>
  readonly close: () => void
}

/** What the inspector says: the answer to a call, or an event. */
interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly sessionId?: string; readonly message?: string }
}

/** The worker threads that run already are told of at once. */
const untilWorkersAreKnownMs = 200

/** @param url of the inspector, as Node prints it at the start */
export async function openInspector(url: string): Promise<Inspector> {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const workers = new Set<string>()
  const answered = new Map<number, () => void>()
  let lastId = 0

  const take = (text: string): void => {
    // The protocol's own JSON, from a process of ours.
    const { id, method, params } = JSON.parse(text) as Message
    if (id !== undefined) answered.get(id)?.()
    if (params?.sessionId === undefined) return
    if (method === 'NodeWorker.attachedToWorker') workers.add(params.sessionId)
    if (method === 'NodeWorker.detachedFromWorker') workers.delete(params.sessionId)
    if (method === 'NodeWorker.receivedMessageFromWorker' && params.message !== undefined) take(params.message)
  }
  socket.addEventListener('message', ({ data }) => take(String(data)))

  const say = (method: string, params: object, send: (message: string) => void): Promise<void> =>
    new Promise((resolve) => {
      lastId += 1
      answered.set(lastId, resolve)
      send(JSON.stringify({ id: lastId, method, params }))
    })
  const call = (method: string, params: object = {}) => say(method, params, (message) => socket.send(message))
  const callWorker = (sessionId: string, method: string) =>
    say(method, {}, (message) => void call('NodeWorker.sendMessageToWorker', { sessionId, message }))

  await call('NodeWorker.enable', { waitForDebuggerOnStart: false })
  await wait(untilWorkersAreKnownMs)
  return {
    callEverywhere: async (method) => {
      await Promise.all([call(method), ...[...workers].map((sessionId) => callWorker(sessionId, method))])
    },
    close: () => socket.close(),
  }
}
