// RFC 7644 §3.7: bulk operations
import { describe, expect, it } from 'vitest'
import type { Json } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import type { ScimReply } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

type Result = { readonly [name: string]: Json | undefined }

const aBulk = (operations: readonly object[], more: object = {}) => ({
  schemas: [urns.bulkRequest],
  ...more,
  Operations: operations,
})

const aPost = (bulkId: string, data: object, path = '/Users') => ({ method: 'POST', path, bulkId, data })
const aNamedUser = (userName: string, more: object = {}) => ({ schemas: [urns.user], userName, ...more })
const aTeam = (displayName: string, ...members: string[]) => aGroup({ displayName, members: members.map((value) => ({ value })) })
const managedBy = (value: string) => ({ [urns.enterpriseUser]: { manager: { value } } })

/** The results of a bulk request that was answered. */
function resultsOf(reply: ScimReply): Result[] {
  expect(reply).toMatchObject({ status: 200, body: { schemas: [urns.bulkResponse] } })
  // A BulkResponse holds nothing but objects there.
  return reply.body['Operations'] as Result[]
}

const statusesOf = (reply: ScimReply) => resultsOf(reply).map(({ status }) => status)
const idOf = ({ location }: Result) => (typeof location === 'string' ? (location.split('/').at(-1) ?? '') : '')

