import type { ExchangeMark, ExchangePage, ExchangeSummary } from '#contract/exchange.ts'

/**
 * The activity list, newest first, and what arrived while it was read. All that waits is newer than all that is shown, so
 * that letting it in never changes the order of what stands there.
 */
export interface HeldExchanges {
  readonly shown: readonly ExchangeSummary[]
  readonly waiting: readonly ExchangeSummary[]
  /** How many arrived since the list holds still; more than `waiting` keeps when there were very many. */
  readonly waitingCount: number
  /** Older ones match too. */
  readonly hasMore: boolean
  /** All that match, waiting ones included. */
  readonly total: number
}

/** Rows kept above the list; older ones of them are read again by scrolling. */
const maxWaiting = 1000
/** A live list is cut back to `liveKept` rows when it grows past `maxLive`, so that a night of traffic costs no memory. */
const maxLive = 2000
const liveKept = 500

/** The list as the first page tells it. */
export function fromPage(page: ExchangePage): HeldExchanges {
  return { shown: page.exchanges, waiting: [], waitingCount: 0, hasMore: page.hasMore, total: page.total }
}

/** The list after arrivals that match its filter: shown at once where it is live, else waiting. Repeats are dropped. */
export function addArrivals(held: HeldExchanges, arrivals: readonly ExchangeSummary[], mode: 'live' | 'held'): HeldExchanges {
  const newest = held.waiting[0]?.id ?? held.shown[0]?.id ?? 0
  const fresh = newestFirst(arrivals.filter((exchange) => exchange.id > newest))
  if (fresh.length === 0) return held
  const grown: HeldExchanges = {
    ...held,
    waiting: [...fresh, ...held.waiting].slice(0, maxWaiting),
    waitingCount: held.waitingCount + fresh.length,
    total: held.total + fresh.length,
  }
  return mode === 'live' ? letIn(grown) : grown
}

/** The list with all that waited let in. */
export function letIn(held: HeldExchanges): HeldExchanges {
  if (held.waitingCount === 0) return held
  const hasGap = held.waitingCount > held.waiting.length
  const all = hasGap ? held.waiting : [...held.waiting, ...held.shown]
  const shown = all.length > maxLive ? all.slice(0, liveKept) : all
  return { ...held, shown, waiting: [], waitingCount: 0, hasMore: held.hasMore || hasGap || shown.length < all.length }
}

/** The list with an older page at its end. */
export function addOlder(held: HeldExchanges, page: ExchangePage): HeldExchanges {
  const oldest = held.shown.at(-1)?.id ?? Number.POSITIVE_INFINITY
  const older = page.exchanges.filter((exchange) => exchange.id < oldest)
  return { ...held, shown: [...held.shown, ...older], hasMore: page.hasMore }
}

/**
 * The list after its first page was read anew. Where the page no longer reaches what is shown, a live list starts over with
 * it; a held one lets it wait. Where fewer match than before, something was removed and the list starts over.
 */
export function addNewestPage(held: HeldExchanges, page: ExchangePage, mode: 'live' | 'held'): HeldExchanges {
  const newest = held.waiting[0]?.id ?? held.shown[0]?.id
  const newestOfPage = page.exchanges[0]?.id ?? 0
  // What arrived while the page was on its way is not in it, and was not removed.
  const later = [...held.waiting, ...held.shown].filter(({ id }) => id > newestOfPage).length
  if (later > 0 && page.total + later >= held.total) {
    const known = addMissed(held, page.exchanges)
    return { ...known, total: page.total + later }
  }
  const oldestOfPage = page.exchanges.at(-1)?.id
  if (newest === undefined || oldestOfPage === undefined || page.total < held.total) return fromPage(page)
  const hasGap = oldestOfPage > newest && page.hasMore
  if (!hasGap) return { ...addMissed(addArrivals(held, page.exchanges, mode), page.exchanges), total: page.total }
  if (mode === 'live') return fromPage(page)
  const missed = page.total - held.total + held.waitingCount
  // More than is kept: that is how letIn knows of the gap.
  return { ...held, waiting: page.exchanges, waitingCount: Math.max(missed, page.exchanges.length + 1), total: page.total }
}

/** With what arrived while nothing was held yet, and was overtaken by later arrivals: it stands in the page alone. */
function addMissed(held: HeldExchanges, page: readonly ExchangeSummary[]): HeldExchanges {
  const known = new Set([...held.shown, ...held.waiting].map(({ id }) => id))
  const missed = page.filter(({ id }) => !known.has(id))
  if (missed.length === 0) return held
  const newestShown = held.shown[0]?.id ?? 0
  const waiting = newestFirst([...held.waiting, ...missed.filter(({ id }) => id > newestShown)])
  return {
    ...held,
    shown: newestFirst([...held.shown, ...missed.filter(({ id }) => id < newestShown)]),
    waiting,
    waitingCount: held.waitingCount + waiting.length - held.waiting.length,
  }
}

/** The list with what the user says of one of its exchanges. */
export function addMark(held: HeldExchanges, id: number, mark: ExchangeMark): HeldExchanges {
  const add = (exchanges: readonly ExchangeSummary[]) =>
    exchanges.some((exchange) => exchange.id === id)
      ? exchanges.map((exchange) => (exchange.id === id ? { ...exchange, mark } : exchange))
      : exchanges
  return { ...held, shown: add(held.shown), waiting: add(held.waiting) }
}

function newestFirst(exchanges: readonly ExchangeSummary[]): readonly ExchangeSummary[] {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  return [...byId.values()].sort((a, b) => b.id - a.id)
}
