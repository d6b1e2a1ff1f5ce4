import type { LearnerStatus } from '#contract/learner.ts'
import type { Attributes } from '#contract/scim/resource.ts'
import type { Undo } from '../../storage/exchangeTouches.ts'
import type { HistoryWrite } from '../../storage/historyStore.ts'
import { takeBack } from './undo.ts'

/** What a resource was at a moment; absent: not there yet; unknown: a write that is needed to tell is not kept. */
export type State =
  | {
      readonly kind: 'known'
      readonly attributes: Attributes
      readonly status: LearnerStatus
      /** 0 for a deleted one. */
      readonly version: number
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }

/** A write with the states around it. */
export interface Step {
  readonly write: HistoryWrite
  readonly before: State
  readonly after: State
}

const absent: State = { kind: 'absent' }
const unknown: State = { kind: 'unknown' }

/** A state that SCIM sees. */
export const toKnown = (attributes: Attributes, version: number): State => ({
  kind: 'known',
  attributes,
  status: attributes['active'] === false ? 'archived' : 'active',
  version,
})

const toDeleted = (attributes: Attributes): State => ({ kind: 'known', attributes, status: 'deleted', version: 0 })

/**
 * Takes the writes back one by one, from the state of now. A write that is not kept is noticed by the versions: what was before it is
 * unknown, until a deletion or the creation tells.
 *
 * @param writes newest first
 */
export function rebuild(now: State, writes: readonly HistoryWrite[]): Step[] {
  let state = now
  return writes.map((write) => {
    if (write.undo === null) {
      const step = { write, before: unknown, after: state }
      state = unknown
      return step
    }
    let after: State | undefined
    for (const undo of write.undo.toReversed()) {
      const written = toWritten(state, undo)
      after ??= written
      state = toBefore(written, undo)
    }
    return { write, before: state, after: after ?? state }
  })
}

function toWritten(state: State, { to, before }: Undo): State {
  if (to === 0) return toDeleted(before)
  return state.kind === 'known' && state.version === to ? state : unknown
}

function toBefore(written: State, undo: Undo): State {
  if (undo.from === 0) return absent
  if (undo.to === 0) return toKnown(undo.before, undo.from)
  return written.kind === 'known' ? toKnown(takeBack(written.attributes, undo), undo.from) : unknown
}

/** The state once an exchange, a write or not, was over. */
export function stateAfter(exchangeId: number, { now, steps }: { now: State; steps: readonly Step[] }): State {
  return steps.find(({ write }) => write.exchangeId <= exchangeId)?.after ?? steps.at(-1)?.before ?? now
}
