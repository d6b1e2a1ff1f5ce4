import { z } from 'zod'

const Ports = z.array(z.int().min(1).max(65535)).readonly()

/** What the command line, Electron main and a test give the service at its start. */
export const ServiceSettings = z.object({
  /** Folder of the database and the lock; made where it is missing. */
  dataDir: z.string(),
  /** The SCIM listener's address. The console listener stays on loopback. */
  host: z.string().default('127.0.0.1'),
  /** 0: any free one. */
  scimPort: z.int().min(0).max(65535).default(4747),
  consolePort: z.int().min(0).max(65535).default(4748),
  /** Scheme and host under which the SCIM listener is reached from outside; null: none. */
  publicUrl: z.string().nullable().default(null),
  /** Where ngrok's local API and cloudflared's metrics answer on this machine, if they run; left out: where they do as a rule. */
  tunnelPorts: z.object({ ngrok: Ports, cloudflared: Ports }).optional(),
  /** The built renderer. */
  rendererDir: z.string(),
  /** The token of connection `default` that is labelled *environment*. */
  environmentToken: z.string().optional(),
})
export type ServiceSettings = z.infer<typeof ServiceSettings>

/** One line on stdout when ready, and what the child process tells Electron main. */
export const ReadyEvent = z.object({
  event: z.literal('ready'),
  scimUrl: z.string(),
  consoleUrl: z.string(),
  dataDir: z.string(),
  pid: z.int(),
})
export type ReadyEvent = z.infer<typeof ReadyEvent>

/** Why the service did not start; the exit codes are fixed from outside. */
export const StartFailure = z.object({
  event: z.literal('failed'),
  /** 1 failed, 2 bad arguments, 3 port taken, 4 data folder in use or newer than the program. */
  exitCode: z.int(),
  message: z.string(),
})
export type StartFailure = z.infer<typeof StartFailure>

/** From the service process to its parent. `link` answers `newLink`. */
export const FromService = z.discriminatedUnion('event', [
  ReadyEvent,
  StartFailure,
  z.object({ event: z.literal('link'), consoleUrl: z.string() }),
  z.object({ event: z.literal('stopped') }),
])
export type FromService = z.infer<typeof FromService>

/** From the parent to the service process. */
export const ToService = z.discriminatedUnion('request', [
  z.object({ request: z.literal('start'), settings: ServiceSettings }),
  z.object({ request: z.literal('newLink') }),
  z.object({ request: z.literal('stop') }),
])
export type ToService = z.infer<typeof ToService>
