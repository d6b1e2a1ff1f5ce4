/** A request as bytes, and how it ends. */
export interface StrangeRequest {
  /** What is strange about it, for the counts. */
  readonly kind: string
  /** Written one after another. */
  readonly pieces: readonly Buffer[]
  /** The method that each reply answers. Where the connection is kept they must all come. */
  readonly methods: readonly string[]
  /** After the last byte: keep the connection, close our side, or cut it off. */
  readonly ending: 'keep' | 'end' | 'reset'
}

/** What goes on the wire before it is bent. */
export interface RequestParts {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/** The bytes of a request; its body whole, or in chunks where a header says so. */
export function toBytes({ method, target, headers, body }: RequestParts): Buffer {
  const isChunked = headers.some(([name, value]) => /^transfer-encoding$/i.test(name) && value === 'chunked')
  const framed =
    isChunked || (body.length === 0 && method === 'GET')
      ? headers
      : [...headers, ['Content-Length', String(body.length)] as const]
  const head = `${method} ${target} HTTP/1.1\r\n${framed.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), isChunked ? toChunks(body) : body])
}

function toChunks(body: Buffer): Buffer {
  const pieces: Buffer[] = []
  const size = Math.max(1, Math.ceil(body.length / 7))
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size)
    pieces.push(Buffer.from(`${piece.length.toString(16)};x=y\r\n`), piece, Buffer.from('\r\n'))
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\nX-Trailer: 1\r\n\r\n')])
}
