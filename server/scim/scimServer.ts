import { createServer, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Malformed } from '../monitor/arrival.ts'
import type { Recorder } from '../monitor/recordExchange.ts'
import { ScimError } from '../protocol/scimError.ts'
import type { Service } from '../service.ts'
import { createArrival } from './beginExchange.ts'
import { createScimApp } from './scimApp.ts'
import { toErrorReply } from './sendError.ts'
import { scimMediaType } from './sendReply.ts'
import { toOriginForm } from './toOriginForm.ts'

/** The first byte of a TLS handshake. */
const tlsHandshake = 0x16

/** Of the target of a request that could not be read. */
const maxTargetLength = 2_000

/** RFC 9110 §15.5.6: with 405 goes what is offered. */
const allow = 'Allow: HEAD, GET, POST, PUT, PATCH, DELETE, OPTIONS\r\n'

/** The HTTP server of the SCIM listener, not yet listening. What never becomes a request for Express is answered and recorded too. */
export function createScimServer(service: Service, recorder: Recorder): Server {
  const app = createScimApp(service, recorder)
  const handle: RequestListener = (req, res) => {
    // After an upgrade that nobody takes up, Node's parser is silent about errors in what follows on the connection.
    if (/\bupgrade\b/i.test(req.headers.connection ?? '')) res.shouldKeepAlive = false
    app(toOriginForm(req), res)
  }
  const server = createServer(
    // A missing Host is refused by `requireHost`, in SCIM JSON.
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000, requireHostHeader: false },
    handle,
  )

  const refuse = (socket: Duplex, { error, malformed, method, url, rawHeaders = [] }: Refusal, headers = '') => {
    const arrival = createArrival(service, { method, url, rawHeaders })
    arrival.malformed = malformed
    const reply = toErrorReply(error)
    recorder.record(arrival, reply)
    if (!socket.writable) return void socket.destroy()
    const body = reply.text ?? ''
    const head = `HTTP/1.1 ${error.status} Refused\r\nContent-Type: ${scimMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}Connection: close\r\n\r\n`
    // What follows the head of a reply to HEAD would be taken for the next reply.
    socket.end(method === 'HEAD' ? head : head + body)
  }

  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    // A connection that was reset, or that closes between two requests, asked for nothing.
    if (error.code === 'ECONNRESET' || (error.rawPacket === undefined && error.code !== 'ERR_HTTP_REQUEST_TIMEOUT'))
      return void socket.destroy()
    refuse(socket, toRefusal(error))
  })
  server.on('connect', (req, socket) => {
    const error = new ScimError(405, 'CONNECT is not offered here: this is a SCIM endpoint, not a proxy.')
    refuse(socket, { error, malformed: 'notHttp', method: 'CONNECT', url: req.url ?? '' }, allow)
  })
  // An expectation that Node does not know is no reason to refuse a request.
  server.on('checkExpectation', handle)
  return server
}

interface Refusal {
  readonly error: ScimError
  readonly malformed: Malformed
  readonly method: string
  readonly url: string
  /** The credential, so that it can be masked wherever else it stands. */
  readonly rawHeaders?: readonly string[]
}

/** What Node's own parser refused, as far as its first line can still be read. */
function toRefusal(error: NodeJS.ErrnoException & { rawPacket?: Buffer }): Refusal {
  const packet = error.rawPacket
  if (packet?.[0] === tlsHandshake) {
    const told = new ScimError(400, 'This port speaks plain HTTP, and TLS arrived. Use http:// here, or a tunnel that ends TLS.')
    return { error: told, malformed: 'tls', method: 'TLS', url: '' }
  }
  const text = packet?.toString('latin1') ?? ''
  const [, method = '?', target = '', end = ''] = /^([A-Z]{3,10}) (\S+)(\s?)/.exec(text) ?? []
  const credential = /^authorization:(.*)$/im.exec(text)?.[1]?.trim()
  const asked = {
    method,
    // Never cut within a word, which may be a secret that is not known any more by its beginning.
    url: end === '' || target.length > maxTargetLength ? target.slice(0, maxTargetLength).replace(/[^/?&]*$/, '') : target,
    rawHeaders: credential === undefined ? [] : ['Authorization', credential],
  }
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return { ...asked, error: new ScimError(431, 'The headers are larger than 16 KiB.'), malformed: 'notHttp' }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { ...asked, error: new ScimError(408, 'The request was not complete after 30 seconds.'), malformed: 'aborted' }
    default:
      return {
        ...asked,
        error: new ScimError(400, 'What arrived is not an HTTP request that can be read.'),
        malformed: 'notHttp',
      }
  }
}
