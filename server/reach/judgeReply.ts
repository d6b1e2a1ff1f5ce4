import type { Json } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isList, isObject } from '../protocol/json.ts'
import { type CheckOutcome, toTunnelProvider } from './outcome.ts'
import type { CheckReply } from './sendCheck.ts'

/** What a check asked for, and what is known of it on this side. */
interface Sent {
  readonly url: URL
  /** The path under which it reached our own listener; undefined: it never came here. */
  readonly arrivedAt: string | undefined
}

/**
 * What a reply says. The one proof that a public URL leads here is that the request came here; all else is told by the
 * words of those who answered in our place.
 */
export function judgeReply(reply: CheckReply, { url, arrivedAt }: Sent): CheckOutcome {
  if (arrivedAt === undefined) return judgeStranger(reply, url)
  if (toPlainPath(arrivedAt) !== toPlainPath(url.pathname)) return { kind: 'wrongPath', path: arrivedAt }
  if (reply.status === 200 && isScim(reply) && hasSchema(reply.body, urns.serviceProviderConfig)) return { kind: 'ok' }
  return { kind: 'spoilt', status: reply.status, mediaType: toMediaType(reply) }
}

function judgeStranger(reply: CheckReply, url: URL): CheckOutcome {
  const { status, headers, body } = reply
  const location = headers.location
  if (status >= 300 && status < 400 && location !== undefined) return judgeRedirect(status, location, url)
  const told = readCloudflare(reply) ?? readNgrok(reply) ?? readDevTunnel(reply, url)
  if (told) return told
  if (isScim(reply) || hasSchema(body, urns.serviceProviderConfig) || hasSchema(body, urns.error)) {
    return { kind: 'otherScim', isRollcall: body.includes('The token made in Rollcall') }
  }
  if (status === 401 || status === 407) return { kind: 'signIn', by: toTunnelProvider(url.hostname), status }
  if (isHtml(reply)) return { kind: 'htmlPage', status, title: readTitle(body) }
  if (status === 502 || status === 503 || status === 504) return { kind: 'tunnelWithoutTarget', by: null, code: String(status) }
  return { kind: 'otherService', status, mediaType: toMediaType(reply) }
}

/** Hosts and paths that people sign in at. */
const signIns =
  /login\.microsoftonline\.com|github\.com\/login|cloudflareaccess\.com|\/cdn-cgi\/access|\/(?:o?auth2?|log-?in|sign-?in)\b/i

function judgeRedirect(status: number, location: string, url: URL): CheckOutcome {
  // A redirect may be relative, and a broken one is shown as it is.
  const to = URL.canParse(location, url.href) ? new URL(location, url) : undefined
  if (signIns.test(to ? `${to.host}${to.pathname}` : location)) {
    return { kind: 'signIn', by: toTunnelProvider(url.hostname), status }
  }
  return { kind: 'redirect', status, to: to ? `${to.origin}${to.pathname}`.slice(0, 200) : location.slice(0, 200) }
}

/** `error code: 1033` and its like, in plain text or in a page. */
function readCloudflare({ status, headers, body }: CheckReply): CheckOutcome | undefined {
  const code =
    /error code:\s*(\d{3,4})/i.exec(body)?.[1] ?? (headers['server'] === 'cloudflare' && status === 530 ? '530' : undefined)
  if (code === undefined) return undefined
  // 502 and 504 come from the near side: the tunnel stands. 1033 and 530 say that none does.
  return /^50\d$/.test(code)
    ? { kind: 'tunnelWithoutTarget', by: 'cloudflared', code }
    : { kind: 'tunnelOffline', by: 'cloudflared', code }
}

/** The edge of ngrok names its errors in a header, and again in its pages. */
function readNgrok({ headers, body }: CheckReply): CheckOutcome | undefined {
  const header = headers['ngrok-error-code']
  const code = (typeof header === 'string' ? header : undefined) ?? /\bERR_NGROK_\d+\b/.exec(body)?.[0]
  if (code === undefined) return undefined
  if (code === 'ERR_NGROK_6024') return { kind: 'warningPage' }
  // 8012: the agent could not reach what it leads to.
  return code === 'ERR_NGROK_8012' || code === 'ERR_NGROK_3004'
    ? { kind: 'tunnelWithoutTarget', by: 'ngrok', code }
    : { kind: 'tunnelOffline', by: 'ngrok', code }
}

function readDevTunnel(reply: CheckReply, { hostname }: URL): CheckOutcome | undefined {
  if (toTunnelProvider(hostname) !== 'devtunnel') return undefined
  const { status } = reply
  if (status === 401 || status === 403) return { kind: 'signIn', by: 'devtunnel', status }
  if (status === 502 || status === 504) return { kind: 'tunnelWithoutTarget', by: 'devtunnel', code: String(status) }
  return status === 404 && !isScim(reply) ? { kind: 'tunnelOffline', by: 'devtunnel', code: '404' } : undefined
}

/** Doubled slashes, one at the end and capitals are tolerated. */
const toPlainPath = (path: string): string => path.replace(/\/+/g, '/').replace(/\/$/, '').toLowerCase()

const toMediaType = ({ headers }: CheckReply): string | null =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? null

const isScim = (reply: CheckReply): boolean => toMediaType(reply) === 'application/scim+json'

const isHtml = (reply: CheckReply): boolean =>
  toMediaType(reply) === 'text/html' || /^\s*(?:<!doctype html|<html)/i.test(reply.body)

function readTitle(body: string): string | null {
  const title = /<title[^>]*>([^<]{1,120})/i.exec(body)?.[1]?.replace(/\s+/g, ' ').trim()
  return title ? title : null
}

function hasSchema(body: string, urn: string): boolean {
  try {
    // JSON.parse makes nothing but Json.
    const value = JSON.parse(body) as Json
    return isObject(value) && isList(value['schemas']) && value['schemas'].includes(urn)
  } catch {
    // What is not JSON is not SCIM.
    return false
  }
}