describe('a bulk request', () => {
  it('creates, replaces, patches and deletes, and tells each status, place and version (§3.7.3)', async () => {
    const { scim, scimUrl } = await startService()
    const [bob, dave, gone] = await Promise.all(
      ['bob', 'dave', 'gone'].map((userName) => scim.post('/Users', aNamedUser(userName, { nickName: userName }))),
    )
    const version = 'W/"1"'
    const reply = await scim.post(
      '/Bulk',
      aBulk(
        [
          aPost('qwerty', aNamedUser('Alice')),
          { method: 'PUT', path: `/Users/${bob?.id}`, version, data: aNamedUser('Bob', { id: bob?.id }) },
          {
            method: 'PATCH',
            path: `/Users/${dave?.id}`,
            version,
            data: aPatch({ op: 'remove', path: 'nickName' }, { op: 'add', path: 'userName', value: 'Dave' }),
          },
          { method: 'DELETE', path: `/Users/${gone?.id}`, version },
        ],
        { failOnErrors: 1 },
      ),
    )
    const results = resultsOf(reply)
    const alice = idOf(results[0] ?? {})
    expect(results).toEqual([
      { location: `${scimUrl}/Users/${alice}`, method: 'POST', bulkId: 'qwerty', version: 'W/"1"', status: '201' },
      { location: `${scimUrl}/Users/${bob?.id}`, method: 'PUT', version: 'W/"2"', status: '200' },
      { location: `${scimUrl}/Users/${dave?.id}`, method: 'PATCH', version: 'W/"2"', status: '200' },
      { location: `${scimUrl}/Users/${gone?.id}`, method: 'DELETE', status: '204' },
    ])
    expect((await scim.get(`/Users/${alice}`)).body).toMatchObject({ userName: 'Alice' })
    expect((await scim.get(`/Users/${bob?.id}`)).body).toMatchObject({ userName: 'Bob' })
    expect((await scim.get(`/Users/${dave?.id}`)).body).not.toHaveProperty('nickName')
    expect((await scim.get(`/Users/${gone?.id}`)).status).toBe(404)
  })

  it('goes on past failures, and each is told with its error (§3.7.3)', async () => {
    const { scim, scimUrl } = await startService()
    const user = await scim.post('/Users', aNamedUser('bob'))
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('qwerty', { schemas: [urns.user] }),
        { method: 'PUT', path: `/Users/${user.id}`, version: 'W/"7"', data: aNamedUser('bob') },
        { method: 'PATCH', path: `/Users/${user.id}`, version: 'W/"7"', data: aPatch({ op: 'remove', path: 'nickName' }) },
        { method: 'DELETE', path: '/Users/nobody' },
        aPost('last', aNamedUser('Zoe')),
      ]),
    )
    const failed = (status: string) => ({ status, response: { schemas: [urns.error], status, detail: expect.any(String) } })
    const location = `${scimUrl}/Users/${user.id}`
    expect(resultsOf(reply)).toMatchObject([
      { method: 'POST', bulkId: 'qwerty', status: '400', response: { scimType: 'invalidValue', status: '400' } },
      { method: 'PUT', location, ...failed('412') },
      { method: 'PATCH', location, ...failed('412') },
      { method: 'DELETE', location: `${scimUrl}/Users/nobody`, ...failed('404') },
      { method: 'POST', status: '201' },
    ])
    expect(resultsOf(reply)[0]).not.toHaveProperty('location')
  })

  it('ends after as many failures as failOnErrors says; what was done stays done', async () => {
    const { scim } = await startService()
    const bad = { schemas: [urns.user] }
    const reply = await scim.post(
      '/Bulk',
      aBulk(
        [aPost('a', aNamedUser('a')), aPost('b', bad), aPost('c', aNamedUser('c')), aPost('d', bad), aPost('e', aNamedUser('e'))],
        {
          failOnErrors: 2,
        },
      ),
    )
    expect(statusesOf(reply)).toEqual(['201', '400', '201', '400'])
    expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 2 })
  })

  it('undoes all of an operation that fails half-way, and nothing of the others', async () => {
    const { scim } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('u', aNamedUser('a')),
        aPost('g', aTeam('Half', 'bulkId:u', 'nobody'), '/Groups'),
        aPost('h', aTeam('Whole', 'bulkId:u'), '/Groups'),
      ]),
    )
    expect(statusesOf(reply)).toEqual(['201', '400', '201'])
    expect((await scim.get('/Groups')).body).toMatchObject({ totalResults: 1, Resources: [{ displayName: 'Whole' }] })
  })

  it.each([
    ['no method', { path: '/Users', data: {} }, '400', 'method'],
    ['a method of another kind', { method: 'GET', path: '/Users' }, '400', 'method'],
    ['a POST without bulkId', { method: 'POST', path: '/Users', data: aNamedUser('x') }, '400', 'bulkId'],
    ['no path', { method: 'DELETE' }, '400', 'path'],
    ['no data', { method: 'POST', path: '/Users', bulkId: 'x' }, '400', 'data'],
    ['data that is no object', { method: 'POST', path: '/Users', bulkId: 'x', data: 'alice' }, '400', 'object'],
    ['a path that does not exist', aPost('x', aNamedUser('x'), '/Persons'), '404', 'Persons'],
    ['a path outside of resources', { method: 'DELETE', path: '/ServiceProviderConfig' }, '404', 'ServiceProviderConfig'],
    ['a POST to a resource', aPost('x', aNamedUser('x'), '/Users/1'), '405', 'POST'],
    ['a PUT to an endpoint', { method: 'PUT', path: '/Users', data: aNamedUser('x') }, '405', 'PUT'],
    ['a PATCH that is no PatchOp', { method: 'PATCH', path: '/Users/1', data: [] }, '404', 'id'],
    ['something that is no operation', 'POST', '400', 'object'],
  ])('fails only the operation with %s', async (_name, operation, status, named) => {
    const { scim } = await startService()
    const reply = await scim.post('/Bulk', {
      schemas: [urns.bulkRequest],
      Operations: [operation, aPost('ok', aNamedUser('ok'))],
    })
    expect(resultsOf(reply)).toMatchObject([
      { status, response: { status, detail: expect.stringContaining(named) } },
      { status: '201' },
    ])
  })

  it('refuses a second POST with the same bulkId, and goes on with the first', async () => {
    const { scim } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([aPost('u', aNamedUser('a')), aPost('u', aNamedUser('b')), aPost('g', aTeam('Team', 'bulkId:u'), '/Groups')]),
    )
    expect(statusesOf(reply)).toEqual(['201', '400', '201'])
  })

  it('shows the attributes that a path asks for, and no resource else (§3.9)', async () => {
    const { scim } = await startService()
    const bob = await scim.post('/Users', aUser({ userName: 'bob' }))
    const rename = { data: aPatch({ op: 'replace', path: 'displayName', value: 'Crew' }) }
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('u', aNamedUser('alice'), '/Users?attributes=userName'),
        { method: 'PUT', path: `/Users/${bob.id}?excludedAttributes=meta`, data: aNamedUser('bobby') },
        aPost('g', aTeam('Team', 'bulkId:u'), '/Groups'),
        { method: 'PATCH', path: '/Groups/bulkId:g?attributes=displayName', ...rename },
        { method: 'PATCH', path: '/Groups/bulkId:g?unknown=1', ...rename },
        { method: 'DELETE', path: `/Users/${bob.id}?attributes=userName` },
      ]),
    )
    const [alice, replaced, team, renamed, same, removed] = resultsOf(reply)
    expect(alice).toMatchObject({ status: '201', response: { schemas: [urns.user], id: idOf(alice ?? {}), userName: 'alice' } })
    expect(Object.keys(Object(alice?.['response']))).toEqual(['schemas', 'id', 'userName'])
    expect(replaced).toMatchObject({ status: '200', response: { userName: 'bobby', active: true } })
    expect(renamed).toMatchObject({ status: '200', response: { id: idOf(team ?? {}), displayName: 'Crew' } })
    for (const [result, status] of [
      [team, '201'],
      [same, '204'],
      [removed, '204'],
    ] as const) {
      expect(result).toMatchObject({ status })
      expect(result).not.toHaveProperty('response')
    }
  })

  it('shows them of resources that refer to each other in a circle as well', async () => {
    const { scim } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('a', aTeam('A', 'bulkId:b'), '/Groups?attributes=members.value'),
        aPost('b', aTeam('B', 'bulkId:a'), '/Groups'),
      ]),
    )
    const [a, b] = resultsOf(reply)
    expect(a).toMatchObject({ status: '201', response: { members: [{ value: idOf(b ?? {}) }] } })
    expect(b).not.toHaveProperty('response')
  })

  it('takes any text for a bulkId where it is a whole value', async () => {
    const { scim } = await startService()
    const bulkId = 'Team 7/a?b'
    const reply = await scim.post(
      '/Bulk',
      aBulk([aPost(bulkId, aNamedUser('alice')), aPost('g', aTeam('Team', `bulkId:${bulkId}`), '/Groups')]),
    )
    expect(statusesOf(reply)).toEqual(['201', '201'])
  })

  it('keeps to what is switched off here, operation by operation', async () => {
    const { scim, running } = await startService()
    const { connections } = running.service.stores
    const { settings } = connections.get(1)
    connections.change(1, { settings: { ...settings, switches: { ...settings.switches, create: false } } })
    const reply = await scim.post('/Bulk', aBulk([aPost('u', aNamedUser('a')), aPost('g', aTeam('Team'), '/Groups')]))
    expect(statusesOf(reply)).toEqual(['403', '201'])
  })
})

