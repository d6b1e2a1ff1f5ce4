import type { Random } from './random.ts'
import { type RequestParts, type StrangeRequest, toBytes } from './requestBytes.ts'

/** Requests that are cut, doubled, badly framed, or none at all. */
export function garbage(random: Random, parts: RequestParts): StrangeRequest {
  const whole = toBytes(parts)
  const text = (content: string) => Buffer.from(content, 'latin1')
  const closing = (kind: string, ...pieces: Buffer[]): StrangeRequest => ({
    kind,
    pieces,
    methods: [parts.method, parts.method, parts.method],
    ending: 'end',
  })
  const foreign = (kind: string, ...pieces: Buffer[]): StrangeRequest => ({ kind, pieces, methods: [], ending: 'end' })
  const upTo = (end: number) => whole.subarray(0, random.below(Math.max(1, end)))
  switch (random.below(14)) {
    case 0:
      return closing('half sent', upTo(whole.length))
    case 1:
      return { kind: 'aborted', pieces: [upTo(whole.length)], methods: [], ending: 'reset' }
    case 2:
      return { kind: 'aborted after all', pieces: [whole], methods: [], ending: 'reset' }
    case 3:
      return closing('pipelined garbage', Buffer.concat([whole, Buffer.from(random.list(1, 200, () => random.below(256)))]))
    case 4:
      return closing('pipelined', Buffer.concat([whole, whole, whole]))
    case 5:
      return foreign('random bytes', Buffer.from(random.list(1, 500, () => random.below(256))))
    case 6:
      return foreign('TLS', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), Buffer.alloc(300, 7))
    case 7:
      return foreign(
        'no HTTP',
        text(
          random.pick([
            'GET\r\n\r\n',
            'GET / HTTP/0.9\r\n\r\n',
            'GET /\r\n',
            'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
            'GET / HTTP/9.9\r\n\r\n',
            'get / http/1.1\r\n\r\n',
            '\r\n\r\n\r\n',
            'EHLO x\r\n',
            'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n',
            ' GET / HTTP/1.1\r\n\r\n',
          ]),
        ),
      )
    case 8:
      return closing('no Host', text(`${parts.method} ${parts.target} HTTP/1.${random.below(2)}\r\n\r\n`))
    case 9:
      return closing(
        'wrong length',
        Buffer.from(
          whole
            .toString('latin1')
            .replace(
              /Content-Length: \d+/,
              `Content-Length: ${random.pick(['0', '5', '-1', '99999999999999999999', '1e3', '10, 10', ' ', '0x5'])}`,
            ),
          'latin1',
        ),
      )
    case 10:
      return foreign(
        'wrong chunks',
        text(
          `POST ${parts.target} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${random.pick(['zz\r\n', '5\r\nab', 'ffffffffffffffffff\r\n', '3\r\nabcdef\r\n', '0\r\n', '-1\r\n\r\n', `1;${'x'.repeat(20_000)}\r\na\r\n0\r\n\r\n`, '3\nabc\n0\n\n'])}`,
        ),
      )
    case 11:
      return foreign(
        'smuggled',
        text(`POST ${parts.target} HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG`),
      )
    case 12:
      return foreign(
        'many headers',
        text(
          `GET ${parts.target} HTTP/1.1\r\nHost: x\r\n${Array.from({ length: random.pick([100, 900, 3_000]) }, (_, at) => `h${at}: 1\r\n`).join('')}\r\n`,
        ),
      )
    default: {
      const at = random.below(whole.length)
      return {
        kind: 'in two pieces',
        pieces: [whole.subarray(0, at), whole.subarray(at)],
        methods: [parts.method],
        ending: 'end',
      }
    }
  }
}
