import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { readSchema } from '../../../../server/protocol/schemas/readSchema.ts'
import { migrate } from '../../../../server/storage/migrate.ts'
import { migrations } from '../../../../server/storage/migrations/index.ts'
import { createStores } from '../../../../server/storage/stores.ts'

const at = '2026-03-01T12:00:00.000Z'
const urn = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'

it('gives a database of the first version extensions, with the learners that it has', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, (value) => value)
  db.pragma('foreign_keys = ON')
  migrate(
    db,
    migrations.filter(({ version }) => version === 1),
  )
  db.exec(`
    INSERT INTO connection (slug, name, settings, setup, created_at) VALUES ('default', 'Default', '{}', '{}', '${at}');
    INSERT INTO resource (connection_id, resource_type, id, status, folded_name, name_claim, folded_display,
           created_at, modified_at, version, simulated, document)
    VALUES (1, 'User', 'u1', 'active', 'maya', 1, 'maya', '${at}', '${at}', 1, 0, '{"userName":"maya"}')`)
  migrate(db)
  const { connections, resources, uniqueValues } = createStores(db)
  expect(connections.get(1).extensions).toEqual([])
  connections.addExtension(1, readSchema({ id: urn, attributes: [{ name: 'badge', uniqueness: 'server' }] }))
  const maya = resources.find(1, 'User', 'u1')
  uniqueValues.claim(1, maya?.seq ?? 0, [{ urn, path: 'badge', key: '7', value: '7' }])
  const count = db.prepare('SELECT COUNT(*) FROM unique_value').pluck()
  expect(count.get()).toBe(1)
  resources.remove(1, 'User', 'u1', at)
  expect(count.get()).toBe(0)
})

it('keeps the same list of extensions as long as nothing changes, so that a request derives nothing from it', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, (value) => value)
  migrate(db)
  const { connections } = createStores(db)
  const { id } = connections.create({ slug: 'default', name: 'Default' }, at)
  connections.addExtension(id, readSchema({ id: urn, attributes: [{ name: 'badge' }] }))
  const before = connections.findBySlug('default')?.extensions
  expect(before).toHaveLength(1)
  connections.change(id, { name: 'Renamed' })
  expect(connections.findBySlug('default')?.extensions).toBe(before)
  connections.removeExtension(id, urn)
  expect(connections.findBySlug('default')?.extensions).toEqual([])
})
