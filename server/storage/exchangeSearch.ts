import BetterSqlite3 from 'better-sqlite3'
import type { Density, ExchangePage } from '#contract/exchange.ts'
import { createExchangeCount, type ExchangeCount } from './exchangeCount.ts'
import { createExchangeDensity, type DensityQuery } from './exchangeDensity.ts'
import { createExchangeFailures } from './exchangeFailures.ts'
import { createExchangeList } from './exchangeList.ts'
import { createFailureTrends, type FailureCounts } from './failureTrends.ts'
import { foldValue } from './foldValue.ts'
import { createNewestExchangeId } from './newestExchangeId.ts'
import { createRoster, type Roster } from './roster.ts'
import type { ExchangeListQuery, FailureRow } from './storedExchange.ts'
import { type ExchangeWords, openTextIndex, removeTextIndex } from './textIndex.ts'

/** Lists exchanges by what is said in them, and learners by a word of their name, on a thread of its own: it reads the service's database, and writes its own. */
export interface ExchangeSearch {
  /** Makes the oldest that cannot be found yet findable, at most `limit`. @returns how many they were */
  readonly indexNext: (limit: number) => number
  /** Takes out what is no longer there. */
  readonly prune: () => void
  /** As the list of the store, and narrowed by `text` too. */
  readonly list: (connectionId: number, query: ExchangeListQuery) => ExchangePage
  readonly density: (connectionId: number, query: DensityQuery) => Density
  readonly failures: (connectionId: number) => FailureRow[]
  readonly count: (connectionId: number) => ExchangeCount
  readonly learners: Roster['listLearners']
  readonly trends: (connectionId: number, query: DensityQuery) => FailureCounts
  readonly close: () => void
  /** Removes the full text, which is damaged. Nothing can be asked afterwards. */
  readonly discard: () => void
}

/** @param files of the running service's database, which is brought up to date, and of the full text */
export function openExchangeSearch(files: { readonly database: string; readonly text: string }): ExchangeSearch {
  const db = new BetterSqlite3(files.database, { readonly: true, fileMustExist: true, timeout: 5_000 })
  db.pragma('cache_size = -8192')
  db.function('fold', { deterministic: true }, foldValue)
  const folderId = db
    .prepare<[], string>(`
    SELECT id
      FROM data_folder`)
    .pluck()
    .get()
  const index = openTextIndex(files.text, { folderId: folderId ?? '', newestId: createNewestExchangeId(db)() })
  db.prepare<[string]>('ATTACH ? AS full_text').run(files.text)

  const selectNext = db.prepare<[number, number], ExchangeWords>(`
    SELECT exchange.id, exchange.sentence, exchange.target,
           content.request_headers || ' ' || content.response_headers AS headers,
           ifnull(content.request_body, '') || ' ' || ifnull(content.response_body, '') AS bodies
      FROM exchange
      JOIN exchange_content AS content
        ON content.exchange_id = exchange.id
     WHERE exchange.id > ?
     ORDER BY exchange.id
     LIMIT ?`)
  const selectCount = db
    .prepare<[], number>(`
    SELECT COUNT(*)
      FROM exchange`)
    .pluck()
  const selectIds = db
    .prepare<[], number>(`
    SELECT id
      FROM exchange`)
    .pluck()

  // The last to close is the one that may bring the log of writes home.
  const close = () => {
    db.close()
    index.close()
  }

  return {
    // One after the other: two hundred bodies of a megabyte are not held at once.
    indexNext: (limit) => index.add(selectNext.iterate(index.newestId(), limit)),
    prune: () => {
      if (index.count() <= (selectCount.get() ?? 0)) return
      const kept = new Set(selectIds.all())
      index.prune((id) => kept.has(id))
    },
    list: createExchangeList(db).list,
    density: createExchangeDensity(db),
    failures: createExchangeFailures(db),
    count: createExchangeCount(db),
    learners: createRoster(db).listLearners,
    trends: createFailureTrends(db),
    close,
    discard: () => {
      close()
      removeTextIndex(files.text)
    },
  }
}
