import { judgeFailure } from './judgeFailure.ts'
import { judgeReply } from './judgeReply.ts'
import { isLocalHost } from './localHost.ts'
import type { CheckOutcome } from './outcome.ts'
import type { ReachRegistry } from './reachRegistry.ts'
import { type CheckFailure, type SendOptions, sendCheck } from './sendCheck.ts'

/** The check of an endpoint. */
export interface EndpointCheck extends SendOptions {
  readonly registry: ReachRegistry
  /** By the name of the check, its request is known again. */
  readonly kind: 'outside' | 'local'
  /** A provider in the cloud calls: nothing but https, and no address of this machine or network, can do. */
  readonly isCloud: boolean
}

/**
 * Asks an endpoint for its ServiceProviderConfig, which needs no token, and tells whether the request came here and the reply came
 * back whole.
 *
 * @param baseUrl `https://acme.ngrok.app/default/scim/v2`
 */
export async function checkEndpoint(baseUrl: string, check: EndpointCheck): Promise<CheckOutcome> {
  const url = new URL(`${baseUrl}/ServiceProviderConfig`)
  if (check.isCloud && isLocalHost(url.hostname)) return { kind: 'localAddress', host: url.host }
  if (check.isCloud && url.protocol !== 'https:') return { kind: 'notHttps' }
  const started = check.registry.begin(check.kind)
  url.search = started.query
  try {
    const reply = await sendCheck(url, check)
    return judgeReply(reply, { url, arrivedAt: started.arrivedAt() })
  } catch (error) {
    // It is what `sendCheck` throws, and nothing else above throws.
    return judgeFailure(error as CheckFailure, url, check.timeoutMs)
  } finally {
    started.end()
  }
}
