import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { ExchangeFilter } from '#contract/exchange.ts'
import { migrate } from '../../../../server/storage/migrate.ts'
import { migrations } from '../../../../server/storage/migrations/index.ts'
import { createStores } from '../../../../server/storage/stores.ts'

const at = '2026-03-01T12:00:00.000Z'

it('adds views and ignored causes to a database of the version before, whose failures can then be ignored', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, (value) => value)
  migrate(
    db,
    migrations.filter(({ version }) => version < 7),
  )
  db.exec(`
    INSERT INTO connection (slug, name, settings, setup, created_at) VALUES ('default', 'Default', '{}', '{}', '${at}');
    INSERT INTO exchange (connection_id, received_at, duration_ms, method, target, route, status, action, sentence, caller, tolerance_count)
    VALUES (1, '${at}', 1, 'POST', '/Users', '/Users', 409, 'created', 'Okta did something', 'okta', 0);
    INSERT INTO exchange_content (exchange_id, request_line, request_headers, request_size_bytes, response_line, response_headers,
           response_size_bytes, changes, changed_nothing, not_kept, tolerances)
    VALUES (last_insert_rowid(), '', '[]', 0, '', '[]', 0, '[]', 0, '[]', '[]');`)

  migrate(db)
  const { exchanges, ignoredCauses, views } = createStores(db)
  const key = exchanges.failures(1)[0]?.key ?? ''
  ignoredCauses.set(1, { key, note: 'Known', by: '', at, lastExchangeId: 0 })
  expect(ignoredCauses.list(1)).toMatchObject([{ key, newCount: 1 }])
  expect(views.insert(1, { name: 'All', filter: ExchangeFilter.parse({}) })).toMatchObject({ id: 1 })
  expect(views.list(2)).toEqual([])
})
