import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { foldValue } from '../../../../server/storage/foldValue.ts'
import { migrate } from '../../../../server/storage/migrate.ts'
import { migrations } from '../../../../server/storage/migrations/index.ts'
import { createStores } from '../../../../server/storage/stores.ts'
import { anExchange } from '../../../support/anExchange.ts'

const at = '2026-03-01T12:00:00.000Z'

it('keeps what a database had, says what cannot be told of it, and finds those who were deleted by their addresses again', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, foldValue)
  db.pragma('foreign_keys = ON')
  migrate(
    db,
    migrations.filter(({ version }) => version < 6),
  )
  const document = JSON.stringify({
    userName: 'maya',
    emails: [{ value: 'Maya@example.com' }, { type: 'work' }, 'odd', { value: 7 }],
  })
  db.exec(`
    INSERT INTO connection (slug, name, settings, setup, created_at) VALUES ('default', 'Default', '{}', '{}', '${at}');
    INSERT INTO resource (connection_id, resource_type, id, status, folded_name, name_claim, folded_display,
           created_at, modified_at, version, simulated, document)
    VALUES (1, 'User', 'u1', 'deleted', 'maya', NULL, 'maya', '${at}', '${at}', 3, 0, '${document}'),
           (1, 'User', 'u2', 'active', 'tomas', 1, 'tomas', '${at}', '${at}', 2, 0, '{"userName":"tomas"}');
    INSERT INTO exchange (connection_id, received_at, duration_ms, method, target, route, status, action, sentence, caller,
           resource_type, resource_id, tolerance_count)
    VALUES (1, '${at}', 1, 'PATCH', '/Users/u2', '/Users/{id}', 200, 'updated', 'Okta updated tomas', 'okta', 'User', 'u2', 0);
    INSERT INTO exchange_content (exchange_id, request_line, request_headers, request_size_bytes, response_line, response_headers,
           response_size_bytes, changes, changed_nothing, not_kept, tolerances)
    VALUES (1, '', '[]', 0, '', '[]', 0, '[]', 0, '[]', '[]')`)
  migrate(db)
  const { exchanges, history, resources } = createStores(db)
  const search = (text: string) => resources.listLearners(1, { search: text, offset: 0, limit: 9 }).learners.map(({ id }) => id)
  expect(search('maya@EXAMPLE.com')).toEqual(['u1'])
  expect(history.writes(1, 'u2')).toMatchObject([{ exchangeId: 1, undo: null }])
  const undo = [{ id: 'u2', from: 2, to: 3, before: { title: null } }]
  exchanges.insert(anExchange({ resourceId: 'u2', undo }))
  expect(history.writes(1, 'u2')).toMatchObject([{ undo }, { undo: null }])
})
