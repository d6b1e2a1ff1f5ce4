import { z } from 'zod'
import { askLoopback } from './askLoopback.ts'
import { type SaidTunnel, toTarget } from './saidTunnel.ts'

/** The part that is read of what the agent answers under `/api/tunnels`. */
const Tunnels = z.object({
  tunnels: z.array(z.object({ public_url: z.string(), config: z.object({ addr: z.string() }).optional() })),
})

/** Asks the local API of an ngrok agent which tunnels it holds open; others than to HTTP are left out. */
export async function readNgrok(port: number): Promise<SaidTunnel[]> {
  const { data } = Tunnels.safeParse(await askLoopback(port, '/api/tunnels'))
  return (data?.tunnels ?? []).flatMap(({ public_url, config }) => {
    if (!/^https?:\/\//.test(public_url) || !URL.canParse(public_url)) return []
    const target = config && toTarget(config.addr)
    return [{ program: 'ngrok', publicUrl: new URL(public_url).origin, target: target ?? null }]
  })
}
