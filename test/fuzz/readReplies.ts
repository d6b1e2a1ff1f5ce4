/** A reply as it came over the wire. */
export interface WireReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
  /** It answers HEAD, so it has no body. */
  readonly isHead: boolean
}

/**
 * Reads the whole replies at the beginning of what came; interim ones (1xx) are left out.
 *
 * @param methods of the requests, in order; a reply beyond them counts as one to GET
 */
export function readReplies(received: Buffer, methods: readonly string[]): { replies: WireReply[]; rest: Buffer } {
  const replies: WireReply[] = []
  let rest = received
  for (;;) {
    const found = readReply(rest, methods[replies.length] === 'HEAD')
    if (!found) return { replies, rest }
    if (found.reply.status >= 200) replies.push(found.reply)
    rest = found.rest
  }
}

function readReply(bytes: Buffer, isHead: boolean): { reply: WireReply; rest: Buffer } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1])
  if (Number.isNaN(status)) return undefined
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const hasBody = status >= 200 && !isHead && status !== 204 && status !== 304
  const start = end + 4
  // HTTP/1.0 may tell the end by closing; everything else states its length.
  const unstated = headers.get('connection') === 'close' && !headers.has('transfer-encoding') ? bytes.length - start : Number.NaN
  const length = hasBody ? Number(headers.get('content-length') ?? unstated) : 0
  if (Number.isNaN(length) || bytes.length < start + length) return undefined
  return { reply: { status, headers, isHead, body: bytes.subarray(start, start + length) }, rest: bytes.subarray(start + length) }
}
