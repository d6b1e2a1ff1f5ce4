// RFC 7644 §3.4.3: queries by POST
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aUser } from '../support/aUser.ts'
import type { ScimReply } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

const aSearch = (parameters: object = {}) => ({ schemas: [urns.searchRequest], ...parameters })

const namesOf = ({ body }: ScimReply): unknown[] =>
  Array.isArray(body['Resources']) ? body['Resources'].map((one) => one.userName ?? one.displayName) : []

/** The learners Jim Smith and Ann Jones, and the groups Smith Family and Others. */
async function startWithSmiths() {
  const service = await startService()
  const { scim } = service
  const jim = await scim.post('/Users', aUser({ userName: 'jsmith', displayName: 'Smith, James' }))
  const ann = await scim.post('/Users', aUser({ userName: 'ajones', displayName: 'Jones, Ann', title: 'Cook' }))
  await scim.post('/Groups', aGroup({ displayName: 'Smith Family', members: [{ value: jim.id }] }))
  await scim.post('/Groups', aGroup({ displayName: 'Others', members: [{ value: ann.id }] }))
  return service
}

describe('POST /.search', () => {
  it('finds users and groups, with the attributes that the request names (Figures 4 and 5)', async () => {
    const { scim } = await startWithSmiths()
    const reply = await scim.post(
      '/.search',
      aSearch({ attributes: ['displayName', 'userName'], filter: 'displayName sw "smith"', startIndex: 1, count: 10 }),
    )
    expect(reply).toMatchObject({
      status: 200,
      body: { schemas: [urns.listResponse], totalResults: 2, itemsPerPage: 2, startIndex: 1 },
    })
    expect(reply.body['Resources']).toEqual([
      { schemas: [urns.user], id: expect.any(String), userName: 'jsmith', displayName: 'Smith, James' },
      { schemas: [urns.group], id: expect.any(String), displayName: 'Smith Family' },
    ])
  })

  it.each([
    ['userName eq "jsmith"', ['jsmith']],
    ['userName pr', ['jsmith', 'ajones']],
    ['not (userName pr)', ['Smith Family', 'Others']],
    ['members pr', ['Smith Family', 'Others']],
    ['userName eq "ajones" or members.display co "smith"', ['ajones', 'Smith Family']],
    ['emails[type eq "work"]', ['jsmith', 'ajones']],
    ['title ne "Cook"', ['jsmith', 'Smith Family', 'Others']],
    ['title eq null', ['jsmith', 'Smith Family', 'Others']],
    ['meta.resourceType eq "Group"', ['Smith Family', 'Others']],
    [
      '(meta.resourceType eq "User") or (meta.resourceType eq "Group" and displayName eq "others")',
      ['jsmith', 'ajones', 'Others'],
    ],
    [`schemas eq "${urns.group}"`, ['Smith Family', 'Others']],
  ])('takes an attribute that a type does not have as absent there (§3.4.2.1): %s', async (filter, expected) => {
    const { scim } = await startWithSmiths()
    expect(namesOf(await scim.post('/.search', aSearch({ filter })))).toEqual(expected)
  })

  it('sorts and pages over both types', async () => {
    const { scim } = await startWithSmiths()
    const sorted = aSearch({ sortBy: 'displayName', sortOrder: 'descending' })
    expect(namesOf(await scim.post('/.search', sorted))).toEqual(['jsmith', 'Smith Family', 'Others', 'ajones'])
    const page = await scim.post('/.search', { ...sorted, startIndex: 2, count: 2 })
    expect(page.body).toMatchObject({ totalResults: 4, startIndex: 2, itemsPerPage: 2 })
    expect(namesOf(page)).toEqual(['Smith Family', 'Others'])
    expect(namesOf(await scim.post('/.search', aSearch({ sortBy: 'userName' })))).toEqual([
      'ajones',
      'jsmith',
      'Smith Family',
      'Others',
    ])
  })

  it('leaves groups out where they are switched off', async () => {
    const { scim, running } = await startWithSmiths()
    const { connections } = running.service.stores
    const { settings } = connections.get(1)
    connections.change(1, { settings: { ...settings, switches: { ...settings.switches, groups: false } } })
    expect(namesOf(await scim.post('/.search', aSearch()))).toEqual(['jsmith', 'ajones'])
    expect((await scim.post('/Groups/.search', aSearch())).body).toMatchObject({ totalResults: 0, Resources: [] })
  })

  it('answers 400 invalidFilter to an attribute that no type has', async () => {
    const { scim } = await startService()
    expect(await scim.post('/.search', aSearch({ filter: 'shoeSize eq 41' }))).toMatchObject({
      status: 400,
      body: { scimType: 'invalidFilter', detail: expect.stringContaining('shoeSize') },
    })
  })

  it.each(['/.search', '/Users/.search', '/Groups/.search'])('takes POST alone at %s', async (path) => {
    const { scim } = await startService()
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const reply = await scim.send(method, path)
      expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
    }
  })
})

