import type { Response } from 'express'
import type { WrittenReply } from '../monitor/arrival.ts'

/** The media type of every reply with a body (RFC 7644 §3.1). */
export const scimMediaType = 'application/scim+json; charset=utf-8'

/** Sends a reply whose exchange has been taken down. */
export function sendReply(res: Response, { status, headers, text }: WrittenReply): void {
  if (res.headersSent || res.destroyed) return void res.destroy()
  if (text === null) return void res.writeHead(status, headers).end()
  res.writeHead(status, { ...headers, 'Content-Type': scimMediaType, 'Content-Length': Buffer.byteLength(text) }).end(text)
}
