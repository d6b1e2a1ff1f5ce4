import { expect, it } from 'vitest'
import { tolerances } from '../../server/protocol/tolerance/all.ts'
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
