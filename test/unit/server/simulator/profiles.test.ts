import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { SimulatorProfile } from '#contract/setup.ts'
import { aSimulation } from './aSimulation.ts'

/** authentik deletes where others deactivate. */
const deletes = (profile: SimulatorProfile) => profile === 'authentik'
/** Those that look before they create. */
const looks = (profile: SimulatorProfile) => !['authentik', 'keycloak'].includes(profile)

/** Runs a profile on an empty roster and returns its requests, those with the method alone where one is given. */
async function requestsOf(profile: SimulatorProfile, method?: string) {
  const { standIn, run } = await aSimulation()
  expect(await run(profile)).toMatchObject({ state: 'finished' })
  return standIn.requests.filter((request) => method === undefined || request.method === method)
}

const toLine = ({ method, url }: { method: string; url: string }) => `${method} ${url.replace(/[0-9a-f-]{36}/g, '{id}')}`

describe.each(SimulatorProfile.options)('%s', (profile) => {
  it('creates three learners and a group, and leaves one learner archived or deleted', async () => {
    const { standIn, run } = await aSimulation()
    const ended = await run(profile)
    expect(ended).toMatchObject({ state: 'finished', message: null })
    expect(ended.sent).toBe(ended.total)
    const active = [...(standIn.resources['Users']?.values() ?? [])].map(({ userName, active }) => [userName, active])
    expect(Object.fromEntries(active)).toEqual({
      'maya.lindqvist@example.com': true,
      ...(!deletes(profile) && { 'tomas.okoye@example.com': false }),
      'priya.raman@example.com': true,
    })
    expect([...(standIn.resources['Groups']?.values() ?? [])]).toMatchObject([{ displayName: 'Platform & Tools' }])
  })

  it('links what it finds in a second run, and creates nothing twice', async () => {
    const { standIn, run } = await aSimulation()
    await run(profile)
    standIn.requests.length = 0
    expect(await run(profile)).toMatchObject({ state: 'finished' })
    const posts = standIn.requests.filter(({ method }) => method === 'POST')
    // A connection test of JumpCloud creates and removes a user and a group.
    if (looks(profile)) expect(posts.length).toBe(profile === 'jumpcloud' ? 2 : 0)
    expect(standIn.resources['Users']?.size).toBe(deletes(profile) ? 2 : 3)
    expect(standIn.resources['Groups']?.size).toBe(1)
  })

  it('tells how many requests there will be, from the start', async () => {
    const { events, run } = await aSimulation(undefined, 10)
    const ended = await run(profile, { users: 20 })
    const totals = events.flatMap((event) => (event.type === 'simulation' ? [event.simulation.total] : []))
    expect(new Set(totals)).toEqual(new Set([ended.total]))
  })

  it('sends nothing about groups where they are switched off', async () => {
    const { standIn, service, run, getConnection } = await aSimulation()
    const { settings } = getConnection()
    service.stores.connections.change(1, { settings: { ...settings, switches: { ...settings.switches, groups: false } } })
    expect(await run(profile)).toMatchObject({ state: 'finished' })
    const writes = standIn.requests.filter(({ method, url }) => method !== 'GET' && url.includes('/Groups'))
    expect(writes).toEqual([])
  })
})

