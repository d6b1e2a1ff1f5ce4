import { z } from 'zod'
import { ExchangeMark, ExchangeSummary } from './exchange.ts'
import { ArmedFault } from './fault.ts'
import { SimulationRun } from './setup.ts'

/**
 * What `/api/stream` sends, each as one server-sent event whose data is this JSON. An `exchange` carries its id as the
 * event's id, so that `Last-Event-ID`, or `?after=` on the first request, resumes after it. `opened` is the first of each stream: what
 * follows came after the exchange `after`; where it is not the one that was asked for, it is not resumed. `resync` says that
 * too much was missed and all must be read anew.
 */
export const StreamEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), after: z.int(), isResumed: z.boolean() }),
  z.object({ type: z.literal('exchange'), connection: z.string().nullable(), exchange: ExchangeSummary }),
  z.object({ type: z.literal('setupChanged'), connection: z.string() }),
  /** One was made, or has another name. */
  z.object({ type: z.literal('connectionsChanged') }),
  z.object({ type: z.literal('connectionRemoved'), connection: z.string() }),
  z.object({ type: z.literal('simulation'), connection: z.string(), simulation: SimulationRun }),
  /** One was armed, met, disarmed or grew too old; `faults` are those that are left. */
  z.object({ type: z.literal('faultsChanged'), connection: z.string(), faults: z.array(ArmedFault) }),
  z.object({ type: z.literal('viewsChanged'), connection: z.string() }),
  /** A cause or a finding was ignored, or that was taken back. */
  z.object({ type: z.literal('causesChanged'), connection: z.string() }),
  z.object({
    type: z.literal('exchangeMarked'),
    connection: z.string().nullable(),
    exchange: z.int(),
    mark: ExchangeMark,
  }),
  /** The list was cleared, or has its exchanges again. */
  z.object({ type: z.literal('listCleared'), connection: z.string() }),
  z.object({ type: z.literal('statusChanged') }),
  z.object({ type: z.literal('resync') }),
])
export type StreamEvent = z.infer<typeof StreamEvent>
