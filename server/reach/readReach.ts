import type { FoundTunnel } from '#contract/reach.ts'
import { type Service, toScimUrl } from '../service.ts'
import { toLoopbackUrl } from '../toLoopbackUrl.ts'
import { checkEndpoint } from './checkEndpoint.ts'
import { findTunnels, usualTunnelPorts } from './findTunnels.ts'
import type { CheckOutcome } from './outcome.ts'
import type { KeptCheck } from './reachRegistry.ts'

/** On this machine an answer takes milliseconds. */
const localTimeoutMs = 2_000
/** As long as this a listener that answered is not asked again: each time makes a row in the activity. */
const localFreshMs = 10 * 60_000
/** Tunnels take a while; a provider gives up later. */
const outsideTimeoutMs = 15_000

/** How a connection's endpoint can be reached, as far as this machine knows by itself. */
export interface ReachFacts {
  /** Of our own listener, asked on this machine. */
  readonly local: CheckOutcome
  readonly tunnels: readonly FoundTunnel[]
  /** The last check from outside of the URL that is valid now; null: none since the start. */
  readonly outside: KeptCheck | null
}

/** Looks around on this machine alone; nothing leaves it. */
export async function readReach(service: Service, slug: string): Promise<ReachFacts> {
  const [local, tunnels] = await Promise.all([checkLocal(service, slug), readTunnels(service)])
  return { local, tunnels, outside: readOutside(service, slug) }
}

/** The tunnels of this machine. */
export function readTunnels({ settings, addresses }: Service): Promise<FoundTunnel[]> {
  return findTunnels(settings.tunnelPorts ?? usualTunnelPorts, addresses)
}

/** @see ReachFacts */
export const readOutside = (service: Service, slug: string): KeptCheck | null =>
  service.reach.lastOutside(toScimUrl(service, slug)) ?? null

/** Asks our own listener, as anybody on this machine could; at most every ten minutes while it answers. */
async function checkLocal(service: Service, slug: string): Promise<CheckOutcome> {
  const url = toLoopbackUrl(service.addresses.scim, slug)
  const last = service.reach.lastLocal(url)
  const nowMs = Date.parse(service.now())
  if (last?.outcome.kind === 'ok' && nowMs - last.atMs < localFreshMs) return last.outcome
  const outcome = await checkEndpoint(url, {
    registry: service.reach,
    kind: 'local',
    isCloud: false,
    timeoutMs: localTimeoutMs,
  })
  service.reach.keepLocal(url, { atMs: nowMs, outcome })
  return outcome
}

/**
 * Calls the public URL of a connection and remembers what came of it. This is the one request that Rollcall sends to the outside by
 * itself, and it does so only where the user asks for it.
 */
export async function checkOutside(service: Service, slug: string, { isCloud }: { isCloud: boolean }): Promise<KeptCheck> {
  const url = toScimUrl(service, slug)
  const outcome = await checkEndpoint(url, {
    registry: service.reach,
    kind: 'outside',
    isCloud,
    timeoutMs: outsideTimeoutMs,
  })
  const check = { at: service.now(), url, outcome }
  service.reach.keepOutside(check)
  return check
}
