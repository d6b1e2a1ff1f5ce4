import { z } from 'zod'

/** A tunnel that a program on this machine holds open. */
export const FoundTunnel = z.object({
  program: z.enum(['ngrok', 'cloudflared']),
  /** Scheme and host: `https://acme.ngrok.app`. */
  publicUrl: z.string(),
  /** Where it leads, as it says itself: `127.0.0.1:4747`; null where it does not say. */
  target: z.string().nullable(),
  /** What listens there, as far as that is ours; console: it must not be open to the outside. */
  leadsTo: z.enum(['scim', 'console', 'elsewhere', 'unknown']),
})
export type FoundTunnel = z.infer<typeof FoundTunnel>

/** What became of a check from outside: `ok`, or what stands in the way. */
export const OutsideKind = z.enum([
  'ok',
  'notHttps',
  'localAddress',
  'unknownName',
  'noDns',
  'unreachable',
  'refused',
  'timeout',
  'cut',
  'notTls',
  'selfSigned',
  'expired',
  'notYetValid',
  'wrongName',
  'untrusted',
  'notHttp',
  'redirect',
  'signIn',
  'warningPage',
  'tunnelOffline',
  'tunnelWithoutTarget',
  'htmlPage',
  'otherScim',
  'otherService',
  'wrongPath',
  'spoilt',
])
export type OutsideKind = z.infer<typeof OutsideKind>

/** A check from outside, in words. */
export const CheckedOutside = z.object({
  /** When; ISO 8601, UTC. */
  at: z.string(),
  /** What was asked for. */
  url: z.string(),
  kind: OutsideKind,
  finding: z.string(),
  /** null where nothing is to be done. */
  fix: z.string().nullable(),
})
export type CheckedOutside = z.infer<typeof CheckedOutside>

/** How the endpoint can be reached, as far as this machine knows without asking anybody outside. */
export const Reach = z.object({
  tunnels: z.array(FoundTunnel),
  /** The last check of the public URL that is set now; null: not checked since the start. */
  check: CheckedOutside.nullable(),
})
export type Reach = z.infer<typeof Reach>
