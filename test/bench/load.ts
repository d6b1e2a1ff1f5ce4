import { Agent, request } from 'node:http'

/** One request of a load. */
export interface LoadRequest {
  readonly method: string
  readonly path: string
  readonly body?: object
}

/** Where a load goes, and with which headers. */
export interface LoadTarget {
  readonly base: string
  readonly headers: Readonly<Record<string, string>>
}

/** What a load measured. Times in milliseconds. */
export interface LoadResult {
  /** How many requests were answered. */
  readonly count: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly ids: string[]
}

/** How much of a load is sent: `count` requests, or as many as fit into `maxMs`; `concurrency` at a time. */
export interface LoadSize {
  readonly count: number
  readonly maxMs?: number
  readonly concurrency?: number
}

/** Sends requests over kept connections; any status over 299 ends it. Collects the ids of the replies. */
export async function runLoad(
  { base, headers }: LoadTarget,
  { count, maxMs = Number.POSITIVE_INFINITY, concurrency = 16 }: LoadSize,
  toRequest: (index: number) => LoadRequest,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const times: number[] = []
  const ids: string[] = []
  let next = 0

  const startedMs = performance.now()
  const work = async () => {
    while (next < count && performance.now() - startedMs < maxMs) {
      const sent = toRequest(next)
      next += 1
      const sentMs = performance.now()
      const { status, text } = await send(agent, { base, headers }, sent)
      times.push(performance.now() - sentMs)
      if (status > 299) throw new Error(`${sent.method} ${sent.path}: ${status} ${text}`)
      const [, id] = /"id":"?([\w-]+)/.exec(text) ?? []
      if (id !== undefined) ids.push(id)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  const elapsedMs = performance.now() - startedMs
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { count: times.length, perSecond: (times.length / elapsedMs) * 1000, p50Ms: at(0.5), p99Ms: at(0.99), ids }
}

/** Sends one request over a kept connection. */
export function send(
  agent: Agent,
  { base, headers }: LoadTarget,
  { method, path, body }: LoadRequest,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const req = request(
      base + path,
      { agent, method, headers: { ...headers, ...(text !== undefined && { 'Content-Length': Buffer.byteLength(text) }) } },
      (res) => {
        let received = ''
        res.setEncoding('utf8')
        res.on('data', (chunk: string) => {
          received += chunk
        })
        res.on('end', () => resolve({ status: res.statusCode ?? 0, text: received }))
      },
    )
    req.on('error', (error) => reject(new Error(`${method} ${base}${path}`, { cause: error })))
    req.end(text)
  })
}
