import { z } from 'zod'

/** What is written down when a cause or a finding is ignored. */
export const IgnoreOrder = z.object({
  /** Why. */
  note: z.string().trim().min(1).max(1000),
  /** Who decided it, as they call themselves: there are no accounts. */
  by: z.string().trim().max(80),
  /** The newest of its exchanges that was seen; what comes after it is new. */
  lastExchangeId: z.int().min(0),
})
export type IgnoreOrder = z.infer<typeof IgnoreOrder>

/** That a cause or a finding is ignored, until it is taken back. */
export const IgnoredCause = z.object({
  note: z.string(),
  /** Empty where nobody said. */
  by: z.string(),
  at: z.string(),
  /** How often it has happened since. */
  newCount: z.int(),
})
export type IgnoredCause = z.infer<typeof IgnoredCause>
