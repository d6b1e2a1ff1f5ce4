import type { StreamEvent } from '#contract/streamEvent.ts'
import type { EventHub } from './service.ts'

/** @see EventHub */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: StreamEvent) => void>()
  return {
    isHeard: () => listeners.size > 0,
    publish: (event) => {
      for (const listener of listeners) listener(event)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
