import { z } from 'zod'

/** A rule of the RFC that is bent for a provider's habit, and may be switched off for a connection. */
export const ToleranceInfo = z.object({
  /** As settings name it: `string-boolean`. */
  name: z.string(),
  /** What is sent, against which rule. */
  reason: z.string(),
  /** Who sends it. */
  source: z.string(),
  /** True where the rule holds until `tolerancesOn` bends it. */
  comesOff: z.boolean(),
})
export type ToleranceInfo = z.infer<typeof ToleranceInfo>
