import { create } from 'zustand'

/** What is the activity screen's own: where the reader is. */
interface MonitorState {
  /** The reader stopped the list by key or button. */
  readonly isPaused: boolean
  /** The list stands at its very top. */
  readonly isAtTop: boolean
  /** The row that the arrow keys are on; null where the list is not read by keyboard. */
  readonly cursorId: number | null
}

/** The activity screen's store. */
export const useMonitorStore = create<MonitorState>()(() => ({ isPaused: false, isAtTop: true, cursorId: null }))

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

/** Another list is looked at: a new filter or connection starts at its top. */
export function listChanged(): void {
  useMonitorStore.setState({ isAtTop: true, cursorId: null })
}