describe('Okta', () => {
  it.each(['okta-aiw', 'okta-oin'] as const)(
    '%s sends the headers of its SCIM client, the media type only with a body',
    async (profile) => {
      const requests = await requestsOf(profile)
      const common = ['User-Agent', 'Accept', 'Accept-Charset', 'Accept-Encoding']
      const ending = ['Connection', 'Authorization', 'Rollcall-Simulation']
      for (const { body, headerNames, headers } of requests) {
        expect(headerNames.filter((name) => name !== 'Host' && name !== 'Content-Length')).toEqual([
          ...common,
          ...(body ? ['Content-Type'] : []),
          ...ending,
        ])
        expect(headers).toMatchObject({ 'user-agent': 'Okta SCIM Client 1.0.0', 'accept-encoding': 'gzip,deflate' })
        expect(headers.authorization).toMatch(/^Bearer rollcall_[\w-]{43}$/)
      }
    },
  )

  it('tests the connection and looks for a user with spaces as %20', async () => {
    const [test, lookUp] = await requestsOf('okta-aiw')
    expect(test?.url).toBe('/default/scim/v2/Users?startIndex=1&count=2')
    expect(lookUp?.url).toBe(
      '/default/scim/v2/Users?filter=userName%20eq%20%22maya.lindqvist%40example.com%22&startIndex=1&count=100',
    )
  })

  it('creates with a placeholder password and empty groups', async () => {
    const [create] = await requestsOf('okta-aiw', 'POST')
    expect(create?.body).toEqual({
      schemas: [urns.user],
      userName: 'maya.lindqvist@example.com',
      name: { givenName: 'Maya', familyName: 'Lindqvist' },
      emails: [{ primary: true, value: 'maya.lindqvist@example.com', type: 'work' }],
      displayName: 'Maya Lindqvist',
      locale: 'en-US',
      externalId: expect.stringMatching(/^00u[0-9a-z]{17}$/),
      groups: [],
      password: 'Xk29dmQa',
      active: true,
    })
  })

  it('changes everything by PUT in an own application, and sends back what it does not know', async () => {
    const { standIn, run } = await aSimulation()
    await run('okta-aiw')
    expect(new Set(standIn.requests.map(({ method }) => method))).toEqual(new Set(['GET', 'POST', 'PUT']))
    const [update, deactivate, reactivate] = standIn.requests.filter(
      ({ method, url }) => method === 'PUT' && url.includes('/Users/'),
    )
    expect(update?.body).toMatchObject({
      title: 'Engineering Lead',
      externalId: expect.stringMatching(/^00u[0-9a-z]{17}$/),
      password: 'Xk29dmQa',
    })
    expect(deactivate?.body).toMatchObject({ active: false, title: 'Engineering Lead' })
    expect(reactivate?.body).toMatchObject({ active: true })
  })

  it('deactivates by a PATCH without a path in a catalog application, and removes a member by a filter', async () => {
    const patches = await requestsOf('okta-oin', 'PATCH')
    const operations = patches.map(({ body }) => body?.['Operations'])
    expect(operations[0]).toEqual([{ op: 'replace', value: { active: false } }])
    expect(operations).toContainEqual([{ op: 'remove', path: expect.stringMatching(/^members\[value eq "[0-9a-f-]{36}"\]$/) }])
  })

  it('reactivates in a second run only whom the first one left deactivated', async () => {
    const { standIn, run } = await aSimulation()
    await run('okta-oin')
    standIn.requests.length = 0
    await run('okta-oin')
    const reactivations = standIn.requests.filter(({ body }) => JSON.stringify(body)?.includes('{"active":true}'))
    const [mayaId, tomasId] = [...(standIn.resources['Users']?.keys() ?? [])]
    expect(reactivations.map(({ url }) => url.split('/').at(-1))).toEqual([tomasId, mayaId])
  })

  it('reads a user before it writes the user', async () => {
    const lines = (await requestsOf('okta-aiw')).map(toLine)
    for (const [index, line] of lines.entries()) {
      if (line === 'PUT /default/scim/v2/Users/{id}') expect(lines[index - 1]).toBe('GET /default/scim/v2/Users/{id}')
    }
  })
})

describe('Entra ID', () => {
  it.each(['entra', 'entra-aadOptscim062020'] as const)('%s sends no User-Agent, and its own header', async (profile) => {
    for (const { headers, body } of await requestsOf(profile)) {
      expect(headers['user-agent']).toBeUndefined()
      expect(headers['adscimversion']).toBe('5.0')
      expect(headers['content-type']).toBe(body && 'application/scim+json; charset=utf-8')
    }
  })

  it('asks for users and groups whom nobody can be, with spaces as +', async () => {
    const [users, groups] = await requestsOf('entra')
    expect(users?.url).toMatch(/^\/default\/scim\/v2\/Users\?filter=userName\+eq\+%22[0-9a-f-]{36}%22$/)
    expect(groups?.url).toMatch(
      /^\/default\/scim\/v2\/Groups\?excludedAttributes=members&filter=displayName\+eq\+%22[0-9a-f-]{36}%22$/,
    )
  })

  it('writes capital operations and booleans as text by default', async () => {
    const patches = await requestsOf('entra', 'PATCH')
    const operations = patches.map(({ body }) => body?.['Operations'])
    expect(operations).toContainEqual([{ op: 'Replace', path: 'active', value: 'False' }])
    expect(operations).toContainEqual([{ op: 'Remove', path: 'members', value: [{ $ref: null, value: expect.any(String) }] }])
  })

  it('merges plain attributes into one operation with the flag, and keeps the flag in the URL', async () => {
    const requests = await requestsOf('entra-aadOptscim062020')
    expect(requests.every(({ url }) => url.includes('?aadOptscim062020'))).toBe(true)
    const operations = requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body?.['Operations'])
    expect(operations).toContainEqual([{ op: 'replace', path: 'active', value: false }])
    expect(operations).toContainEqual(
      expect.arrayContaining([
        { op: 'replace', path: 'emails[type eq "work"].value', value: 'maya.berg@example.com' },
        { op: 'replace', value: expect.objectContaining({ 'name.familyName': 'Lindqvist-Berg' }) },
      ]),
    )
  })
})

