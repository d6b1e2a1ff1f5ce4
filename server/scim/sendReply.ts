import type { Response } from 'express'
import type { Reply } from '../monitor/arrival.ts'

/** The media type of every reply with a body (RFC 7644 §3.1). */
export const scimMediaType = 'application/scim+json; charset=utf-8'

/** Sends a reply that has been recorded. */
export function sendReply(res: Response, reply: Reply): void {
  if (res.headersSent || res.destroyed) return void res.destroy()
  res.status(reply.status).set(reply.headers)
  if (reply.body === undefined) return void res.end()
  res.set('Content-Type', scimMediaType).end(JSON.stringify(reply.body))
}
