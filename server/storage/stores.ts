import type { Database } from 'better-sqlite3'
import { type ConnectionStore, createConnectionStore } from './connectionStore.ts'
import { createExchangeClearing, type ExchangeClearing } from './exchangeClearing.ts'
import { createExchangeMarkStore, type ExchangeMarkStore } from './exchangeMark.ts'
import { createExchangeRetention, type ExchangeRetention } from './exchangeRetention.ts'
import { createExchangeStore, type ExchangeStore } from './exchangeStore.ts'
import { createExchangeTraces, type ExchangeTraces } from './exchangeTraces.ts'
import { createHistoryStore, type HistoryStore } from './historyStore.ts'
import { createIgnoredCauseStore, type IgnoredCauseStore } from './ignoredCauseStore.ts'
import { createMembershipStore, type MembershipStore } from './membershipStore.ts'
import { createPreferenceStore, type PreferenceStore } from './preferenceStore.ts'
import { createResourceStore, type ResourceStore } from './resourceStore.ts'
import { createSavedViewStore, type SavedViewStore } from './savedViewStore.ts'
import { createSessionStore, type SessionStore } from './sessionStore.ts'
import { createTokenStore, type TokenStore } from './tokenStore.ts'
import { createSnapshot, createTransaction } from './transaction.ts'
import { createUniqueValueStore, type UniqueValueStore } from './uniqueValueStore.ts'

/** Everything that is stored, over one database. */
export interface Stores {
  readonly connections: ConnectionStore
  readonly tokens: TokenStore
  readonly resources: ResourceStore
  readonly memberships: MembershipStore
  readonly uniqueValues: UniqueValueStore
  readonly exchanges: ExchangeStore
  readonly history: HistoryStore
  readonly exchangeMarks: ExchangeMarkStore
  readonly exchangeClearing: ExchangeClearing
  readonly exchangeRetention: ExchangeRetention
  readonly traces: ExchangeTraces
  readonly ignoredCauses: IgnoredCauseStore
  readonly views: SavedViewStore
  readonly sessions: SessionStore
  readonly preferences: PreferenceStore
  /** Names this data folder: random, made with the database. */
  readonly folderId: () => string
  /**
   * Runs `work` in one immediate transaction; inside another it is a savepoint. What `work` throws undoes it and is
   * thrown on.
   */
  readonly inTransaction: <T>(work: () => T) => T
  readonly isInTransaction: () => boolean
  /** Runs `work` that only reads over one state of the database, and takes the locks that this needs once. */
  readonly inSnapshot: <T>(work: () => T) => T
  /** Ends all use of the database. */
  readonly close: () => void
}

/** Prepares every statement over an open database, which `close` then closes. */
export function createStores(db: Database): Stores {
  const selectFolderId = db
    .prepare<[], string>(`
    SELECT id
      FROM data_folder`)
    .pluck()

  return {
    connections: createConnectionStore(db),
    tokens: createTokenStore(db),
    resources: createResourceStore(db),
    memberships: createMembershipStore(db),
    uniqueValues: createUniqueValueStore(db),
    exchanges: createExchangeStore(db),
    history: createHistoryStore(db),
    exchangeMarks: createExchangeMarkStore(db),
    exchangeClearing: createExchangeClearing(db),
    exchangeRetention: createExchangeRetention(db),
    traces: createExchangeTraces(db),
    ignoredCauses: createIgnoredCauseStore(db),
    views: createSavedViewStore(db),
    sessions: createSessionStore(db),
    preferences: createPreferenceStore(db),
    folderId: () => {
      const id = selectFolderId.get()
      if (id === undefined) throw new Error('The database has lost the name of its folder.')
      return id
    },
    inTransaction: createTransaction(db),
    isInTransaction: () => db.inTransaction,
    inSnapshot: createSnapshot(db),
    close: () => void db.close(),
  }
}
