/** What became of a check. Each kind has a sentence of its own on screen (`server/setup/outsideWords.ts`). */
export type CheckOutcome =
  | { readonly kind: 'ok' }
  /** Not asked at all: a provider in the cloud calls nothing but https. */
  | { readonly kind: 'notHttps' }
  /** Not asked at all: an address that exists on this machine or in this network only. */
  | { readonly kind: 'localAddress'; readonly host: string }
  | { readonly kind: 'unknownName'; readonly host: string }
  /** The name service itself did not answer. */
  | { readonly kind: 'noDns'; readonly host: string }
  | { readonly kind: 'unreachable'; readonly host: string }
  | { readonly kind: 'refused'; readonly host: string; readonly port: string }
  | { readonly kind: 'timeout'; readonly seconds: number }
  /** Closed without an answer. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'notTls' }
  | { readonly kind: 'selfSigned' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'notYetValid' }
  /** `names`: whom the certificate was made out to. */
  | { readonly kind: 'wrongName'; readonly host: string; readonly names: string }
  | { readonly kind: 'untrusted'; readonly code: string }
  | { readonly kind: 'notHttp' }
  | { readonly kind: 'redirect'; readonly status: number; readonly to: string }
  /** Somebody in front of us wants a sign-in. */
  | { readonly kind: 'signIn'; readonly by: TunnelProvider | null; readonly status: number }
  /** A page of the tunnel's own that is meant for people. */
  | { readonly kind: 'warningPage' }
  /** The tunnel's provider knows no tunnel behind the name. */
  | { readonly kind: 'tunnelOffline'; readonly by: TunnelProvider; readonly code: string }
  /** The tunnel stands, and nothing answers where it leads. */
  | { readonly kind: 'tunnelWithoutTarget'; readonly by: TunnelProvider | null; readonly code: string }
  | { readonly kind: 'htmlPage'; readonly status: number; readonly title: string | null }
  /** SCIM answers, and the request never came here. */
  | { readonly kind: 'otherScim'; readonly isRollcall: boolean }
  | { readonly kind: 'otherService'; readonly status: number; readonly mediaType: string | null }
  /** It came here, under another path than it was sent to. */
  | { readonly kind: 'wrongPath'; readonly path: string }
  /** It came here, and something on the way back changed the answer. */
  | { readonly kind: 'spoilt'; readonly status: number; readonly mediaType: string | null }

/** Whose tunnel a public name belongs to. */
export type TunnelProvider = 'ngrok' | 'cloudflared' | 'devtunnel'

const suffixes: readonly (readonly [RegExp, TunnelProvider])[] = [
  [/\.ngrok(?:-free)?\.(?:app|dev|io|pizza)$/i, 'ngrok'],
  [/\.trycloudflare\.com$/i, 'cloudflared'],
  [/\.devtunnels\.ms$/i, 'devtunnel'],
]

/** Tells by its name whose tunnel a host is; null for a name of one's own. */
export function toTunnelProvider(host: string): TunnelProvider | null {
  return suffixes.find(([suffix]) => suffix.test(host))?.[1] ?? null
}
