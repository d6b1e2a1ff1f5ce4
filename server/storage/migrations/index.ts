import type { Database } from 'better-sqlite3'
import { initial } from './0001_initial.ts'
import { extension } from './0002_extension.ts'
import { bulkResource } from './0003_bulk_resource.ts'
import { fault } from './0004_fault.ts'
import { exchangeSubject } from './0005_exchange_subject.ts'
import { history } from './0006_history.ts'
import { viewsAndIgnored } from './0007_views_and_ignored.ts'
import { retention } from './0008_retention.ts'
import { foldedNames } from './0009_folded_names.ts'
import { connections } from './0010_connections.ts'

/** One step of the schema. `up` runs inside a transaction; a shipped one is never edited. */
export interface Migration {
  readonly version: number
  readonly up: (db: Database) => void
}

/** Oldest first, without gaps. */
export const migrations: readonly Migration[] = [
  initial,
  extension,
  bulkResource,
  fault,
  exchangeSubject,
  history,
  viewsAndIgnored,
  retention,
  foldedNames,
  connections,
]