describe('a bulkId', () => {
  it('stands for the new resource in the members of a group (§3.7.2)', async () => {
    const { scim, scimUrl } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('qwerty', aNamedUser('Alice')),
        aPost(
          'ytrewq',
          { schemas: [urns.group], displayName: 'Tour Guides', members: [{ type: 'User', value: 'bulkId:qwerty' }] },
          '/Groups',
        ),
      ]),
    )
    const [alice, guides] = resultsOf(reply)
    expect((await scim.get(`/Groups/${idOf(guides ?? {})}`)).body).toMatchObject({
      displayName: 'Tour Guides',
      members: [{ value: idOf(alice ?? {}), $ref: `${scimUrl}/Users/${idOf(alice ?? {})}`, type: 'User' }],
    })
  })

  it('stands for it in the manager of the enterprise extension (§3.7.2)', async () => {
    const { scim } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('qwerty', aNamedUser('Alice')),
        aPost('ytrewq', {
          schemas: [urns.user, urns.enterpriseUser],
          userName: 'Bob',
          [urns.enterpriseUser]: { employeeNumber: '11250', manager: { value: 'bulkId:qwerty' } },
        }),
      ]),
    )
    const [alice, bob] = resultsOf(reply)
    expect((await scim.get(`/Users/${idOf(bob ?? {})}`)).body).toMatchObject({
      [urns.enterpriseUser]: { employeeNumber: '11250', manager: { value: idOf(alice ?? {}) } },
    })
  })

  it('stands for it in paths, in the values and paths of a PatchOp, and in a $ref', async () => {
    const { scim } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('u', aNamedUser('Alice')),
        aPost('v', aNamedUser('Bob')),
        aPost('g', aTeam('Team', 'bulkId:u'), '/Groups'),
        {
          method: 'PATCH',
          path: '/Groups/bulkId:g',
          data: aPatch({ op: 'add', path: 'members', value: [{ value: 'bulkId:v' }] }),
        },
        { method: 'PATCH', path: '/Groups/bulkId:g', data: aPatch({ op: 'remove', path: 'members[value eq "bulkId:u"]' }) },
        { method: 'PATCH', path: '/Users/bulkId:u', data: aPatch({ op: 'add', value: managedBy('bulkId:v') }) },
        {
          method: 'PATCH',
          path: '/Users/bulkId:v',
          data: aPatch({ op: 'add', path: `${urns.enterpriseUser}:manager.$ref`, value: '../Users/bulkId:u' }),
        },
        aPost('w', aNamedUser('Cleo')),
        { method: 'DELETE', path: '/Users/bulkId:w' },
      ]),
    )
    const results = resultsOf(reply)
    expect(results.map(({ status }) => status)).toEqual(['201', '201', '201', '204', '204', '200', '200', '201', '204'])
    const [alice = '', bob = '', team = ''] = results.map(idOf)
    expect((await scim.get(`/Groups/${team}`)).body).toMatchObject({ members: [{ value: bob }] })
    expect((await scim.get(`/Users/${alice}`)).body).toMatchObject(managedBy(bob))
    expect((await scim.get(`/Users/${bob}`)).body).toMatchObject(managedBy(alice))
  })

  it('may stand before the operation that creates its resource', async () => {
    const { scim } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        { method: 'PATCH', path: '/Groups/bulkId:g', data: aPatch({ op: 'replace', path: 'displayName', value: 'Crew' }) },
        aPost('g', aTeam('Team', 'bulkId:u', 'bulkId:v'), '/Groups'),
        aPost('u', aNamedUser('Alice', managedBy('bulkId:v'))),
        aPost('v', aNamedUser('Bob')),
      ]),
    )
    const results = resultsOf(reply)
    expect(results.map(({ status }) => status)).toEqual(['204', '201', '201', '201'])
    const [, team = '', alice = '', bob = ''] = results.map(idOf)
    expect((await scim.get(`/Groups/${team}`)).body).toMatchObject({
      displayName: 'Crew',
      members: [{ value: bob }, { value: alice }],
    })
    expect((await scim.get(`/Users/${alice}`)).body).toMatchObject(managedBy(bob))
  })

  it('may close a circle of groups (§3.7.1)', async () => {
    const { scim } = await startService()
    const aPart = (displayName: string, value: string) => ({
      schemas: [urns.group],
      displayName,
      members: [{ type: 'Group', value }],
    })
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('qwerty', aPart('Group A', 'bulkId:ytrewq'), '/Groups'),
        aPost('ytrewq', aPart('Group B', 'bulkId:qwerty'), '/Groups'),
      ]),
    )
    const results = resultsOf(reply)
    const [a = '', b = ''] = results.map(idOf)
    const found = await scim.get(`/Groups?filter=${encodeURIComponent(`displayName sw "Group"`)}`)
    expect(found.body).toMatchObject({
      totalResults: 2,
      Resources: [
        { id: a, members: [{ value: b, type: 'Group' }], meta: { version: results[0]?.['version'] } },
        { id: b, members: [{ value: a, type: 'Group' }], meta: { version: results[1]?.['version'] } },
      ],
    })
  })

  it('may close a circle of managers, of three, and of one resource with itself, with others behind it', async () => {
    const { scim } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('team', aTeam('Team', 'bulkId:a', 'bulkId:self'), '/Groups'),
        aPost('a', aNamedUser('a', managedBy('bulkId:b'))),
        aPost('b', aNamedUser('b', managedBy('bulkId:c'))),
        aPost('c', aNamedUser('c', { ...managedBy('bulkId:a'), title: 'Chief' })),
        aPost('self', aNamedUser('self', managedBy('bulkId:self'))),
      ]),
    )
    const results = resultsOf(reply)
    expect(results.map(({ status }) => status)).toEqual(['201', '201', '201', '201', '201'])
    const [team = '', a = '', b = '', c = '', self = ''] = results.map(idOf)
    for (const [id, manager] of [
      [a, b],
      [b, c],
      [c, a],
      [self, self],
    ] as const) {
      expect((await scim.get(`/Users/${id}`)).body).toMatchObject(managedBy(manager))
    }
    expect((await scim.get(`/Users/${c}`)).body).toMatchObject({ title: 'Chief' })
    expect((await scim.get(`/Groups/${team}`)).body).toMatchObject({ members: [{ value: a }, { value: self }] })
  })

  it('of a circle that cannot be created leaves none of it: 409 for the others (§3.7.1)', async () => {
    const { scim } = await startService()
    await scim.post('/Groups', aGroup({ displayName: 'Taken' }))
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('a', aTeam('Free', 'bulkId:b'), '/Groups'),
        aPost('b', aTeam('Taken', 'bulkId:a'), '/Groups'),
        aPost('u', aNamedUser('Alice')),
      ]),
    )
    expect(resultsOf(reply)).toMatchObject([
      { status: '409', response: { detail: expect.stringContaining('circle') } },
      { status: '409', response: { scimType: 'uniqueness' } },
      { status: '201' },
    ])
    expect((await scim.get('/Groups')).body).toMatchObject({ totalResults: 1 })
  })

  it('of a resource whose own operation failed fails what needs it with 409, and all that needs that', async () => {
    const { scim } = await startService()
    const reply = await scim.post(
      '/Bulk',
      aBulk([
        aPost('g', aTeam('Team', 'bulkId:u'), '/Groups'),
        aPost('h', aTeam('Outer', 'bulkId:g'), '/Groups'),
        aPost('u', { schemas: [urns.user] }),
        { method: 'DELETE', path: '/Users/bulkId:u' },
      ]),
    )
    expect(statusesOf(reply)).toEqual(['409', '409', '400', '409'])
  })

  it('that no POST has is answered 400 invalidValue and named', async () => {
    const { scim } = await startService()
    const reply = await scim.post('/Bulk', aBulk([aPost('g', aTeam('Team', 'bulkId:nobody'), '/Groups')]))
    expect(resultsOf(reply)).toMatchObject([
      { status: '400', response: { scimType: 'invalidValue', detail: expect.stringContaining('bulkId:nobody') } },
    ])
  })
})

