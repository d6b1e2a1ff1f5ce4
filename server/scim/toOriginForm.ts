import type { IncomingMessage } from 'node:http'

/**
 * Writes the target of a request as path and query, whatever form it came in (RFC 9112 §3.2): Express answers by itself, and not in
 * SCIM, what it cannot read as one. `originalUrl` stays what came.
 */
export function toOriginForm(req: IncomingMessage): IncomingMessage & { readonly originalUrl: string } {
  const originalUrl = req.url ?? ''
  return Object.assign(req, { originalUrl, url: toPathAndQuery(originalUrl) })
}

function toPathAndQuery(target: string): string {
  // These would make Express read the target as a whole URL, with a host and a fragment.
  const plain = target.replace(/[#\s]/g, encodeURIComponent)
  if (plain.startsWith('/')) return plain
  const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*(.*)$/is.exec(plain)?.[1] ?? plain
  return rest.startsWith('/') ? rest : `/${rest}`
}
