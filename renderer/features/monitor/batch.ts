/** What waits for the next frame is cut here; who takes it is told and can read the rest from the service. */
const maxWaiting = 1000
/** A hidden page has no frames. */
const hiddenPauseMs = 500

/** Gathers what comes in one at a time and hands it on once a frame, so that a burst costs one rendering. */
export function createBatch<Item>(take: (items: readonly Item[], hasLost: boolean) => void) {
  let waiting: Item[] = []
  let hasLost = false
  let cancel: (() => void) | undefined

  const flush = () => {
    const items = waiting
    const lost = hasLost
    waiting = []
    hasLost = false
    cancel = undefined
    take(items, lost)
  }
  return {
    add: (item: Item) => {
      if (waiting.length < maxWaiting) waiting.push(item)
      else hasLost = true
      cancel ??= schedule(flush)
    },
    stop: () => cancel?.(),
  }
}

function schedule(deed: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(deed, hiddenPauseMs)
    return () => clearTimeout(timer)
  }
  const frame = requestAnimationFrame(deed)
  return () => cancelAnimationFrame(frame)
}
