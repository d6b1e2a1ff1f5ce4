import { z } from 'zod'
import { askLoopback } from './askLoopback.ts'
import { type SaidTunnel, toTarget } from './saidTunnel.ts'

/** Of a quick tunnel; the hostname is empty where it is none. */
const QuickTunnel = z.object({ hostname: z.string() })

/** The part that is read of the rules by which a tunnel passes requests on; the last one takes what is left. */
const Config = z.object({
  config: z.object({ ingress: z.array(z.object({ hostname: z.string().optional(), service: z.string() })) }),
})

/** Asks the metrics port of a cloudflared for the name of its quick tunnel, and for the names that its rules give to local services. */
export async function readCloudflared(port: number): Promise<SaidTunnel[]> {
  const [quick, config] = await Promise.all([askLoopback(port, '/quicktunnel'), askLoopback(port, '/config')])
  const { hostname } = QuickTunnel.safeParse(quick).data ?? {}
  if (hostname === undefined) return []
  const rules = Config.safeParse(config).data?.config.ingress ?? []
  const named = rules.flatMap((rule) => toTunnel(rule.hostname, rule.service))
  return [...toTunnel(hostname, rules.find((rule) => !rule.hostname)?.service), ...named]
}

function toTunnel(hostname: string | undefined, service: string | undefined): SaidTunnel[] {
  if (!hostname || hostname.includes('*') || !URL.canParse(`https://${hostname}`)) return []
  const target = service === undefined ? undefined : toTarget(service)
  // Rules also pass on to what is no HTTP service: `http_status:404`, `ssh://…`.
  if (service !== undefined && target === undefined) return []
  return [{ program: 'cloudflared', publicUrl: new URL(`https://${hostname}`).origin, target: target ?? null }]
}
