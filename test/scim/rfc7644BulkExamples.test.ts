// RFC 7644 §3.7, its examples of bulk, sent by the letter
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import type { ScimReply } from '../support/scimClient.ts'
import { startStrict } from '../support/startStrict.ts'

const json = expect.stringMatching(/^application\/scim\+json/)
const aWeakTag = expect.stringMatching(/^W\/".+"$/)

type Result = Record<string, unknown>

function resultsOf(reply: ScimReply): Result[] {
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, json])
  expect(reply.body).toMatchObject({ schemas: [urns.bulkResponse], Operations: expect.any(Array) })
  return reply.body['Operations'] as unknown as Result[]
}

const idOf = (result: Result | undefined) => String(result?.['location']).replace(/^.*\//, '')

/** The first operation of most examples. */
const alice = { method: 'POST', path: '/Users', bulkId: 'qwerty', data: { schemas: [urns.user], userName: 'Alice' } }

const aGroupOf = (displayName: string, member: { type: string; value: string }) => ({
  method: 'POST',
  path: '/Groups',
  data: { schemas: [urns.group], displayName, members: [member] },
})

it('§3.7.1: two groups that hold each other are created, and a GET shows them so', async () => {
  const { scim, scimUrl } = await startStrict()
  const reply = await scim.post('/Bulk', {
    schemas: [urns.bulkRequest],
    Operations: [
      { bulkId: 'qwerty', ...aGroupOf('Group A', { type: 'Group', value: 'bulkId:ytrewq' }) },
      { bulkId: 'ytrewq', ...aGroupOf('Group B', { type: 'Group', value: 'bulkId:qwerty' }) },
    ],
  })
  const [a, b] = resultsOf(reply).map(idOf)
  // The example's filter has single quotation marks, which Figure 1 does not allow.
  const found = await scim.get(`/Groups?filter=${encodeURIComponent('displayName sw "Group"')}`)
  expect(found.status).toBe(200)
  expect(found.body).toMatchObject({ schemas: [urns.listResponse], totalResults: 2 })
  const toExpected = (displayName: string, id: string | undefined, member: string | undefined) => ({
    id,
    schemas: [urns.group],
    displayName,
    meta: expect.objectContaining({ resourceType: 'Group', location: `${scimUrl}/Groups/${id}`, version: aWeakTag }),
    members: [expect.objectContaining({ value: member, $ref: `${scimUrl}/Groups/${member}`, type: 'Group' })],
  })
  expect(found.body['Resources']).toEqual([toExpected('Group A', a, b), toExpected('Group B', b, a)])
})

describe('§3.7.2', () => {
  it('a bulkId stands for the new user in the members of a new group', async () => {
    const { scim, scimUrl } = await startStrict()
    const reply = await scim.post('/Bulk', {
      schemas: [urns.bulkRequest],
      Operations: [alice, { bulkId: 'ytrewq', ...aGroupOf('Tour Guides', { type: 'User', value: 'bulkId:qwerty' }) }],
    })
    const results = resultsOf(reply)
    const [user, group] = results.map(idOf)
    // The example has an object with `code` for status; §3.7 and the examples of §3.7.3 have text.
    expect(results).toEqual([
      { location: `${scimUrl}/Users/${user}`, method: 'POST', bulkId: 'qwerty', version: aWeakTag, status: '201' },
      { location: `${scimUrl}/Groups/${group}`, method: 'POST', bulkId: 'ytrewq', version: aWeakTag, status: '201' },
    ])
    const read = await scim.get(`/Groups/${group}`)
    expect([read.status, read.headers.get('location')]).toEqual([200, results[1]?.['location']])
    expect(read.headers.get('etag')).toBe(results[1]?.['version'])
    expect(read.body).toMatchObject({
      schemas: [urns.group],
      id: group,
      displayName: 'Tour Guides',
      meta: { resourceType: 'Group', location: results[1]?.['location'], version: results[1]?.['version'] },
      members: [{ value: user, $ref: `${scimUrl}/Users/${user}`, type: 'User' }],
    })
  })

  it('and in the manager of the enterprise extension', async () => {
    const { scim } = await startStrict()
    const data = {
      schemas: [urns.user, urns.enterpriseUser],
      userName: 'Bob',
      [urns.enterpriseUser]: { employeeNumber: '11250', manager: { value: 'bulkId:qwerty' } },
    }
    const reply = await scim.post('/Bulk', {
      schemas: [urns.bulkRequest],
      Operations: [alice, { method: 'POST', path: '/Users', bulkId: 'ytrewq', data }],
    })
    const [manager, bob] = resultsOf(reply).map(idOf)
    expect((await scim.get(`/Users/${bob}`)).body).toMatchObject({
      [urns.enterpriseUser]: { employeeNumber: '11250', manager: { value: manager } },
    })
  })
})

describe('§3.7.3', () => {
  /** Bob, Dave and one who is to go are there; what the example does to them, with their versions or with older ones. */
  async function startWithThree() {
    const service = await startStrict()
    const { scim, scimUrl } = service
    const create = async (userName: string) => {
      const { id, headers } = await scim.post('/Users', { schemas: [urns.user], userName, nickName: userName })
      return { path: `/Users/${id}`, version: headers.get('etag') ?? '', location: `${scimUrl}/Users/${id}`, id }
    }
    const [bob, dave, gone] = [await create('bob'), await create('david'), await create('gone')]
    const operations = [
      { method: 'PUT', path: bob.path, version: bob.version, data: { schemas: [urns.user], id: bob.id, userName: 'Bob' } },
      {
        method: 'PATCH',
        path: dave.path,
        version: dave.version,
        // By the erratum, a whole PatchOp; the example has its list alone.
        data: {
          schemas: [urns.patchOp],
          Operations: [
            { op: 'remove', path: 'nickName' },
            { op: 'add', path: 'userName', value: 'Dave' },
          ],
        },
      },
      { method: 'DELETE', path: gone.path, version: gone.version },
    ]
    const send = (first: object, failOnErrors?: number) =>
      scim.post('/Bulk', {
        schemas: [urns.bulkRequest],
        ...(failOnErrors !== undefined && { failOnErrors }),
        Operations: [first, ...operations],
      })
    return { ...service, bob, dave, gone, send }
  }

  /** Alice as she cannot be created. The example misprints the URN of her schema; here she has no userName. */
  const broken = { ...alice, data: { schemas: [urns.user] } }
  const anError = (status: string) => expect.objectContaining({ schemas: [urns.error], status, detail: expect.any(String) })

  it('a user is added, one replaced, one patched, one deleted', async () => {
    const { scim, send, bob, dave, gone, scimUrl } = await startWithThree()
    const results = resultsOf(await send(alice, 1))
    expect(results).toEqual([
      { location: `${scimUrl}/Users/${idOf(results[0])}`, method: 'POST', bulkId: 'qwerty', version: aWeakTag, status: '201' },
      { location: bob.location, method: 'PUT', version: aWeakTag, status: '200' },
      { location: dave.location, method: 'PATCH', version: aWeakTag, status: '200' },
      { location: gone.location, method: 'DELETE', status: '204' },
    ])
    for (const { version } of results.slice(1, 3)) expect([bob.version, dave.version]).not.toContain(version)
    const patched = (await scim.get(dave.path)).body
    expect(patched).toMatchObject({ userName: 'Dave' })
    expect(patched).not.toHaveProperty('nickName')
    expect((await scim.get(gone.path)).status).toBe(404)
  })

  it('a data that is the list of patch operations alone, as the example has it, fails as invalidSyntax', async () => {
    const { scim, dave } = await startWithThree()
    const data = [{ op: 'remove', path: 'nickName' }]
    const reply = await scim.post('/Bulk', {
      schemas: [urns.bulkRequest],
      Operations: [{ method: 'PATCH', path: dave.path, data }],
    })
    expect(resultsOf(reply)).toEqual([
      {
        location: dave.location,
        method: 'PATCH',
        status: '400',
        response: { schemas: [urns.error], scimType: 'invalidSyntax', status: '400', detail: expect.any(String) },
      },
    ])
  })

  it('with failOnErrors 1, an error at first is all that comes back, and nothing else is done', async () => {
    const { scim, send, bob, dave, gone } = await startWithThree()
    // scimType is invalidSyntax in the example; by Table 9 a required value that is missing is invalidValue.
    const response = { schemas: [urns.error], scimType: 'invalidValue', status: '400', detail: expect.any(String) }
    expect(resultsOf(await send(broken, 1))).toEqual([{ method: 'POST', bulkId: 'qwerty', status: '400', response }])
    for (const { path, version } of [bob, dave, gone]) expect((await scim.get(path)).headers.get('etag')).toBe(version)
  })

  it('without it, all that can be done is done: here nothing, since versions changed and one is gone', async () => {
    const { scim, send, bob, dave, gone } = await startWithThree()
    for (const { path } of [bob, dave]) {
      await scim.patch(path, { schemas: [urns.patchOp], Operations: [{ op: 'add', path: 'title', value: 'Guide' }] })
    }
    await scim.delete(gone.path)
    expect(resultsOf(await send(broken))).toEqual([
      { method: 'POST', bulkId: 'qwerty', status: '400', response: anError('400') },
      { location: bob.location, method: 'PUT', status: '412', response: anError('412') },
      { location: dave.location, method: 'PATCH', status: '412', response: anError('412') },
      { location: gone.location, method: 'DELETE', status: '404', response: anError('404') },
    ])
  })
})

it('§3.7.4: a body over maxPayloadSize is 413 with the limit in detail', async () => {
  const { scim } = await startStrict()
  const data = { schemas: [urns.user], userName: 'a', title: 'x'.repeat(1_048_576) }
  const reply = await scim.post('/Bulk', { schemas: [urns.bulkRequest], Operations: [{ ...alice, data }] })
  expect([reply.status, reply.headers.get('content-type')]).toEqual([413, json])
  expect(reply.body).toEqual({ schemas: [urns.error], status: '413', detail: expect.stringContaining('1,048,576') })
})
