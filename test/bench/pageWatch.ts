import type { Page } from '@playwright/test'

/** A row that came on screen; the time is that of the clock of this machine, in milliseconds since 1970. */
export interface Arrival {
  readonly marker: string
  readonly shownAt: number
}

/** What a page notes of itself. */
export interface PageWatch {
  /** How long each task over 50 ms took since the last time. */
  readonly takeLongTasks: () => Promise<number[]>
  /** The marked rows that were painted since the last time, each once. */
  readonly takeArrivals: () => Promise<Arrival[]>
}

interface Notes {
  longTasks: number[]
  arrivals: Arrival[]
}

/** Has the page note its long tasks, and when each row with a marker (see `sendAtRate`) was painted. Before it is opened. */
export async function watchPage(page: Page): Promise<PageWatch> {
  await page.addInitScript(noteInPage)
  const take = <Name extends keyof Notes>(name: Name) =>
    page.evaluate((key) => {
      const notes: Notes = Reflect.get(window, 'benchNotes')
      const taken = notes[key]
      notes[key] = []
      return taken
    }, name) as Promise<Notes[Name]>
  return { takeLongTasks: () => take('longTasks'), takeArrivals: () => take('arrivals') }
}

/** Runs in the page: nothing from outside of it is known here. */
function noteInPage(): void {
  const notes: Notes = { longTasks: [], arrivals: [] }
  Reflect.set(window, 'benchNotes', notes)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) notes.longTasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })

  const seen = new Set<string>()
  const collect = () => {
    const fresh: string[] = []
    for (const row of document.querySelectorAll('[data-exchange]')) {
      const marker = /bench-\w+-\d+/.exec(row.textContent ?? '')?.[0]
      if (marker === undefined || seen.has(marker)) continue
      seen.add(marker)
      fresh.push(marker)
    }
    if (fresh.length === 0) return
    // A task behind the next frame's: then that frame is painted.
    requestAnimationFrame(() => {
      setTimeout(() => {
        const shownAt = performance.timeOrigin + performance.now()
        for (const marker of fresh) notes.arrivals.push({ marker, shownAt })
      })
    })
  }
  new MutationObserver(collect).observe(document, { childList: true, subtree: true })
}
