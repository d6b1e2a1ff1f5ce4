import { describe, expect, it } from 'vitest'
import { listen, startConsole } from '../support/aConsole.ts'
import { anExchange } from '../support/anExchange.ts'

const at = '2026-11-20T12:00:00.000Z'

describe('tokens', () => {
  it('are told once, then only by their last four characters', async () => {
    const { call, service } = await startConsole()
    const { body } = await call('POST', '/api/connections/default/tokens', { body: { overlapMinutes: 0 } })
    expect(body).toMatchObject({ secret: expect.stringMatching(/^rollcall_/), info: { kind: 'screen', status: 'active' } })
    // Checked by the line above.
    const { secret } = body as { secret: string }
    const setup = await call('GET', '/api/connections/default/setup')
    expect(setup.body).toMatchObject({ tokens: [{ lastFour: secret.slice(-4) }] })
    expect(JSON.stringify(setup.body)).not.toContain(secret)
    expect(service.db.serialize().toString('latin1')).not.toContain(secret)
  })

  it('must be stored again by the user once a new one is made', async () => {
    const { call } = await startConsole()
    await call('POST', '/api/connections/default/tokens', { body: { overlapMinutes: 0 } })
    expect((await call('PATCH', '/api/connections/default/setup', { body: { tokenStored: true } })).body).toMatchObject({
      tokenStored: true,
    })
    await call('POST', '/api/connections/default/tokens', { body: { overlapMinutes: 60 } })
    expect((await call('GET', '/api/connections/default/setup')).body).toMatchObject({
      tokenStored: false,
      tokens: [{ status: 'active' }, { status: 'ending' }],
    })
  })

  it('are ended one by one', async () => {
    const started = await startConsole()
    const { info } = started.service.tokens.issue(1, 'screen', { label: 'Made on screen', expiresAt: null })
    const events = listen(started)
    const reply = await started.call('DELETE', `/api/connections/default/tokens/${info.id}`)
    expect(reply).toMatchObject({ status: 200, body: [{ id: info.id, status: 'revoked' }] })
    expect(events).toEqual([{ type: 'setupChanged', connection: 'default' }])
  })
})

describe('exchanges', () => {
  it('are listed newest first and narrowed by the query', async () => {
    const { call, service } = await startConsole()
    const created = service.stores.exchanges.insert(anExchange())
    const looked = service.stores.exchanges.insert(anExchange({ action: 'lookedUp', method: 'GET', status: 200 }))
    expect((await call('GET', '/api/connections/default/exchanges')).body).toMatchObject({
      exchanges: [{ id: looked }, { id: created }],
      total: 2,
    })
    expect((await call('GET', '/api/connections/default/exchanges?show=writes')).body).toMatchObject({
      exchanges: [{ id: created }],
      total: 1,
    })
  })

  it('are shown whole, with the token that matched and what a failure means', async () => {
    const { call, service } = await startConsole()
    const { info } = service.tokens.issue(1, 'screen', { label: 'Made on screen', expiresAt: null })
    const id = service.stores.exchanges.insert(
      anExchange({
        tokenId: info.id,
        status: 409,
        scimType: 'uniqueness',
        explanationId: 'userNameTaken',
        detail: 'userName "maya" is taken',
      }),
    )
    expect((await call('GET', `/api/connections/default/exchanges/${id}`)).body).toMatchObject({
      summary: { id, status: 409 },
      connection: 'default',
      tokenLabel: 'Made on screen',
      explanation: { id: 'userNameTaken', title: expect.any(String) },
    })
  })

  it('of another connection are not shown, those of none are', async () => {
    const { call, service } = await startConsole()
    const other = service.stores.connections.create({ slug: 'other', name: 'Other' }, at)
    const theirs = service.stores.exchanges.insert(anExchange({ connectionId: other.id }))
    const nobodys = service.stores.exchanges.insert(anExchange({ connectionId: null }))
    expect((await call('GET', `/api/connections/default/exchanges/${theirs}`)).status).toBe(404)
    expect((await call('GET', `/api/connections/default/exchanges/${nobodys}`)).body).toMatchObject({ connection: null })
  })

  it('that failed are grouped by cause', async () => {
    const { call, service } = await startConsole()
    for (let count = 0; count < 3; count++) {
      service.stores.exchanges.insert(anExchange({ status: 409, scimType: 'uniqueness', explanationId: 'userNameTaken' }))
    }
    service.stores.exchanges.insert(anExchange())
    expect((await call('GET', '/api/connections/default/errors')).body).toMatchObject({
      groups: [{ count: 3, status: 409, scimType: 'uniqueness', explanation: { id: 'userNameTaken' } }],
      exchangeCount: 4,
    })
  })
})

describe('learners', () => {
  it('are listed, and shown with the attributes, the groups and the history', async () => {
    const { call, service } = await startConsole()
    const { exchanges, memberships, resources } = service.stores
    const about = { connectionId: 1, at, simulated: false }
    const learner = resources.insert({
      ...about,
      resourceType: 'User',
      id: service.createId(),
      attributes: { userName: 'maya', active: true },
    })
    const group = resources.insert({
      ...about,
      resourceType: 'Group',
      id: service.createId(),
      attributes: { displayName: 'Developers' },
    })
    memberships.add(1, group.id, [learner.id])
    const exchange = exchanges.insert(anExchange({ resourceId: learner.id }))
    expect((await call('GET', '/api/connections/default/learners?search=may')).body).toMatchObject({
      total: 1,
      learners: [{ userName: 'maya' }],
    })
    expect((await call('GET', `/api/connections/default/learners/${learner.id}`)).body).toMatchObject({
      summary: { id: learner.id, status: 'active', lastSuccess: { exchange }, lastFailure: null },
    })
    const history = `/api/connections/default/history/${learner.id}`
    expect((await call('GET', history)).body).toMatchObject({
      events: [{ exchange: { id: exchange }, by: 'resource', status: 'active', relatedCount: 1 }],
      hasMore: false,
    })
    expect((await call('GET', `${history}/state`)).body).toMatchObject({
      status: 'active',
      name: 'maya',
      groups: [{ id: group.id, name: 'Developers' }],
    })
    expect((await call('GET', '/api/connections/default/groups')).body).toMatchObject({
      groups: [{ displayName: 'Developers', memberCount: 1 }],
      total: 1,
    })
  })
})

describe('simulations', () => {
  it('are known by what they left, and taken away whole', async () => {
    const { call, service } = await startConsole()
    service.stores.exchanges.insert(anExchange({ simulation: 'run-1' }))
    expect((await call('GET', '/api/connections/default/simulations')).body).toEqual({ simulation: null, hasData: true })
    expect((await call('DELETE', '/api/connections/default/simulations')).body).toEqual({ learners: 0, groups: 0, exchanges: 1 })
    expect((await call('GET', '/api/connections/default/simulations')).body).toEqual({ simulation: null, hasData: false })
  })
})

describe('the wizard', () => {
  it('is left and found again at the same step', async () => {
    const started = await startConsole()
    const events = listen(started)
    await started.call('PATCH', '/api/connections/default/setup', { body: { currentStep: 'endpoint', connectionTicked: true } })
    expect((await started.call('GET', '/api/connections/default/setup')).body).toMatchObject({
      currentStep: 'endpoint',
      connectionTicked: true,
    })
    expect(events).toEqual([{ type: 'setupChanged', connection: 'default' }])
    expect((await started.call('GET', '/api/connections/default/diagnosis')).body).toMatchObject({
      answers: expect.any(Array),
      text: expect.any(String),
    })
  })
})
