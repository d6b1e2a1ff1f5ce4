import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#contract/connection.ts'
import { at, openStores } from './aStore.ts'

describe('a transaction', () => {
  it('is undone whole when the work throws, counts too', () => {
    const { stores, connectionId, insertUser } = openStores()
    expect(() =>
      stores.inTransaction(() => {
        insertUser({ userName: 'maya', emails: [{ value: 'm@example.com' }] })
        throw new Error('changed my mind')
      }),
    ).toThrow('changed my mind')
    expect(stores.resources.query(connectionId, 'User', { startIndex: 1, count: 10 })).toEqual({ totalResults: 0, resources: [] })
    expect(stores.resources.listLearners(connectionId, { search: 'm@example.com', offset: 0, limit: 10 }).total).toBe(0)
  })

  it('inside another one is undone alone', () => {
    const { stores, connectionId, insertUser } = openStores()
    const result = stores.inTransaction(() => {
      insertUser({ userName: 'kept' })
      expect(() =>
        stores.inTransaction(() => {
          insertUser({ userName: 'undone' })
          insertUser({ userName: 'KEPT' })
        }),
      ).toThrow(/already taken/)
      return 'done'
    })
    expect(result).toBe('done')
    expect(stores.resources.query(connectionId, 'User', { startIndex: 1, count: 10 })).toMatchObject({
      totalResults: 1,
      resources: [{ attributes: { userName: 'kept' } }],
    })
  })
})

describe('the connection store', () => {
  it('creates a connection with default settings and changes only what is named', () => {
    const { stores, connectionId } = openStores()
    const settings = { ...defaultSettings, paused: true }
    expect(stores.connections.get(connectionId)).toMatchObject({
      slug: 'default',
      provider: null,
      settings: defaultSettings,
      createdAt: at,
    })
    stores.connections.change(connectionId, { provider: 'entra' })
    stores.connections.change(connectionId, { name: 'Ours', settings })
    stores.connections.changeSetup(connectionId, { tokenStored: true })
    const changed = stores.connections.changeSetup(connectionId, { currentStep: 'endpoint' })
    expect(changed).toMatchObject({ name: 'Ours', provider: 'entra', settings })
    expect(changed.setup).toEqual({
      tokenStored: true,
      connectionTicked: false,
      provisioningTicked: false,
      currentStep: 'endpoint',
    })
    expect(stores.connections.list()).toEqual([changed])
    expect(stores.connections.findBySlug('default')).toEqual(changed)
    expect(stores.connections.findBySlug('other')).toBeUndefined()
  })
})

describe('the token store', () => {
  it('keeps the hash and the times of a token', () => {
    const { stores, connectionId } = openStores()
    const about = { connectionId, label: 'Made on screen', lastFour: 'abcd', length: 52, createdAt: at, expiresAt: null }
    const screen = stores.tokens.create({ ...about, kind: 'screen', hash: Buffer.alloc(32, 1) })
    const simulator = stores.tokens.create({ ...about, kind: 'simulator', hash: Buffer.alloc(32, 2) })
    expect(stores.tokens.list(connectionId)).toEqual([simulator, screen])
    stores.tokens.replace(screen.id, '2027-01-01T00:00:00.000Z')
    stores.tokens.markUsed(screen.id, '2026-04-01T00:00:00.000Z')
    stores.tokens.revoke(screen.id, '2026-05-01T00:00:00.000Z')
    expect(stores.tokens.removeSimulator(connectionId)).toBe(1)
    expect(stores.tokens.listAll()).toEqual([
      {
        ...screen,
        expiresAt: '2027-01-01T00:00:00.000Z',
        replaced: true,
        lastUsedAt: '2026-04-01T00:00:00.000Z',
        revokedAt: '2026-05-01T00:00:00.000Z',
      },
    ])
  })
})

describe('the session store', () => {
  it('takes a ticket once and not after its time', () => {
    const { stores } = openStores()
    const [ticket, old] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    stores.sessions.createTicket(ticket, '2026-01-01T00:10:00.000Z')
    stores.sessions.createTicket(old, '2026-01-01T00:00:00.000Z')
    expect(stores.sessions.takeTicket(old, '2026-01-01T00:05:00.000Z')).toBe(false)
    expect(stores.sessions.takeTicket(ticket, '2026-01-01T00:05:00.000Z')).toBe(true)
    expect(stores.sessions.takeTicket(ticket, '2026-01-01T00:05:00.000Z')).toBe(false)
  })

  it('knows a session by its hash', () => {
    const { stores } = openStores()
    stores.sessions.create(Buffer.alloc(32, 1), at)
    expect(stores.sessions.has(Buffer.alloc(32, 1))).toBe(true)
    expect(stores.sessions.has(Buffer.alloc(32, 2))).toBe(false)
  })
})

it('remembers preferences by name, any JSON', () => {
  const { stores } = openStores()
  expect(stores.preferences.get('screens')).toBeUndefined()
  stores.preferences.set('screens', { theme: 'dark' })
  stores.preferences.set('screens', { theme: 'light', width: [1, null] })
  expect(stores.preferences.get('screens')).toEqual({ theme: 'light', width: [1, null] })
})
