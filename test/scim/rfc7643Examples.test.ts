// RFC 7643 §8: every example is accepted, or is what discovery represents
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { aUser } from '../support/aUser.ts'
import {
  enterpriseUser,
  fullUser,
  group,
  groupMembers,
  minimalUser,
  resourceTypes,
  serviceProviderConfig,
} from '../support/rfc7643Examples.ts'
import { rfcSchemas } from '../support/rfc7643Schemas.ts'
import { startStrict } from '../support/startStrict.ts'

/** What a client says of a resource: without what the service provider gives it. */
function saidByClient({ id: _id, meta: _meta, password: _password, groups: _groups, ...said }: JsonObject): JsonObject {
  return said
}

describe('the users of §8.1 to §8.3', () => {
  it.each([
    ['§8.1, the minimal one', minimalUser],
    ['§8.2, the full one', fullUser],
  ])('%s, is created by the letter and read as it was sent', async (_section, example) => {
    const { scim } = await startStrict()
    const created = await scim.post('/Users', example)
    expect(created.status).toBe(201)
    const read = await scim.get(`/Users/${created.id}`)
    expect(read.body).toMatchObject(saidByClient(example))
    expect(read.body['meta']).toMatchObject({ resourceType: 'User', location: expect.stringMatching(/\/Users\/[^/]+$/) })
    // Read-only ones are the service's own, and a password is never told.
    expect(read.id).not.toBe(example['id'])
    for (const name of ['password', 'groups']) expect(read.body).not.toHaveProperty(name)
  })

  it('§8.3, the one with the enterprise extension, is created by the letter and read as it was sent', async () => {
    const { scim } = await startStrict()
    const { id } = await scim.post('/Users', enterpriseUser)
    const { [urns.enterpriseUser]: extension, ...core } = saidByClient(enterpriseUser)
    const { body } = await scim.get(`/Users/${id}`)
    expect(body).toMatchObject(core)
    // The manager's displayName is read-only, and this manager is nobody whom the service knows.
    expect(extension).toEqual({
      ...Object(body[urns.enterpriseUser]),
      manager: { ...Object(Object(body[urns.enterpriseUser]).manager), displayName: 'John Smith' },
    })
  })
})

it('creates the group of §8.4 by the letter, once its members are there', async () => {
  const { scim } = await startStrict()
  const members = []
  for (const { display } of groupMembers) {
    const { id } = await scim.post('/Users', aUser({ userName: display, displayName: display }))
    members.push({ value: id, display, $ref: `https://example.com/v2/Users/${id}` })
  }
  const created = await scim.post('/Groups', { ...group, members })
  expect(created).toMatchObject({ status: 201, body: { schemas: group['schemas'], displayName: 'Tour Guides' } })
  const read = await scim.get(`/Groups/${created.id}`)
  expect(read.body['members']).toEqual(
    members.map(({ value, display }) => ({ value, display, type: 'User', $ref: expect.stringMatching(`/Users/${value}$`) })),
  )
})

/** A group's displayName is required by §4.2, and a member without a value would name nobody. */
const stricter = new Map(['displayName string', 'members.value string'].map((line) => [line, `${line}!`]))

describe('discovery', () => {
  it('tells of the service provider what §8.5 tells, in the same form', async () => {
    const { scim } = await startStrict()
    expect((await scim.get('/ServiceProviderConfig')).body).toMatchObject(toObjectForm(serviceProviderConfig))
  })

  it('tells of the resource types what §8.6 tells', async () => {
    const { scim } = await startStrict()
    for (const [name, example] of Object.entries(resourceTypes)) {
      const { body } = await scim.get(`/ResourceTypes/${name}`)
      // The enterprise extension is offered here and not required.
      const { description: _, schemaExtensions = [], ...fixed } = example
      expect(body).toMatchObject({ ...fixed, schemaExtensions: toForm(schemaExtensions) })
    }
  })

  it.each([urns.user, urns.group, urns.enterpriseUser])('tells of every attribute of %s what §8.7.1 tells', async (urn) => {
    const { scim } = await startStrict()
    const { body } = await scim.get(`/Schemas/${urn}`)
    const told = describeAttributes(body['attributes'])
    const expected = (rfcSchemas[urn] ?? []).map((line) => (urn === urns.group ? (stricter.get(line) ?? line) : line))
    expect(told).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    ['/ServiceProviderConfig', urns.serviceProviderConfig],
    ['/ResourceTypes/User', urns.resourceType],
    [`/Schemas/${urns.user}`, urns.schema],
  ])('answers %s as the schema of §8.7.2 has it', async (path, urn) => {
    const { scim } = await startStrict()
    const { body } = await scim.get(path)
    for (const line of rfcSchemas[urn] ?? []) {
      const [name = '', type = ''] = line.split(' ')
      for (const value of valuesAt([body], name.split('.'))) {
        if (type.endsWith('!')) expect([line, value]).toEqual([line, expect.anything()])
        if (value !== undefined) expect([line, typeof value]).toEqual([line, toJsType(type.replace(/[[\]!]/g, ''))])
      }
    }
  })
})

/** The same members, with any value of the same type. */
function toForm(value: Json): unknown {
  if (Array.isArray(value)) return value.map(toForm)
  if (typeof value === 'object' && value !== null) return toObjectForm(Object(value))
  return expect.toSatisfy((other: unknown) => typeof other === typeof value)
}

function toObjectForm(example: JsonObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(example).map(([name, one]) => [name, name === 'schemas' ? one : toForm(one)]))
}

/** `emails complex[]`, `emails.value string` */
function describeAttributes(attributes: Json | undefined, prefix = ''): string[] {
  if (!Array.isArray(attributes)) return []
  return attributes.flatMap(({ name, type, multiValued, required, subAttributes }) => [
    `${prefix}${name} ${type}${multiValued ? '[]' : ''}${required ? '!' : ''}`,
    ...describeAttributes(subAttributes, `${prefix}${name}.`),
  ])
}

/** Every value of a path; of several values all that are there, and undefined for one that lacks it. */
function valuesAt(from: readonly Json[], [name, ...rest]: readonly string[]): (Json | undefined)[] {
  if (name === undefined) return [...from]
  const found = from.map((one) => (typeof one === 'object' && one !== null ? getMember(one, name) : undefined))
  const values = found.flatMap((one) => (Array.isArray(one) ? one : [one]))
  return rest.length === 0
    ? values
    : valuesAt(
        values.filter((one) => one !== undefined),
        rest,
      )
}

function getMember(value: object, name: string): Json | undefined {
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function toJsType(type: string): string {
  if (type === 'integer') return 'number'
  if (type === 'complex') return 'object'
  return type === 'boolean' ? 'boolean' : 'string'
}
