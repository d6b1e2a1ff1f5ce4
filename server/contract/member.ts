import { z } from 'zod'

/** A group of a learner, or a member of a group. `name` is the id where nothing else is kept of it. */
export const Related = z.object({ id: z.string(), name: z.string() })
export type Related = z.infer<typeof Related>

/** A member of a group; `resourceType` null where nothing else is kept of it. */
export const Member = Related.extend({ resourceType: z.enum(['User', 'Group']).nullable() })
export type Member = z.infer<typeof Member>

/** Who came into a group by a write, and who left it; of a learner that was deleted, which groups it left. At most 20 of each are named. */
export const Moves = z.object({
  joined: z.array(Member),
  left: z.array(Member),
  joinedCount: z.int(),
  leftCount: z.int(),
})
export type Moves = z.infer<typeof Moves>
