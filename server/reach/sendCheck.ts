import { type IncomingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** Longer ones are cut: what answers in its first part is known by then. In bytes. */
const maxBodyBytes = 64 * 1024

/** What came back, as far as it was read. */
export interface CheckReply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A failure before a reply: a code of Node's, or `ROLLCALL_TIMEOUT`. */
export type CheckFailure = Error & { readonly code?: string }

export const timeoutCode = 'ROLLCALL_TIMEOUT'

/** How a check is sent. */
export interface SendOptions {
  /** All in all, from the look-up of the name to the end of the reply. */
  readonly timeoutMs: number
  /** A certificate authority to be trusted as well; for tests. */
  readonly ca?: string
}

/**
 * Asks for a URL as an identity provider's cheapest client would: GET, no User-Agent, no cookie, no token. Redirects are not followed.
 *
 * @throws CheckFailure where no reply came
 */
export function sendCheck(url: URL, { timeoutMs, ca }: SendOptions): Promise<CheckReply> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      agent: false,
      headers: { Accept: 'application/scim+json, application/json' },
      ...(ca !== undefined && { ca }),
    })
    const impatience = setTimeout(
      () => sent.destroy(Object.assign(new Error('No answer in time.'), { code: timeoutCode })),
      timeoutMs,
    )
    sent.on('close', () => clearTimeout(impatience))
    sent.on('error', reject)
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      const finish = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8'),
        })
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size < maxBodyBytes) return
        finish()
        sent.destroy()
      })
      response.on('end', finish)
      response.on('error', reject)
    })
    sent.end()
  })
}
