import type { Database } from 'better-sqlite3'
import type { Json } from '#contract/scim/resource.ts'

/** What the screens remember, by name. */
export interface PreferenceStore {
  readonly get: (key: string) => Json | undefined
  readonly set: (key: string, value: Json) => void
}

/** The preferences over a database. */
export function createPreferenceStore(db: Database): PreferenceStore {
  const select = db
    .prepare<[string], string>(`
    SELECT value
      FROM preference
     WHERE key = ?`)
    .pluck()
  const upsert = db.prepare<[string, string]>(`
    INSERT INTO preference (key, value)
    VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`)

  return {
    get: (key) => {
      const value = select.get(key)
      // Written by `set` alone.
      return value === undefined ? undefined : (JSON.parse(value) as Json)
    },
    set: (key, value) => void upsert.run(key, JSON.stringify(value)),
  }
}
