import { z } from 'zod'
import { ExchangeFilter } from './exchange.ts'

const ViewName = z.string().trim().min(1).max(60)

/** A filter of the activity list that was kept under a name. */
export const SavedView = z.object({ id: z.int(), name: z.string(), filter: ExchangeFilter })
export type SavedView = z.infer<typeof SavedView>

/** A view to be kept. */
export const NewView = z.object({ name: ViewName, filter: ExchangeFilter })

/** Another name, another filter, or both. */
export const ViewChange = z.object({ name: ViewName.optional(), filter: ExchangeFilter.optional() })
export type ViewChange = z.infer<typeof ViewChange>

/** `taken`: another view has that name, whatever its case. */
export const ViewReply = z.discriminatedUnion('result', [
  z.object({ result: z.literal('saved'), view: SavedView }),
  z.object({ result: z.literal('taken') }),
])
export type ViewReply = z.infer<typeof ViewReply>
