import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Malformed } from '../monitor/observation.ts'
import type { Recorder } from '../monitor/recordExchange.ts'
import { ScimError } from '../protocol/scimError.ts'
import type { Service } from '../service.ts'
import { createArrival } from './beginExchange.ts'
import { createScimApp } from './scimApp.ts'
import { toErrorReply } from './sendError.ts'
import { scimMediaType } from './sendReply.ts'

/** The first byte of a TLS handshake. */
const tlsHandshake = 0x16

/** The HTTP server of the SCIM listener, not yet listening. What never becomes a request for Express is answered and recorded too. */
export function createScimServer(service: Service, recorder: Recorder): Server {
  const app = createScimApp(service, recorder)
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 }, app)

  const refuse = (socket: Duplex, { error, malformed, method, url }: Refusal) => {
    const arrival = createArrival(service, { method, url })
    arrival.malformed = malformed
    const reply = toErrorReply(error)
    recorder.record(arrival, reply)
    if (!socket.writable) return void socket.destroy()
    const body = JSON.stringify(reply.body)
    socket.end(
      `HTTP/1.1 ${error.status} Refused\r\nContent-Type: ${scimMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  }

  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    // A connection that was reset, or that closes between two requests, asked for nothing.
    if (error.code === 'ECONNRESET' || (error.rawPacket === undefined && error.code !== 'ERR_HTTP_REQUEST_TIMEOUT'))
      return void socket.destroy()
    refuse(socket, toRefusal(error))
  })
  server.on('connect', (req, socket) => {
    const error = new ScimError(405, 'CONNECT is not offered here: this is a SCIM endpoint, not a proxy.')
    refuse(socket, { error, malformed: 'notHttp', method: 'CONNECT', url: req.url ?? '' })
  })
  // An expectation that Node does not know is no reason to refuse a request.
  server.on('checkExpectation', (req, res) => void app(req, res))
  return server
}

interface Refusal {
  readonly error: ScimError
  readonly malformed: Malformed
  readonly method: string
  readonly url: string
}

/** What Node's own parser refused, as far as its first line can still be read. */
function toRefusal(error: NodeJS.ErrnoException & { rawPacket?: Buffer }): Refusal {
  const packet = error.rawPacket
  if (packet?.[0] === tlsHandshake) {
    const told = new ScimError(400, 'This port speaks plain HTTP, and TLS arrived. Use http:// here, or a tunnel that ends TLS.')
    return { error: told, malformed: 'tls', method: 'TLS', url: '' }
  }
  const [, method = '?', url = ''] = /^([A-Z]{3,10}) (\S{1,2000})/.exec(packet?.toString('latin1') ?? '') ?? []
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return { error: new ScimError(431, 'The headers are larger than 16 KiB.'), malformed: 'notHttp', method, url }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { error: new ScimError(408, 'The request was not complete after 30 seconds.'), malformed: 'aborted', method, url }
    default:
      return {
        error: new ScimError(400, 'What arrived is not an HTTP request that can be read.'),
        malformed: 'notHttp',
        method,
        url,
      }
  }
}