describe('the others', () => {
  it('OneLogin sends its whole template by PUT and asks for somebody who does not exist when it is switched on', async () => {
    const requests = await requestsOf('onelogin')
    expect(requests[0]?.url).toMatch(/^\/default\/scim\/v2\/Users\?filter=userName%20eq%20%22[0-9a-f-]{36}%22$/)
    const suspended = requests.find(({ method, body }) => method === 'PUT' && body?.['active'] === false)
    expect(suspended?.body).toEqual({
      schemas: [urns.user, urns.enterpriseUser],
      userName: 'maya.lindqvist@example.com',
      displayName: 'Maya Lindqvist-Berg',
      name: { givenName: 'Maya', familyName: 'Lindqvist-Berg', formatted: 'Maya Lindqvist-Berg' },
      emails: [{ value: 'maya.berg@example.com', type: 'work', primary: true }],
      title: 'Engineering Lead',
      active: false,
      [urns.enterpriseUser]: { department: 'Security' },
    })
    expect(requests.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  it('JumpCloud tests the connection by a user and a group that it removes again, without a trailing trace', async () => {
    const lines = (await requestsOf('jumpcloud')).map(toLine).slice(0, 5)
    const base = '/default/scim/v2'
    expect(lines).toEqual([
      `GET ${base}/Users?filter=userName%20eq%20%22scim.test%40example.com%22`,
      `POST ${base}/Users`,
      `POST ${base}/Groups`,
      `DELETE ${base}/Groups/{id}`,
      `DELETE ${base}/Users/{id}`,
    ])
  })

  it('JumpCloud leaves the test group out where there are no groups, and sends no extension', async () => {
    const { standIn, run } = await aSimulation()
    await run('jumpcloud', { groups: 0 })
    expect(standIn.requests.some(({ url }) => url.includes('/Groups'))).toBe(false)
    for (const { body } of standIn.requests) expect(JSON.stringify(body) ?? '').not.toContain(urns.enterpriseUser)
  })

  it('authentik reads the configuration first, creates without a look-up and deletes who leaves', async () => {
    const requests = await requestsOf('authentik')
    expect(requests.map(toLine).slice(0, 2)).toEqual([
      'GET /default/scim/v2/ServiceProviderConfig',
      'POST /default/scim/v2/Users',
    ])
    expect(requests.every(({ headers }) => headers['user-agent'] === 'authentik@2026.8.1')).toBe(true)
    expect(requests.filter(({ method }) => method === 'DELETE').length).toBe(2)
    const members = requests.flatMap(({ body }) => (body?.['Operations'] ?? []) as { op: string; path?: string }[])
    expect(members.filter(({ path }) => path === 'members').map(({ op }) => op)).toEqual(['add', 'add', 'add', 'remove'])
  })

  it('authentik links after a 409 whom an earlier run made', async () => {
    const { standIn, run } = await aSimulation()
    await run('authentik')
    standIn.requests.length = 0
    await run('authentik')
    expect(standIn.requests.map(toLine).slice(1, 4)).toEqual([
      'POST /default/scim/v2/Users',
      'GET /default/scim/v2/Users?filter=userName%20eq%20%22maya.lindqvist%40example.com%22',
      'PUT /default/scim/v2/Users/{id}',
    ])
  })

  it('Keycloak tests nothing, and sends an e-mail address without type and members with a reference', async () => {
    const requests = await requestsOf('keycloak')
    expect(requests[0]?.method).toBe('POST')
    expect(requests[0]?.body).toMatchObject({ emails: [{ value: 'maya.lindqvist@example.com' }], roles: [], active: true })
    const group = requests.find(({ method, url }) => method === 'PUT' && url.includes('/Groups/'))
    expect(group?.body?.['members']).toEqual(Array(2).fill({ value: expect.any(String), $ref: expect.any(String) }))
    expect(requests.every(({ method }) => method === 'POST' || method === 'PUT')).toBe(true)
  })

  it('the generic client begins with discovery and writes lower-case operations', async () => {
    const requests = await requestsOf('generic-rfc7644')
    expect(requests.map(toLine).slice(0, 3)).toEqual(
      ['ServiceProviderConfig', 'ResourceTypes', 'Schemas'].map((name) => `GET /default/scim/v2/${name}`),
    )
    const operations = requests.flatMap(({ body }) => (body?.['Operations'] ?? []) as { op: string }[])
    expect(new Set(operations.map(({ op }) => op))).toEqual(new Set(['add', 'replace', 'remove']))
  })
})
