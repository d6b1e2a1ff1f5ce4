import { STATUS_CODES } from 'node:http'
import type { HttpMessage } from '#contract/exchange.ts'
import type { Reply, Spoilt } from './arrival.ts'
import type { Masker } from './mask.ts'

/** The status that went over the wire; 0 where none did. */
export function toSentStatus({ spoilt }: Reply, status: number): number {
  if (spoilt === undefined) return status
  return 'status' in spoilt ? spoilt.status : 0
}

/** A reply as a fault let it out. */
export function toSpoiltMessage({ body, headers }: Reply, spoilt: Spoilt, { maskBody }: Masker): HttpMessage {
  switch (spoilt.kind) {
    case 'cut':
      return { line: 'No reply: the connection was cut on purpose', headers: [], body: null, sizeBytes: 0 }
    case 'left':
      return { line: 'No reply: the caller went away during the delay', headers: [], body: null, sizeBytes: 0 }
    case 'truncated':
    case 'html': {
      const { kind, status, mediaType, text } = spoilt
      // Masked as a whole: a secret that is cut could not be told from any other text.
      const isPart = kind === 'truncated' && body !== undefined
      return {
        line: `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd(),
        headers: [['Content-Type', mediaType], ...(kind === 'html' ? [] : Object.entries(headers))],
        body: isPart ? (maskBody(JSON.stringify(body), body)?.slice(0, text.length) ?? null) : text,
        sizeBytes: Buffer.byteLength(text),
      }
    }
  }
}
