import { create } from 'zustand'
import type { Clearing } from '#contract/exchange.ts'

/** What the reader is told of what was just done. */
export type Notice =
  | { readonly kind: 'cleared'; readonly taken: Clearing }
  | { readonly kind: 'undone' }
  | { readonly kind: 'failed'; readonly message: string }

/** What is the activity screen's own: where the reader is. */
interface MonitorState {
  /** What became of the last clearing, or of a mark, while it is told. */
  readonly notice: Notice | null
  /** The reader stopped the list by key or button. */
  readonly isPaused: boolean
  /** The list stands at its very top. */
  readonly isAtTop: boolean
  /** The row that the arrow keys are on; null where the list is not read by keyboard. */
  readonly cursorId: number | null
  /** Which time the chart above the list shows: its place among the windows. */
  readonly densityWindow: number
  /** The writes whose look-ups are shown. */
  readonly expandedIds: ReadonlySet<number>
}

/** The activity screen's store. */
export const useMonitorStore = create<MonitorState>()(() => ({
  notice: null,
  isPaused: false,
  isAtTop: true,
  cursorId: null,
  densityWindow: 0,
  expandedIds: new Set<number>(),
}))

/** Stops the list, or lets it run. */
export function togglePause(): void {
  useMonitorStore.setState((state) => ({ isPaused: !state.isPaused }))
}

/** The list was scrolled to or away from its top. */
export function topReached(isAtTop: boolean): void {
  useMonitorStore.setState({ isAtTop })
}

/** The arrow keys went to a row, or left the list. */
export function cursorMoved(cursorId: number | null): void {
  useMonitorStore.setState({ cursorId })
}

/** The look-ups of a write are to be shown. */
export function foldOpened(headId: number): void {
  useMonitorStore.setState(({ expandedIds }) => ({ expandedIds: new Set(expandedIds).add(headId) }))
}

/** The look-ups of a write are to be folded again. */
export function foldClosed(headId: number): void {
  useMonitorStore.setState(({ expandedIds }) => ({ expandedIds: new Set([...expandedIds].filter((id) => id !== headId)) }))
}

/** Another list is looked at: a new filter or connection starts at its top. */
export function listChanged(): void {
  useMonitorStore.setState({ isAtTop: true, cursorId: null, expandedIds: new Set() })
}

/** The chart above the list is to show another time; it stays so on every way back to the list. */
export function densityWindowChosen(densityWindow: number): void {
  useMonitorStore.setState({ densityWindow })
}

/** The list was cleared, or that was undone, or something failed; null: it was told long enough. */
export function noticed(notice: Notice | null): void {
  useMonitorStore.setState({ notice })
}
