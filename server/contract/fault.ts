import { z } from 'zod'
import { Action, FaultKind } from './exchange.ts'

/** What an armed fault waits for: requests of one meaning, or any at all. */
export const FaultAction = z.enum(['any', ...Action.options])
export type FaultAction = z.infer<typeof FaultAction>

/** Which requests are to fail on purpose, how, and how many of them. */
export const FaultOrder = z.object({
  kind: FaultKind,
  action: FaultAction,
  count: z.int().min(1).max(1000),
  /** What `Retry-After` says with 429 and 503; how long a delay holds the request. Of no meaning for the others. */
  seconds: z.int().min(1).max(120).default(30),
})
export type FaultOrder = z.infer<typeof FaultOrder>

/** A fault that waits for the next requests that fit. It lives in memory: a restart of the service disarms it. */
export const ArmedFault = FaultOrder.extend({
  id: z.int(),
  /** How many of `count` are still to come. */
  left: z.int(),
  /** When it is disarmed by itself. */
  expiresAt: z.string(),
})
export type ArmedFault = z.infer<typeof ArmedFault>
