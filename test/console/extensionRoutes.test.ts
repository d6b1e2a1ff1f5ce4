import { expect, it } from 'vitest'
import type { Json } from '#contract/scim/resource.ts'
import { tolerances } from '../../server/protocol/tolerance/all.ts'
import type { Service } from '../../server/service.ts'
import { listen, startConsole } from '../support/aConsole.ts'

const path = '/api/connections/default/extensions'
const schema = { id: 'urn:ietf:params:scim:schemas:extension:acme:2.0:User', name: 'Acme', attributes: [{ name: 'badge' }] }

it('lists no extension at first, and the example of Security Journey', async () => {
  const { call } = await startConsole()
  expect((await call('GET', path)).body).toMatchObject({
    extensions: [],
    examples: [{ attributes: [{ name: 'business_unit' }, { name: 'job_role' }, { name: 'security_champion', type: 'boolean' }] }],
  })
})

it('adds an extension, fills in what its schema leaves out, tells the screens, and keeps it over a restart', async () => {
  const started = await startConsole()
  const events = listen(started)
  const reply = await started.call('POST', path, { body: { schema } })
  const extension = {
    ...schema,
    description: '',
    attributes: [
      {
        name: 'badge',
        type: 'string',
        multiValued: false,
        description: '',
        required: false,
        caseExact: false,
        mutability: 'readWrite',
        returned: 'default',
        uniqueness: 'none',
      },
    ],
  }
  expect(reply).toMatchObject({ status: 200, body: { result: 'added', extension } })
  expect(events).toEqual([{ type: 'setupChanged', connection: 'default' }])
  const after = await startConsole({ db: started.service.db })
  expect((await after.call('GET', path)).body).toMatchObject({ extensions: [extension] })
})

it('adds the example as it is listed', async () => {
  const { call } = await startConsole()
  // Checked by the test above.
  const { examples } = (await call('GET', path)).body as { examples: readonly unknown[] }
  expect((await call('POST', path, { body: { schema: examples[0] } })).body).toMatchObject({
    result: 'added',
    extension: examples[0],
  })
})

it('refuses what is no schema, and a URN that is there already whatever its case, with the reason', async () => {
  const { call } = await startConsole()
  const reasonOf = async (given: unknown) => (await call('POST', path, { body: { schema: given } })).body
  expect(await reasonOf({ ...schema, attributes: [{ name: 'badge', type: 'text' }] })).toEqual({
    result: 'refused',
    reason: expect.stringContaining('attributes[0].type'),
  })
  await reasonOf(schema)
  expect(await reasonOf({ ...schema, id: schema.id.toUpperCase() })).toEqual({
    result: 'refused',
    reason: expect.stringContaining('already'),
  })
  expect((await call('GET', path)).body).toMatchObject({ extensions: [{ id: schema.id }] })
})

it('takes twenty extensions at most', async () => {
  const { call } = await startConsole()
  const add = async (index: number) =>
    (await call('POST', path, { body: { schema: { ...schema, id: `urn:example:n${index}:User` } } })).body
  for (let index = 0; index < 20; index++) expect(await add(index)).toMatchObject({ result: 'added' })
  expect(await add(20)).toMatchObject({ result: 'refused', reason: expect.stringContaining('20') })
})

it('refuses uniqueness that the stored learners do not keep, naming value and learner', async () => {
  const { call, service } = await startConsole()
  await call('POST', path, { body: { schema } })
  for (const id of ['u1', 'u2']) {
    service.stores.resources.insert({
      connectionId: 1,
      resourceType: 'User',
      id,
      attributes: { userName: id, [schema.id]: { badge: '7' } },
      at: '2026-11-20T12:00:00.000Z',
      simulated: false,
    })
  }
  await call('DELETE', `${path}/${encodeURIComponent(schema.id)}`)
  const unique = { ...schema, attributes: [{ name: 'badge', uniqueness: 'server' }] }
  expect((await call('POST', path, { body: { schema: unique } })).body).toEqual({
    result: 'refused',
    reason: expect.stringMatching(/badge "7".*"u1"/),
  })
  expect((await call('GET', path)).body).toMatchObject({ extensions: [] })
})

/** Keeps learners with these badges, one each, named u0, u1 and so on. */
function keepBadges(service: Service, ...badges: readonly Json[]): void {
  for (const [index, badge] of badges.entries()) {
    service.stores.resources.insert({
      connectionId: 1,
      resourceType: 'User',
      id: `u${index}`,
      attributes: { userName: `u${index}`, [schema.id]: { badge } },
      at: '2026-11-20T12:00:00.000Z',
      simulated: false,
    })
  }
}

it('changes an extension in place, tells the screens, and keeps its URN as it was spelled first', async () => {
  const started = await startConsole()
  await started.call('POST', path, { body: { schema } })
  const events = listen(started)
  const changed = { id: schema.id.toUpperCase(), name: 'Acme staff', attributes: [...schema.attributes, { name: 'desk' }] }
  const reply = await started.call('PUT', `${path}/${encodeURIComponent(schema.id)}`, { body: { schema: changed } })
  expect(reply).toMatchObject({
    status: 200,
    body: {
      result: 'changed',
      extension: { id: schema.id, name: 'Acme staff', attributes: [{ name: 'badge' }, { name: 'desk' }] },
    },
  })
  expect(events).toEqual([{ type: 'setupChanged', connection: 'default' }])
  const after = await startConsole({ db: started.service.db })
  expect((await after.call('GET', path)).body).toMatchObject({ extensions: [{ name: 'Acme staff' }] })
})

