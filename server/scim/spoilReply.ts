import type { Arrival, Reply, Spoilt } from '../monitor/arrival.ts'
import { scimMediaType } from './sendReply.ts'

/** What a proxy says in place of an endpoint that it does not let through. */
const page = `<!DOCTYPE html>
<html lang="en">
<head><title>Sign in</title></head>
<body><h1>Sign in to continue</h1><p>This page is a fault on purpose, armed in Rollcall. It is not SCIM.</p></body>
</html>
`

/** Adds what goes out in place of a reply, where its request met a fault that spoils it. */
export function spoilReply<Kind extends Reply>({ fault }: Arrival, reply: Kind): Kind {
  if (fault === null) return reply
  const spoilt = fault.hasCallerLeft ? ({ kind: 'left' } as const) : toSpoilt(fault.kind, reply)
  return spoilt ? { ...reply, spoilt } : reply
}

function toSpoilt(kind: string, { status, body }: Reply): Spoilt | undefined {
  switch (kind) {
    case 'cut':
      return { kind }
    case 'html':
      return { kind, status: 200, mediaType: 'text/html; charset=utf-8', text: page }
    case 'truncated': {
      // Where there is no body, half a message takes its place.
      if (body === undefined) return { kind, status: 200, mediaType: scimMediaType, text: '{"schemas":["urn:ietf:params:scim:' }
      const text = JSON.stringify(body)
      return { kind, status, mediaType: scimMediaType, text: text.slice(0, Math.ceil(text.length / 2)) }
    }
    default:
      return undefined
  }
}
