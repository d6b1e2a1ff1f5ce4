import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../../../server/storage/migrate.ts'
import { migrations } from '../../../../server/storage/migrations/index.ts'
import { createStores } from '../../../../server/storage/stores.ts'
import { anExchange } from '../../../support/anExchange.ts'

const at = '2026-03-01T12:00:00.000Z'

it('takes failures of the version before along, with their indexes and what is known of them', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, (value) => value)
  const migrateTo = (last: number) =>
    migrate(
      db,
      migrations.filter(({ version }) => version <= last),
    )
  migrateTo(3)
  const indexes = () =>
    db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'exchange' ORDER BY name`).all()
  const statistics = () => db.prepare(`SELECT idx, stat FROM sqlite_stat1 WHERE tbl = 'exchange' ORDER BY idx`).all()
  const before = [indexes(), statistics()]
  const row = (status: number) => `
    INSERT INTO exchange (connection_id, received_at, duration_ms, method, target, route, status, action, sentence, caller, tolerance_count)
    VALUES (1, '${at}', 1, 'POST', '/Users', '/Users', ${status}, 'created', 'Okta did something', 'okta', 0);
    INSERT INTO exchange_content (exchange_id, request_line, request_headers, request_size_bytes, response_line, response_headers,
           response_size_bytes, changes, changed_nothing, not_kept, tolerances)
    VALUES (last_insert_rowid(), '', '[]', 0, '', '[]', 0, '[]', 0, '[]', '[]');`
  db.exec(`
    INSERT INTO connection (slug, name, settings, setup, created_at) VALUES ('default', 'Default', '{}', '{}', '${at}');
    ${row(409)} ${row(409)} ${row(201)}`)

  migrateTo(4)
  expect([indexes(), statistics()]).toEqual(before)
  migrate(db)
  const { exchanges } = createStores(db)
  exchanges.insert(anExchange({ status: 500, fault: '500' }))
  exchanges.insert(anExchange({ status: 0, fault: 'cut' }))
  expect(exchanges.list(1, { limit: 9 }).exchanges.map(({ fault }) => fault)).toEqual(['cut', '500', null, null, null])
  expect(exchanges.list(1, { show: 'failures', limit: 9 }).exchanges.map(({ status }) => status)).toEqual([409, 409])
  expect(exchanges.failures(1)).toMatchObject([{ status: 409, count: 2, recoveredAt: at }])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
})