describe('a bulk request is refused whole', () => {
  it.each([
    ['schemas', { Operations: [], schemas: [urns.patchOp] }, true],
    ['Operations', { schemas: [urns.bulkRequest] }, false],
    ['Operations', { schemas: [urns.bulkRequest], Operations: {} }, false],
    ['failOnErrors', aBulk([], { failOnErrors: 'one' }), false],
    ['failOnErrors', aBulk([], { failOnErrors: 0 }), false],
  ])('with 400 invalidSyntax where %s cannot be read', async (name, body, isStrict) => {
    const { scim, running } = await startService()
    const { connections } = running.service.stores
    const { settings } = connections.get(1)
    if (isStrict) connections.change(1, { settings: { ...settings, tolerancesOff: ['missing-schema'] } })
    expect(await scim.post('/Bulk', body)).toMatchObject({
      status: 400,
      body: { scimType: 'invalidSyntax', detail: expect.stringContaining(name) },
    })
  })

  it('with 413 where it exceeds maxOperations or maxPayloadSize, which the answer names (§3.7.4)', async () => {
    const { scim } = await startService()
    const limits = (await scim.get('/ServiceProviderConfig')).body['bulk']
    expect(limits).toEqual({ supported: true, maxOperations: 1000, maxPayloadSize: 1_048_576 })
    const many = Array.from({ length: 1001 }, () => ({ method: 'DELETE', path: '/Users/1' }))
    expect(await scim.post('/Bulk', aBulk(many))).toMatchObject({
      status: 413,
      body: { detail: expect.stringContaining('maxOperations (1000)') },
    })
    expect(await scim.post('/Bulk', aBulk([aPost('u', aNamedUser('x'.repeat(1_048_576)))]))).toMatchObject({
      status: 413,
      body: { detail: expect.stringContaining('1,048,576') },
    })
    expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 0 })
  })

  it('without a token, and with another method than POST', async () => {
    const { scim, scimUrl } = await startService()
    expect((await fetch(`${scimUrl}/Bulk`, { method: 'POST' })).status).toBe(401)
    const reply = await scim.get('/Bulk')
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
  })
})

