// RFC 7644 §4, RFC 7643 §5 to §7, RFC 9865 §4: what the service provider says of itself
import { describe, expect, it } from 'vitest'
import type { Json } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

type Listed = { readonly [name: string]: Json }

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '')

const listOf = (body: { readonly [name: string]: Json | undefined }): Listed[] =>
  // A ListResponse holds nothing but objects there.
  (body['Resources'] ?? []) as unknown as Listed[]

describe('/ServiceProviderConfig', () => {
  it('names every feature with its limits', async () => {
    const { scim, scimUrl } = await startService()
    const reply = await scim.get('/ServiceProviderConfig')
    expect(reply.status).toBe(200)
    expect(reply.body).toEqual({
      schemas: [urns.serviceProviderConfig],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1_048_576 },
      filter: { supported: true, maxResults: 1000 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      pagination: {
        cursor: true,
        index: true,
        defaultPaginationMethod: 'index',
        defaultPageSize: 100,
        maxPageSize: 1000,
        cursorTimeout: 3600,
      },
      authenticationSchemes: [expect.objectContaining({ type: 'oauthbearertoken', primary: true, specUri: expect.any(String) })],
      meta: { resourceType: 'ServiceProviderConfig', location: `${scimUrl}/ServiceProviderConfig` },
    })
  })

  it('is true of how many come in a page: by default, and at most', async () => {
    const { scim } = await startService()
    for (let round = 0; round < 2; round += 1) {
      const operations = Array.from({ length: round === 0 ? 999 : 51 }, (_, index) => ({
        method: 'POST',
        path: '/Users',
        bulkId: `u${index}`,
        data: { schemas: [urns.user], userName: `u${round}-${index}` },
      }))
      await scim.post('/Bulk', { schemas: [urns.bulkRequest], Operations: operations })
    }
    expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 1050, itemsPerPage: 100 })
    expect((await scim.get('/Users?count=5000')).body).toMatchObject({ totalResults: 1050, itemsPerPage: 1000 })
    expect((await scim.get('/Users?cursor=')).body).toMatchObject({ totalResults: 1050, itemsPerPage: 100 })
    expect((await scim.get('/Users?cursor=&count=5000')).body).toMatchObject({ totalResults: 1050, itemsPerPage: 1000 })
  })
})

describe('/ResourceTypes', () => {
  it('lists Users and Groups with their schemas, and each by its name', async () => {
    const { scim, scimUrl } = await startService()
    const { body } = await scim.get('/ResourceTypes')
    expect(body).toMatchObject({ schemas: [urns.listResponse], totalResults: 2, startIndex: 1, itemsPerPage: 2 })
    expect(listOf(body)).toMatchObject([
      {
        schemas: [urns.resourceType],
        id: 'User',
        name: 'User',
        endpoint: '/Users',
        schema: urns.user,
        schemaExtensions: [{ schema: urns.enterpriseUser, required: false }],
        meta: { resourceType: 'ResourceType', location: `${scimUrl}/ResourceTypes/User` },
      },
      { id: 'Group', name: 'Group', endpoint: '/Groups', schema: urns.group, schemaExtensions: [] },
    ])
    for (const type of listOf(body)) {
      expect((await scim.get(`/ResourceTypes/${textOf(type['name'])}`)).body).toEqual(type)
      expect((await scim.get(textOf(type['endpoint']))).status).toBe(200)
    }
  })
})

describe('/Schemas', () => {
  it('lists every schema of the resource types, and each by its URN, whatever its case', async () => {
    const { scim, scimUrl } = await startService()
    const { body } = await scim.get('/Schemas')
    expect(listOf(body).map(({ id }) => id)).toEqual([urns.user, urns.enterpriseUser, urns.group])
    for (const schema of listOf(body)) {
      const urn = textOf(schema['id'])
      expect(schema).toMatchObject({
        schemas: [urns.schema],
        name: expect.any(String),
        description: expect.any(String),
        meta: { resourceType: 'Schema', location: `${scimUrl}/Schemas/${urn}` },
      })
      expect((await scim.get(`/Schemas/${urn}`)).body).toEqual(schema)
      expect((await scim.get(`/Schemas/${encodeURIComponent(urn.toUpperCase())}`)).body).toEqual(schema)
    }
  })

  it('describes every attribute whole (RFC 7643 §7)', async () => {
    const { scim } = await startService()
    const check = (attribute: Listed): void => {
      expect(attribute).toMatchObject({
        name: expect.any(String),
        type: expect.stringMatching(/^(string|boolean|decimal|integer|dateTime|reference|binary|complex)$/),
        multiValued: expect.any(Boolean),
        description: expect.any(String),
        required: expect.any(Boolean),
        caseExact: expect.any(Boolean),
        mutability: expect.stringMatching(/^(readOnly|readWrite|immutable|writeOnly)$/),
        returned: expect.stringMatching(/^(always|never|default|request)$/),
        uniqueness: expect.stringMatching(/^(none|server|global)$/),
      })
      if (attribute['type'] === 'reference') expect(attribute['referenceTypes']).not.toEqual([])
      const parts = (attribute['subAttributes'] ?? []) as unknown as Listed[]
      expect(parts.length > 0).toBe(attribute['type'] === 'complex')
      parts.forEach(check)
    }
    for (const schema of listOf((await scim.get('/Schemas')).body)) {
      for (const attribute of schema['attributes'] as unknown as Listed[]) check(attribute)
    }
  })

  it('is true of what is unique', async () => {
    const { scim } = await startService()
    const user = (await scim.get(`/Schemas/${urns.user}`)).body
    const unique = (user['attributes'] as unknown as Listed[]).filter(({ uniqueness }) => uniqueness !== 'none')
    expect(unique.map(({ name }) => name)).toEqual(['userName'])
    await scim.post('/Users', aUser())
    expect((await scim.post('/Users', aUser())).status).toBe(409)
  })
})

describe('on all of them', () => {
  const paths = ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas', '/ResourceTypes/User', `/Schemas/${urns.user}`]

  it.each(paths)('%s ignores the parameters of queries, and refuses a filter with 403 (§4)', async (path) => {
    const { scim } = await startService()
    const plain = await scim.get(path)
    const asked = await scim.get(`${path}?attributes=id&excludedAttributes=name&sortBy=id&startIndex=2&count=1&cursor=`)
    expect([asked.status, asked.body]).toEqual([200, plain.body])
    expect(await scim.get(`${path}?filter=id%20pr`)).toMatchObject({
      status: 403,
      body: { schemas: [urns.error], status: '403' },
    })
  })

  it.each(paths)('%s is there to be read alone: 405 to all else', async (path) => {
    const { scim } = await startService()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const reply = await scim.send(method, path, method === 'DELETE' ? undefined : {})
      expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'HEAD, GET, OPTIONS'])
    }
  })

  it('answers 404 to a name or URN that does not exist', async () => {
    const { scim } = await startService()
    expect(await scim.get('/ResourceTypes/Device')).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('Device') },
    })
    expect((await scim.get('/Schemas/urn:example:none')).status).toBe(404)
  })

  it('answers even where SCIM is switched off', async () => {
    const { scim, running } = await startService()
    const { connections } = running.service.stores
    const { settings } = connections.get(1)
    connections.change(1, { settings: { ...settings, switches: { ...settings.switches, scim: false } } })
    for (const path of paths) expect((await scim.get(path)).status).toBe(200)
    expect((await scim.get('/Users')).status).toBe(403)
  })
})
