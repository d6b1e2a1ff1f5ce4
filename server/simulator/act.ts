import type { SimulationOrder } from '#contract/setup.ts'
import type { Memory } from './memory.ts'
import type { PlannedStep } from './mistakes.ts'

/** One run: who acts, against what, and how fast. */
export interface Act {
  readonly order: SimulationOrder
  /** The base URL, as it is pasted into a provider. */
  readonly url: string
  readonly token: string
  /** Marks each exchange of the run. */
  readonly run: string
  /** An id that nobody has. */
  readonly guid: string
  /** From the begin of a request to the begin of the next; the live screen can be followed then. */
  readonly gapMs: number
  /** How long a second of `Retry-After` is. */
  readonly secondMs?: number
  readonly timeoutMs: number
  /** Ends the run after the request under way. */
  readonly signal: AbortSignal
  /** Told before each request, and at the end. */
  readonly onProgress: (progress: Progress) => void
  /** Says no, by a `SimulationFailed`, to something found that the simulator did not make. */
  readonly checkFound: (step: PlannedStep, memory: Memory) => void
}

/** How far a run is. */
export interface Progress {
  readonly sent: number
  /** How many there will be, as far as is known; counted when it is asked for. */
  readonly countAll: () => number
  /** What comes next, or came last. */
  readonly doing: string
}