it('does as many operations as maxOperations allows', async () => {
  const { scim } = await startService()
  const users = Array.from({ length: 999 }, (_, index) => aPost(`u${index}`, aNamedUser(`u${index}`)))
  const team = aPost('team', aTeam('All', ...users.map(({ bulkId }) => `bulkId:${bulkId}`)), '/Groups')
  const reply = await scim.post('/Bulk', aBulk([team, ...users]))
  expect(new Set(statusesOf(reply))).toEqual(new Set(['201']))
  expect((await scim.get('/Users?count=0')).body).toMatchObject({ totalResults: 999 })
  const found = await scim.get(`/Groups/${idOf(resultsOf(reply)[0] ?? {})}`)
  expect(found.body['members']).toHaveLength(999)
})

describe('in the monitor', () => {
  it('is one exchange, with a sentence, the changes of all, and every learner whom it touched', async () => {
    const { scim, running, exchanges, lastExchange } = await startService()
    const user = await scim.post('/Users', aUser({ displayName: 'Maya Lindqvist' }))
    await scim.post(
      '/Bulk',
      aBulk([
        aPost('a', aNamedUser('a')),
        aPost('b', aNamedUser('b')),
        aPost('c', aNamedUser('c')),
        { method: 'PATCH', path: `/Users/${user.id}`, data: aPatch({ op: 'add', path: 'title', value: 'Cook' }) },
        { method: 'DELETE', path: '/Users/nobody' },
      ]),
    )
    expect(exchanges()).toHaveLength(2)
    const last = lastExchange()
    expect(last).toMatchObject({
      status: 200,
      action: 'created',
      sentence: 'A client sent 5 operations in bulk: 4 done, 1 failed',
      title: 'Operations of a bulk request failed',
    })
    const { stores } = running.service
    const stored = stores.exchanges.get(last.id)
    expect(stored?.changes).toContainEqual({ kind: 'added', attribute: 'Maya Lindqvist: title', after: 'Cook' })
    expect(stored?.detail).toContain('nobody')
    const events = stores.history.touching(1, { id: user.id, names: [], before: 99, limit: 9 })
    expect(events.map(({ exchange }) => exchange.id)).toContain(last.id)
    expect(stores.exchanges.list(1, { resourceId: user.id, limit: 10 }).exchanges).toHaveLength(2)
  })

  it('says how many were not begun, and when all were done', async () => {
    const { scim, lastExchange } = await startService()
    await scim.post('/Bulk', aBulk([aPost('a', aNamedUser('a')), aPost('b', aNamedUser('b'))]))
    expect(lastExchange().sentence).toBe('A client sent 2 operations in bulk: all done')
    await scim.post(
      '/Bulk',
      aBulk([aPost('c', aNamedUser('c')), aPost('d', {}), aPost('e', aNamedUser('e'))], { failOnErrors: 1 }),
    )
    expect(lastExchange().sentence).toBe('A client sent 3 operations in bulk: 1 done, 1 failed, 1 not begun')
  })

  it('is masked: no password of any operation is kept', async () => {
    const { scim, running, lastExchange } = await startService()
    await scim.post('/Bulk', aBulk([aPost('a', aNamedUser('a', { password: 'Xk29dmQa' }))]))
    expect(JSON.stringify(running.service.stores.exchanges.get(lastExchange().id))).not.toContain('Xk29dmQa')
  })
})
