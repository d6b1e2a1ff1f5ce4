import type { ExchangeSummary } from '#contract/exchange.ts'
import { isFailure, writeActions } from '../../exchangeOutcome.ts'

/** How long before a write a look-up may have prepared it. */
const beforeMs = 120_000
/** How long after a write a look-up may have checked it. */
const afterMs = 10_000

/** The look-ups of a list that belong to a write of it. */
export interface Folds {
  /** By the id of the write: its look-ups, newest first. */
  readonly lookUps: ReadonlyMap<number, readonly ExchangeSummary[]>
  /** By the id of a look-up: that of its write. */
  readonly headIds: ReadonlyMap<number, number>
}

/** A row of the list: an exchange by itself, a write with its look-ups, or one of these when they are shown. */
export interface ListRow {
  readonly exchange: ExchangeSummary
  readonly fold?: Fold
  /** Of a look-up under its write: the write's id. */
  readonly headId?: number
}

/** The look-ups of a write, how many came before it and after it, and whether they are shown. */
export interface Fold {
  readonly beforeCount: number
  readonly afterCount: number
  readonly isExpanded: boolean
}

/**
 * Finds the write that each look-up prepared: the next one by the same caller about the same learner or group; else the one just
 * before, which it checked. A look-up of anything else, and one that failed, stays by itself.
 *
 * @param exchanges newest first
 */
export function foldLookUps(exchanges: readonly ExchangeSummary[]): Folds {
  const writes = new Map<number, Marked>()
  const marked = exchanges.map(toMarked)
  const assign = (ordered: readonly Marked[], limitMs: number) => {
    const latest = new Map<string, Marked>()
    for (const one of ordered) {
      if (one.role === 'write') for (const key of one.keys) latest.set(key, one)
      else if (one.role === 'lookUp' && !writes.has(one.id)) {
        const write = findNearest(one, latest)
        if (write && Math.abs(one.atMs - write.atMs) <= limitMs) writes.set(one.id, write)
      }
    }
  }
  assign(marked, beforeMs)
  assign(marked.toReversed(), afterMs)

  const lookUps = new Map<number, ExchangeSummary[]>()
  const headIds = new Map<number, number>()
  for (const exchange of exchanges) {
    const write = writes.get(exchange.id)
    if (!write) continue
    headIds.set(exchange.id, write.id)
    const group = lookUps.get(write.id)
    if (group) group.push(exchange)
    else lookUps.set(write.id, [exchange])
  }
  return { lookUps, headIds }
}

interface Shown {
  readonly folds: Folds
  /** The writes whose look-ups are shown. */
  readonly expandedIds: ReadonlySet<number>
  /** The open one is always shown, also where its address alone led to it. */
  readonly openId: number | undefined
}

/** The rows of a list, look-ups folded under their writes. */
export function toRows(exchanges: readonly ExchangeSummary[], { folds, expandedIds, openId }: Shown): readonly ListRow[] {
  const openHeadId = openId === undefined ? undefined : folds.headIds.get(openId)
  return exchanges.flatMap((exchange): ListRow[] => {
    if (folds.headIds.has(exchange.id)) return []
    const lookUps = folds.lookUps.get(exchange.id)
    if (!lookUps) return [{ exchange }]
    const isExpanded = expandedIds.has(exchange.id) || exchange.id === openHeadId
    const beforeCount = lookUps.filter(({ id }) => id < exchange.id).length
    const head = { exchange, fold: { beforeCount, afterCount: lookUps.length - beforeCount, isExpanded } }
    return isExpanded ? [head, ...lookUps.map((one) => ({ exchange: one, headId: exchange.id }))] : [head]
  })
}

/** What folding needs of an exchange. */
interface Marked {
  readonly id: number
  readonly role: 'write' | 'lookUp' | 'other'
  readonly atMs: number
  /** The keys of its subject, apart for each caller. */
  readonly keys: readonly string[]
}

const known = new WeakMap<ExchangeSummary, Marked>()

/** Made once, since the list is gone through with every arrival. */
function toMarked(exchange: ExchangeSummary): Marked {
  const found = known.get(exchange)
  if (found) return found
  const { id, caller, tokenLastFour, simulation, subjectKeys } = exchange
  const made: Marked = {
    id,
    role: toRole(exchange),
    atMs: Date.parse(exchange.receivedAt),
    keys: subjectKeys?.split(' ').map((key) => `${caller} ${tokenLastFour} ${simulation} ${key}`) ?? [],
  }
  known.set(exchange, made)
  return made
}

function toRole(exchange: ExchangeSummary): Marked['role'] {
  if (writeActions.has(exchange.action)) return 'write'
  return exchange.action === 'lookedUp' && !isFailure(exchange) ? 'lookUp' : 'other'
}

/** Whichever of the keys leads to the write that is next to it in the list. */
function findNearest(lookUp: Marked, latest: ReadonlyMap<string, Marked>): Marked | undefined {
  let nearest: Marked | undefined
  for (const key of lookUp.keys) {
    const write = latest.get(key)
    if (write && (!nearest || Math.abs(write.id - lookUp.id) < Math.abs(nearest.id - lookUp.id))) nearest = write
  }
  return nearest
}
