import type { TunnelProvider } from '../reach/outcome.ts'

/** How the makers of tunnels are called in a sentence. */
export const tunnelNames: Readonly<Record<TunnelProvider, string>> = {
  ngrok: 'ngrok',
  cloudflared: 'Cloudflare',
  devtunnel: 'The dev tunnel service',
}

/** The command that opens a tunnel to a port of this machine. */
export const toTunnelCommand = (program: TunnelProvider, port: string): string =>
  ({
    ngrok: `ngrok http ${port}`,
    cloudflared: `cloudflared tunnel --url http://127.0.0.1:${port}`,
    devtunnel: `devtunnel host -p ${port} --allow-anonymous`,
  })[program]
