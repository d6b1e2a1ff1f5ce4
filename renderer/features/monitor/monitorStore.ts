import { create } from 'zustand'

/** What is the activity screen's own: where the reader is. */
interface MonitorState {
  /** The reader stopped the list by key or button. */
  readonly isPaused: boolean
  /** The list stands at its very top. */
  readonly isAtTop: boolean
  /** The row that the arrow keys are on; null where the list is not read by keyboard. */
  readonly cursorId: number | null
  /** The writes whose look-ups are shown. */
  readonly expandedIds: ReadonlySet<number>
}

/** The activity screen's store. */
export const useMonitorStore = create<MonitorState>()(() => ({
  isPaused: false,
  isAtTop: true,
  cursorId: null,
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
