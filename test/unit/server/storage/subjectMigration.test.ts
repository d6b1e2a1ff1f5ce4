import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../../../server/storage/migrate.ts'
import { migrations } from '../../../../server/storage/migrations/index.ts'
import { createStores } from '../../../../server/storage/stores.ts'
import { anExchange } from '../../../support/anExchange.ts'

it('keeps the exchanges of a database from before they had subjects, and gives new ones theirs', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, (value) => value)
  migrate(
    db,
    migrations.filter(({ version }) => version < 5),
  )
  db.exec(`
    INSERT INTO exchange (received_at, duration_ms, method, target, route, status, action, sentence, caller, tolerance_count)
    VALUES ('2026-03-01T12:00:00.000Z', 4, 'POST', '/Users', '/Users', 201, 'created', 'Okta created Maya', 'okta', 0)`)
  migrate(db)
  const { exchanges } = createStores(db)
  exchanges.insert(anExchange({ connectionId: null, subjectKeys: 'abcdefgh' }))
  expect(exchanges.list(1, { limit: 10 }).exchanges).toMatchObject([
    { sentence: 'Okta created Maya Lindqvist', subjectKeys: 'abcdefgh' },
    { sentence: 'Okta created Maya', subjectKeys: null },
  ])
})
