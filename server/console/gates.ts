import type { Request, RequestHandler } from 'express'
import type { Service } from '../service.ts'
import { forbidden, noSession } from './failure.ts'
import type { Sessions } from './session.ts'

const safeMethods = new Set(['GET', 'HEAD'])

/**
 * Lets in only who asked for this listener by a loopback name: a page elsewhere may point its own host name at 127.0.0.1 (DNS
 * rebinding), and then the browser takes us for that page's server.
 */
export function hostGate(service: Service): RequestHandler {
  return (req, res, next) => {
    if (isOwnHost(req.headers.host ?? '', service.addresses.console)) return next()
    const refusal = forbidden(`The console answers as http://${service.addresses.console} only.`)
    if (req.path.startsWith('/api/')) throw refusal
    res.status(refusal.status).type('text/plain').send(refusal.message)
  }
}

function isOwnHost(host: string, ownAddress: string): boolean {
  const port = ownAddress.slice(ownAddress.lastIndexOf(':'))
  // Browsers leave the default port of http out.
  const suffix = port === ':80' ? '' : port
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => host.toLowerCase() === name + suffix)
}

/** Lets in only calls that our own pages make. Cookies ignore ports, so a page of another local server would bring ours along. */
export const originGate: RequestHandler = (req, _res, next) => {
  if (!isOwnOrigin(req)) throw forbidden("This call must come from the console's own pages.")
  next()
}

/** The same for calls that change something. */
export const unsafeOriginGate: RequestHandler = (req, res, next) => {
  if (safeMethods.has(req.method)) return next()
  return originGate(req, res, next)
}

/** A page can forge neither header. The host is already known to be ours, port included. */
function isOwnOrigin(req: Request): boolean {
  return req.headers.origin === `http://${req.headers.host}` || req.headers['sec-fetch-site'] === 'same-origin'
}

/** Lets in only browsers with a session; opening one is what a browser without may do. */
export function sessionGate(sessions: Sessions): RequestHandler {
  return (req, _res, next) => {
    const opensSession = req.method === 'POST' && req.path === '/session'
    if (!opensSession && !sessions.isOpen(req.headers.cookie)) throw noSession()
    next()
  }
}
