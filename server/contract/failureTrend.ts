import { z } from 'zod'

/** How often a cause occurred in each hour of the last day, or in each day of the last month, oldest first. */
export const FailureTrend = z.object({
  /** Of the first stretch; ISO 8601, UTC. */
  since: z.string(),
  unit: z.enum(['hour', 'day']),
  counts: z.array(z.int()),
})
export type FailureTrend = z.infer<typeof FailureTrend>