describe('GET of the base URL', () => {
  it('queries users and groups by the parameters of the URL (§3.4.2.1)', async () => {
    const { scim, lastExchange } = await startWithSmiths()
    expect(namesOf(await scim.get('/'))).toEqual(['jsmith', 'ajones', 'Smith Family', 'Others'])
    const filter = encodeURIComponent('meta.resourceType eq "Group" or userName eq "ajones"')
    const found = await scim.get(
      `?filter=${filter}&sortBy=displayName&sortOrder=descending&count=2&attributes=displayName,userName`,
    )
    expect(found).toMatchObject({ status: 200, body: { totalResults: 3, startIndex: 1, itemsPerPage: 2 } })
    expect(namesOf(found)).toEqual(['Smith Family', 'Others'])
    expect(lastExchange()).toMatchObject({
      action: 'lookedUp',
      sentence: 'A client searched the learners and groups and found 3 resources',
    })
    expect(namesOf(await scim.get('/?cursor&count=1'))).toEqual(['jsmith'])
  })

  it('is 401 without a token, and 405 with another method', async () => {
    const { scim, scimUrl } = await startService()
    expect((await fetch(scimUrl)).status).toBe(401)
    const reply = await scim.post('', {})
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'HEAD, GET, OPTIONS'])
  })
})

describe('POST /Users/.search and /Groups/.search', () => {
  it('search one type', async () => {
    const { scim } = await startWithSmiths()
    expect(namesOf(await scim.post('/Users/.search', aSearch()))).toEqual(['jsmith', 'ajones'])
    expect(namesOf(await scim.post('/Groups/.search', aSearch({ filter: 'displayName co "fam"' })))).toEqual(['Smith Family'])
  })

  it('take excludedAttributes and a filter that is too long for a URL', async () => {
    const { scim } = await startWithSmiths()
    const filter = Array.from({ length: 200 }, (_, index) => `userName eq "${'x'.repeat(20)}${index}"`).join(' or ')
    const reply = await scim.post('/Users/.search', aSearch({ filter, excludedAttributes: ['emails'] }))
    expect(reply).toMatchObject({ status: 200, body: { totalResults: 0 } })
    const found = await scim.post('/Users/.search', aSearch({ excludedAttributes: ['emails', 'name.givenName'], count: 1 }))
    expect(found.body['Resources']).toMatchObject([{ userName: 'jsmith', name: { familyName: 'Lindqvist' } }])
    expect(found.text).not.toContain('emails')
  })

  it('leave nothing created behind, and the monitor says what was searched', async () => {
    const { scim, lastExchange } = await startWithSmiths()
    await scim.post('/Users/.search', aSearch({ filter: 'userName eq "jsmith"' }))
    expect(lastExchange()).toMatchObject({ action: 'lookedUp', sentence: expect.stringMatching(/looked for jsmith and found/) })
    await scim.post('/.search', aSearch())
    expect(lastExchange()).toMatchObject({ action: 'lookedUp', sentence: expect.stringMatching(/learners and groups/) })
    expect((await scim.get('/Users?count=0')).body).toMatchObject({ totalResults: 2 })
  })
})

it.each([
  ['filter', { filter: 5 }],
  ['sortBy', { sortBy: ['userName'] }],
  ['sortOrder', { sortBy: 'userName', sortOrder: true }],
  ['startIndex', { startIndex: '1' }],
  ['count', { count: 1.5 }],
  ['cursor', { cursor: 7 }],
  ['attributes', { attributes: [1] }],
  ['excludedAttributes', { excludedAttributes: { name: true } }],
])('answers 400 invalidSyntax naming %s when it is of the wrong kind', async (name, parameters) => {
  const { scim } = await startService()
  expect(await scim.post('/Users/.search', aSearch(parameters))).toMatchObject({
    status: 400,
    body: { scimType: 'invalidSyntax', detail: expect.stringContaining(name) },
  })
})

it('accepts a body without the URN of the SearchRequest as a named tolerance, and refuses it in strict mode', async () => {
  const { scim, running, lastExchange } = await startService()
  expect((await scim.post('/Users/.search', { count: 1 })).status).toBe(200)
  expect(running.service.stores.exchanges.get(lastExchange().id)?.tolerances).toMatchObject([{ name: 'missing-schema' }])
  const { connections } = running.service.stores
  connections.change(1, { settings: { ...connections.get(1).settings, tolerancesOff: ['missing-schema'] } })
  expect(await scim.post('/Users/.search', { count: 1 })).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } })
})

it('answers 501 to /Me with any method, and says why (§3.11)', async () => {
  const { scim, lastExchange } = await startService()
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    const reply = await scim.send(method, '/Me', method === 'GET' || method === 'DELETE' ? undefined : aUser())
    expect(reply).toMatchObject({ status: 501, body: { detail: expect.stringMatching(/token.*connection/) } })
    expect(lastExchange()).toMatchObject({ status: 501, title: expect.any(String) })
  }
})
