import { createServer, type RequestListener, request } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server on a free port of this machine, in the place of one that stands elsewhere. */
export interface StandIn {
  readonly port: number
  /** Scheme and host. */
  readonly url: string
}

/** Starts a stand-in, with TLS where it has a certificate; it ends with the test. */
export async function standIn(answer: RequestListener, tls?: { readonly cert: string; readonly key: string }): Promise<StandIn> {
  const server = tls ? createTlsServer({ cert: tls.cert, key: tls.key }, answer) : createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // A listener on a port has an address of this form.
  const { port } = server.address() as AddressInfo
  return { port, url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}` }
}

/** Answers every request in the same way. */
export const always =
  (status: number, headers: Readonly<Record<string, string>>, body = ''): RequestListener =>
  (_req, res) => {
    res.writeHead(status, headers).end(body)
  }

/** Passes requests on to a port, as a tunnel does. `change` may spoil path or reply. */
export const tunnelTo =
  (port: number, change: { readonly path?: (path: string) => string; readonly contentType?: string } = {}): RequestListener =>
  (req, res) => {
    const path = change.path?.(req.url ?? '/') ?? req.url
    const passed = request({ host: '127.0.0.1', port, method: req.method, path, headers: req.headers }, (reply) => {
      const contentType = change.contentType ?? reply.headers['content-type']
      res.writeHead(reply.statusCode ?? 502, { ...reply.headers, ...(contentType && { 'content-type': contentType }) })
      reply.pipe(res)
    })
    passed.on('error', () => res.writeHead(502, { 'content-type': 'text/plain' }).end('error code: 502'))
    req.pipe(passed)
  }