it.each<[string, Record<string, unknown>, readonly Json[], RegExp]>([
  ['uniqueness', { name: 'badge', uniqueness: 'server' }, ['7', '7'], /"u1".*badge "7" is already taken.*"u0"/],
  ['uniqueness without case', { name: 'badge', uniqueness: 'server' }, ['a', 'A'], /"u1".*badge "A" is already taken.*"u0"/],
  ['another type', { name: 'badge', type: 'integer' }, ['high'], /"u0".*badge must be of type integer, which "high" is not/],
  ['several values', { name: 'badge', multiValued: true }, ['7'], /"u0".*badge must be a list, not "7"/],
  ['one value', { name: 'badge' }, [['7', '8']], /"u0".*badge must be of type string, which a list is not/],
  ['another spelling', { name: 'Badge' }, ['7'], /"u0".*Badge must be spelled badge/],
])(
  'refuses %s that stored values do not keep to, naming value and learner, and changes nothing',
  async (_, attribute, badges, due) => {
    const { call, service } = await startConsole()
    const former = { ...schema, attributes: [{ name: 'badge', multiValued: Array.isArray(badges[0]) }] }
    await call('POST', path, { body: { schema: former } })
    keepBadges(service, ...badges)
    const url = `${path}/${encodeURIComponent(schema.id)}`
    const { body } = await call('PUT', url, { body: { schema: { ...schema, attributes: [attribute] } } })
    expect(body).toEqual({ result: 'refused', reason: expect.stringMatching(due) })
    expect((await call('GET', path)).body).toMatchObject({ extensions: [former] })
  },
)

it('refuses a required attribute that a learner with others of the extension lacks', async () => {
  const { call, service } = await startConsole()
  await call('POST', path, { body: { schema } })
  keepBadges(service, '7')
  const attributes = [...schema.attributes, { name: 'level', required: true }]
  const { body } = await call('PUT', `${path}/${encodeURIComponent(schema.id)}`, { body: { schema: { ...schema, attributes } } })
  expect(body).toEqual({ result: 'refused', reason: expect.stringMatching(/"u0".*level is required/) })
})

it('refuses to show what was sent never to be returned', async () => {
  const { call, service } = await startConsole()
  await call('POST', path, { body: { schema: { ...schema, attributes: [{ name: 'badge', mutability: 'writeOnly' }] } } })
  keepBadges(service, 'secret-7')
  const { body } = await call('PUT', `${path}/${encodeURIComponent(schema.id)}`, { body: { schema } })
  expect(body).toEqual({ result: 'refused', reason: expect.stringMatching(/"u0".*badge must stay never returned/) })
  expect(JSON.stringify(body)).not.toContain('secret-7')
})

it('refuses another URN and what is no schema, and answers notFound for an extension that is not there', async () => {
  const { call } = await startConsole()
  const url = `${path}/${encodeURIComponent(schema.id)}`
  expect(await call('PUT', url, { body: { schema } })).toMatchObject({ status: 404, body: { error: 'notFound' } })
  await call('POST', path, { body: { schema } })
  const reasonOf = async (given: unknown) => (await call('PUT', url, { body: { schema: given } })).body
  expect(await reasonOf({ ...schema, id: 'urn:example:other' })).toMatchObject({
    result: 'refused',
    reason: expect.stringContaining(`id must stay ${schema.id}`),
  })
  expect(await reasonOf({ ...schema, attributes: [] })).toMatchObject({ result: 'refused' })
  expect((await call('GET', path)).body).toMatchObject({ extensions: [schema] })
})

it('removes an extension by its URN, and answers notFound for one that is not there', async () => {
  const started = await startConsole()
  await started.call('POST', path, { body: { schema } })
  const events = listen(started)
  const url = `${path}/${encodeURIComponent(schema.id)}`
  expect(await started.call('DELETE', url)).toMatchObject({ status: 200, body: { extensions: [] } })
  expect(events).toEqual([{ type: 'setupChanged', connection: 'default' }])
  expect(await started.call('DELETE', url)).toMatchObject({ status: 404, body: { error: 'notFound' } })
})

it('shows a learner with custom attributes', async () => {
  const { call, service } = await startConsole()
  await call('POST', path, { body: { schema } })
  service.stores.resources.insert({
    connectionId: 1,
    resourceType: 'User',
    id: 'u1',
    attributes: { userName: 'maya', [schema.id]: { badge: '7' } },
    at: '2026-11-20T12:00:00.000Z',
    simulated: false,
  })
  expect((await call('GET', '/api/connections/default/history/u1/state')).body).toMatchObject({
    schemas: expect.arrayContaining([
      { urn: schema.id, name: expect.any(String), lines: [{ path: 'badge', value: '7', setBy: null }] },
    ]),
  })
})

it('lists every tolerance with its reason and who sends it', async () => {
  const { call } = await startConsole()
  const { body } = await call('GET', '/api/tolerances')
  expect(body).toHaveLength(tolerances.length)
  expect(body).toContainEqual({
    name: 'string-boolean',
    reason: expect.stringContaining('boolean'),
    source: expect.stringContaining('Entra ID'),
    comesOff: false,
  })
})
