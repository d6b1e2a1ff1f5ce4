import type { FoundTunnel } from '#contract/reach.ts'
import { readCloudflared } from './cloudflared.ts'
import { readNgrok } from './ngrok.ts'

/** Where the programs answer on this machine. */
export interface TunnelPorts {
  /** Of ngrok's local API. */
  readonly ngrok: readonly number[]
  /** Of cloudflared's metrics. */
  readonly cloudflared: readonly number[]
}

/** Where they answer unless told otherwise. Where a port is taken, both take the next. */
export const usualTunnelPorts: TunnelPorts = { ngrok: [4040, 4041, 4042], cloudflared: [20241, 20242, 20243, 20244, 20245] }

/**
 * Finds the tunnels that ngrok and cloudflared hold open on this machine. Only loopback is asked; nothing leaves the machine.
 *
 * @param addresses where we listen: `127.0.0.1:4747`
 */
export async function findTunnels(
  ports: TunnelPorts,
  addresses: { readonly scim: string; readonly console: string },
): Promise<FoundTunnel[]> {
  const said = await Promise.all([...ports.ngrok.map(readNgrok), ...ports.cloudflared.map(readCloudflared)])
  const tunnels = new Map(said.flat().map((tunnel) => [tunnel.publicUrl, tunnel]))
  return [...tunnels.values()].map((tunnel) => ({ ...tunnel, leadsTo: toLead(tunnel.target, addresses) }))
}

/** How this machine is called from itself, and from a container on it. */
const ownHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', 'host.docker.internal'])

function toLead(target: string | null, addresses: { readonly scim: string; readonly console: string }): FoundTunnel['leadsTo'] {
  if (target === null) return 'unknown'
  const { hostname, port } = split(target)
  const scim = split(addresses.scim)
  if (!ownHosts.has(hostname) && hostname !== scim.hostname) return 'elsewhere'
  if (port === scim.port) return 'scim'
  return port === split(addresses.console).port ? 'console' : 'elsewhere'
}

function split(address: string): { hostname: string; port: string } {
  const { hostname, port } = new URL(`http://${address}`)
  return { hostname, port: port || '80' }
}
