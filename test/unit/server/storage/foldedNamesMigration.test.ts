import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { parseFilter } from '../../../../server/protocol/filter/parseFilter.ts'
import { foldValue } from '../../../../server/storage/foldValue.ts'
import { migrate } from '../../../../server/storage/migrate.ts'
import { migrations } from '../../../../server/storage/migrations/index.ts'
import { createStores } from '../../../../server/storage/stores.ts'

const at = '2026-03-01T12:00:00.000Z'
const composed = 'zo\u00eb'
const apart = 'zoe\u0308'

it('finds names that were compared by their case alone, and keeps two learners whose names have become the same', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, foldValue)
  migrate(
    db,
    migrations.filter(({ version }) => version < 9),
  )
  const insert = db.prepare(`
    INSERT INTO resource (connection_id, resource_type, id, status, folded_name, name_claim, folded_display,
           created_at, modified_at, version, simulated, document)
    VALUES (1, 'User', ?, 'active', ?, 1, ?, '${at}', '${at}', 1, 0, ?)`)
  db.exec(`INSERT INTO connection (slug, name, settings, setup, created_at) VALUES ('default', 'Default', '{}', '{}', '${at}')`)
  const names = { u1: `${apart}@example.com`, u2: apart, u3: composed, u4: 'maya' }
  for (const [id, userName] of Object.entries(names)) insert.run(id, userName, userName, JSON.stringify({ userName }))
  db.prepare('INSERT INTO email (folded_value, resource_seq) VALUES (?, 4)').run(`${apart}@mail.example`)
  migrate(db)

  const { resources } = createStores(db)
  const find = (filter: string) =>
    resources
      .query(1, 'User', { filter: parseFilter(filter, { use: () => true }), startIndex: 1, count: 9 })
      .resources.map(({ id }) => id)
  expect(find(`userName eq "${composed}@EXAMPLE.com"`)).toEqual(['u1'])
  expect(find(`emails.value eq "${composed}@mail.example"`)).toEqual(['u4'])
  // u3 had the composed form before, and keeps it; nothing of u2 is lost.
  expect(find(`userName eq "${apart}"`)).toEqual(['u3'])
  expect(resources.find(1, 'User', 'u2')?.attributes).toEqual({ userName: apart })
})
