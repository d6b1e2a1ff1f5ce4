import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { readReplies, type WireReply } from './readReplies.ts'
import type { StrangeRequest } from './requestBytes.ts'

/** What became of a request. */
export interface Outcome {
  readonly replies: readonly WireReply[]
  /** What came and is no whole reply. */
  readonly rest: Buffer
  readonly end: 'answered' | 'closed' | 'hung'
  readonly durationMs: number
}

/** A connection to the service, made anew when it is closed. */
export interface Wire {
  readonly send: (request: StrangeRequest) => Promise<Outcome>
  readonly close: () => void
}

/** @param patienceMs after which a request counts as hung */
export function createWire(port: number, patienceMs: number): Wire {
  let kept: Socket | undefined

  const send = async (request: StrangeRequest): Promise<Outcome> => {
    const mayReuse = request.ending === 'keep' && kept !== undefined && !kept.destroyed && !kept.readableEnded
    if (request.ending !== 'keep' || !mayReuse) kept?.destroy()
    const socket = mayReuse && kept ? kept : connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
    kept = undefined
    const outcome = await exchange(socket, request, patienceMs)
    const isOver =
      request.ending !== 'keep' ||
      outcome.end !== 'answered' ||
      outcome.replies.some((reply) => /close/i.test(reply.headers.get('connection') ?? ''))
    if (isOver) socket.destroy()
    else kept = socket
    // The service had closed the kept connection by the time the request reached it.
    return mayReuse && outcome.end === 'closed' && outcome.replies.length === 0 ? send(request) : outcome
  }
  return { send, close: () => kept?.destroy() }
}

async function exchange(socket: Socket, request: StrangeRequest, patienceMs: number): Promise<Outcome> {
  const startedMs = performance.now()
  const outcome = new Promise<Outcome>((resolve) => {
    let received = Buffer.alloc(0)
    const finish = (end: Outcome['end']) => {
      clearTimeout(timer)
      socket.removeAllListeners()
      // What still comes, a reset above all, is nobody's business any more.
      socket.on('error', () => undefined)
      resolve({ ...readReplies(received, request.methods), end, durationMs: performance.now() - startedMs })
    }
    const timer = setTimeout(() => finish('hung'), patienceMs)
    socket.on('data', (data) => {
      received = Buffer.concat([received, data])
      if (request.ending === 'keep' && readReplies(received, request.methods).replies.length >= request.methods.length)
        finish('answered')
    })
    socket.on('end', () => finish('closed'))
    socket.on('close', () => finish('closed'))
    socket.on('error', () => finish('closed'))
  })
  // A refused connection has ended the exchange already.
  if (socket.connecting) await once(socket, 'connect').catch(() => undefined)
  for (const [index, piece] of request.pieces.entries()) {
    if (index > 0) await setImmediate()
    if (!socket.destroyed) socket.write(piece)
  }
  if (request.ending === 'end' && !socket.destroyed) socket.end()
  if (request.ending === 'reset') {
    await setImmediate()
    socket.resetAndDestroy()
  }
  return outcome
}
