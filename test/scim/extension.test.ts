// RFC 7643 §2.2, §2.3, §3.3, §7: custom extensions of a connection
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { readSchema } from '../../server/protocol/schemas/readSchema.ts'
import { securityJourneySchema } from '../../server/protocol/schemas/securityJourney.ts'
import { aPatch, aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

const urn = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'

/** A service whose users have one custom extension with these attributes. */
async function startWith(...attributes: readonly Record<string, unknown>[]) {
  const started = await startService()
  const { connections } = started.running.service.stores
  const add = (...changed: readonly Record<string, unknown>[]) =>
    connections.addExtension(1, readSchema({ id: urn, name: 'Acme', attributes: changed }))
  add(...attributes)
  const change = (...changed: readonly Record<string, unknown>[]) =>
    connections.changeExtension(1, readSchema({ id: urn, name: 'Acme', attributes: changed }))
  return { ...started, add, change, remove: () => connections.removeExtension(1, urn) }
}

const withAcme = (acme: Record<string, unknown>, about: Record<string, unknown> = {}) =>
  aUser({ schemas: [urns.user, urn], [urn]: acme, ...about })

/** One attribute of each type, each kind of multiplicity among them. */
const everyType = [
  { name: 'alias', type: 'string' },
  { name: 'badge', type: 'string', caseExact: true },
  { name: 'contractor', type: 'boolean' },
  { name: 'level', type: 'integer' },
  { name: 'quota', type: 'decimal' },
  { name: 'hiredAt', type: 'dateTime' },
  { name: 'page', type: 'reference', referenceTypes: ['external'] },
  { name: 'key', type: 'binary' },
  { name: 'skills', type: 'string', multiValued: true },
  { name: 'desk', type: 'complex', subAttributes: [{ name: 'floor', type: 'integer' }, { name: 'room' }] },
  {
    name: 'certificates',
    type: 'complex',
    multiValued: true,
    subAttributes: [
      { name: 'value' },
      { name: 'type' },
      { name: 'issued', type: 'dateTime' },
      { name: 'primary', type: 'boolean' },
    ],
  },
]

const values = {
  alias: 'Mimi',
  badge: 'Ab7',
  contractor: true,
  level: 3,
  quota: 0.5,
  hiredAt: '2026-03-01T09:00:00+02:00',
  page: 'https://acme.example/maya',
  key: 'aGVsbG8=',
  skills: ['TLS', 'Go'],
  desk: { floor: 2, room: 'North' },
  certificates: [
    { value: 'CISSP', type: 'work', issued: '2025-01-01T00:00:00Z', primary: true },
    { value: 'OSCP', type: 'other', issued: '2026-01-01T00:00:00Z' },
  ],
}

describe('discovery', () => {
  it('shows the extension among the schemas, by its URN, and with the resource type (§6, §7)', async () => {
    const { scim } = await startWith({ name: 'badge', required: true, uniqueness: 'server' })
    const schema = await scim.get(`/Schemas/${urn}`)
    expect(schema.body).toMatchObject({
      id: urn,
      name: 'Acme',
      attributes: [
        { name: 'badge', type: 'string', multiValued: false, required: true, uniqueness: 'server', returned: 'default' },
      ],
    })
    expect((await scim.get('/Schemas')).body).toMatchObject({ totalResults: 4 })
    expect((await scim.get('/ResourceTypes/User')).body).toMatchObject({
      schemaExtensions: [
        { schema: urns.enterpriseUser, required: false },
        { schema: urn, required: false },
      ],
    })
    expect((await scim.get('/ResourceTypes/Group')).body).toMatchObject({ schemaExtensions: [] })
  })

  it('shows an extension to the connection that has it and to no other', async () => {
    const { running, scimUrl } = await startWith({ name: 'badge' })
    const { stores, tokens } = running.service
    const other = stores.connections.create({ slug: 'other', name: 'Other' }, '2026-01-01T00:00:00.000Z')
    const { secret } = tokens.reset(other.id, 0)
    const reply = await fetch(`${scimUrl.replace('/default/', '/other/')}/Schemas/${urn}`, {
      headers: { Authorization: `Bearer ${secret}` },
    })
    expect(reply.status).toBe(404)
  })
})

describe('attributes of every type', () => {
  it('are stored and returned as they were sent, under the URN of the extension (§3.3)', async () => {
    const { scim } = await startWith(...everyType)
    const created = await scim.post('/Users', withAcme(values))
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({ schemas: [urns.user, urn], [urn]: values })
    expect((await scim.get(`/Users/${created.id}`)).body[urn]).toEqual(values)
  })

  it.each([
    ['alias', 7.5, 'string', true],
    ['contractor', 'perhaps', 'boolean', false],
    ['level', 1.5, 'integer', false],
    ['quota', 'half', 'decimal', false],
    ['hiredAt', 'yesterday', 'dateTime', false],
    ['page', true, 'reference', false],
    ['key', 'not base64!', 'binary', false],
    ['desk', 'North', 'sub-attributes', false],
  ])('refuse a value that does not suit %s', async (name, value, due, isTolerated) => {
    const { scim } = await startWith(...everyType)
    const reply = await scim.post('/Users', withAcme({ [name]: value }))
    if (isTolerated) expect(reply.status).toBe(201)
    else
      expect(reply).toMatchObject({
        status: 400,
        body: { scimType: 'invalidValue', detail: expect.stringContaining(`${urn}:${name}`) },
      })
    if (!isTolerated) expect(reply.body['detail']).toContain(due)
  })

  it.each([
    [`${urn}:alias eq "MIMI"`, 1],
    ['alias sw "mi"', 1],
    [`${urn}:badge eq "AB7"`, 0],
    [`${urn}:badge eq "Ab7"`, 1],
    [`${urn}:contractor eq true`, 1],
    [`${urn}:level ge 3 and ${urn}:level lt 4`, 1],
    [`${urn}:quota gt 0.5`, 0],
    [`${urn}:hiredAt eq "2026-03-01T07:00:00Z"`, 1],
    [`${urn}:hiredAt gt "2026-03-01T07:30:00Z"`, 0],
    [`${urn}:hiredAt lt "2026-03-01T08:30:00.250+01:00"`, 1],
    [`${urn}:page co "acme.example"`, 1],
    [`${urn}:skills eq "go"`, 1],
    [`${urn}:skills eq "rust"`, 0],
    [`${urn}:desk.floor eq 2`, 1],
    [`${urn}:desk pr`, 1],
    [`${urn}:certificates[type eq "other" and issued ge "2026-01-01T00:00:00+00:00"]`, 1],
    [`${urn}:certificates.value eq "cissp"`, 1],
    [`schemas eq "${urn}"`, 1],
    [`not (${urn}:level pr)`, 0],
  ])('are found by the filter %s (RFC 7644 §3.4.2.2)', async (filter, count) => {
    const { scim } = await startWith(...everyType)
    await scim.post('/Users', withAcme(values))
    const reply = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`)
    expect(reply.body).toMatchObject({ totalResults: count })
  })

  it('are changed by PATCH, with the URN, without it, and by value path (RFC 7644 §3.5.2)', async () => {
    const { scim } = await startWith(...everyType)
    const { id } = await scim.post('/Users', withAcme(values))
    const reply = await scim.patch(
      `/Users/${id}`,
      aPatch(
        { op: 'replace', path: `${urn}:level`, value: 4 },
        { op: 'replace', path: 'alias', value: 'May' },
        { op: 'add', path: `${urn}:skills`, value: ['Rust'] },
        { op: 'replace', path: `${urn}:desk.room`, value: 'South' },
        { op: 'replace', path: `${urn}:certificates[type eq "other"].value`, value: 'OSEP' },
        { op: 'remove', path: `${urn}:quota` },
        { op: 'replace', value: { [urn]: { contractor: false }, [`${urn}:badge`]: 'B8' } },
      ),
    )
    expect(reply.status).toBe(200)
    const { quota: _, ...rest } = values
    expect(reply.body[urn]).toEqual({
      ...rest,
      level: 4,
      alias: 'May',
      badge: 'B8',
      contractor: false,
      skills: ['TLS', 'Go', 'Rust'],
      desk: { floor: 2, room: 'South' },
      certificates: [values.certificates[0], { ...values.certificates[1], value: 'OSEP' }],
    })
  })

  it('are cleared by a PUT that leaves them out, and removed with the whole extension by PATCH', async () => {
    const { scim } = await startWith(...everyType)
    const { id } = await scim.post('/Users', withAcme(values))
    expect((await scim.put(`/Users/${id}`, withAcme({ level: 9 }))).body[urn]).toEqual({ level: 9 })
    const reply = await scim.patch(`/Users/${id}`, aPatch({ op: 'remove', path: urn }))
    expect(reply.body).toMatchObject({ schemas: [urns.user] })
    expect(reply.body).not.toHaveProperty([urn])
  })

  it('are shown and left out by name (RFC 7644 §3.9)', async () => {
    const { scim } = await startWith(...everyType)
    const { id } = await scim.post('/Users', withAcme(values))
    const shown = async (query: string) => (await scim.get(`/Users/${id}?${query}`)).body[urn]
    expect(await shown(`attributes=${urn}:level,${urn}:desk.room`)).toEqual({ level: 3, desk: { room: 'North' } })
    expect(await shown(`attributes=${urn}`)).toEqual(values)
    expect(await shown(`excludedAttributes=${urn}`)).toBeUndefined()
    expect(Object.keys((await shown(`excludedAttributes=${urn}:level`)) ?? {})).not.toContain('level')
  })

  it('have at most one primary value (§2.4)', async () => {
    const { scim } = await startWith(...everyType)
    const both = values.certificates.map((one) => ({ ...one, primary: true }))
    const reply = await scim.post('/Users', withAcme({ certificates: both }))
    expect(reply).toMatchObject({ status: 400, body: { detail: expect.stringContaining(`${urn}:certificates`) } })
  })
})

describe('required (§2.2)', () => {
  it('is asked of a resource that has any of the extension, and of no other', async () => {
    const { scim } = await startWith({ name: 'badge', required: true }, { name: 'level', type: 'integer' })
    expect((await scim.post('/Users', aUser())).status).toBe(201)
    const reply = await scim.post('/Users', withAcme({ level: 1 }, { userName: 'b' }))
    expect(reply).toMatchObject({ status: 400, body: { scimType: 'invalidValue', detail: `${urn}:badge is required.` } })
  })

  it('keeps the value from being removed', async () => {
    const { scim } = await startWith({ name: 'badge', required: true }, { name: 'level', type: 'integer' })
    const { id } = await scim.post('/Users', withAcme({ badge: '7', level: 1 }))
    const reply = await scim.patch(`/Users/${id}`, aPatch({ op: 'remove', path: `${urn}:badge` }))
    expect(reply).toMatchObject({ status: 400, body: { scimType: 'mutability' } })
  })

  it('is asked of sub-attributes too', async () => {
    const { scim } = await startWith({
      name: 'desk',
      type: 'complex',
      subAttributes: [{ name: 'floor', required: true }, { name: 'room' }],
    })
    const reply = await scim.post('/Users', withAcme({ desk: { room: 'North' } }))
    expect(reply).toMatchObject({ status: 400, body: { detail: `${urn}:desk.floor is required.` } })
  })
})

describe('mutability (§2.2)', () => {
  it('immutable: may be given once, then neither changed nor removed, and a PUT without it keeps it', async () => {
    const { scim } = await startWith({ name: 'badge', mutability: 'immutable' }, { name: 'level', type: 'integer' })
    const { id } = await scim.post('/Users', withAcme({ level: 1 }))
    const path = `${urn}:badge`
    const patch = (operation: Record<string, unknown>) => scim.patch(`/Users/${id}`, aPatch({ path, ...operation }))
    expect((await patch({ op: 'add', value: '7' })).body[urn]).toEqual({ level: 1, badge: '7' })
    expect((await patch({ op: 'replace', value: '7' })).status).toBe(200)
    for (const refused of [
      await patch({ op: 'replace', value: '8' }),
      await patch({ op: 'remove' }),
      await scim.patch(`/Users/${id}`, aPatch({ op: 'remove', path: urn })),
      await scim.put(`/Users/${id}`, withAcme({ badge: '8' })),
    ]) {
      expect(refused).toMatchObject({ status: 400, body: { scimType: 'mutability', detail: expect.stringContaining(path) } })
    }
    expect((await scim.put(`/Users/${id}`, aUser())).body[urn]).toEqual({ badge: '7' })
    expect((await scim.put(`/Users/${id}`, withAcme({ badge: '7', level: 2 }))).body[urn]).toEqual({ badge: '7', level: 2 })
  })

  it('immutable: holds for sub-attributes of the values that stay', async () => {
    const { scim } = await startWith({
      name: 'certificates',
      type: 'complex',
      multiValued: true,
      subAttributes: [{ name: 'value' }, { name: 'issued', mutability: 'immutable' }],
    })
    const { id } = await scim.post('/Users', withAcme({ certificates: [{ value: 'CISSP', issued: '2025' }] }))
    const patch = (operation: Record<string, unknown>) => scim.patch(`/Users/${id}`, aPatch(operation))
    const selected = `${urn}:certificates[value eq "CISSP"]`
    expect(await patch({ op: 'replace', path: `${selected}.issued`, value: '2026' })).toMatchObject({
      status: 400,
      body: { scimType: 'mutability', detail: expect.stringContaining('certificates.issued') },
    })
    expect((await patch({ op: 'add', path: `${urn}:certificates`, value: [{ value: 'CISSP', issued: '2026' }] })).status).toBe(
      400,
    )
    expect((await patch({ op: 'remove', path: selected })).status).toBe(200)
  })

  it('readOnly: is passed over in POST and PUT, and refused in PATCH', async () => {
    const { scim } = await startWith(
      { name: 'score', type: 'integer', mutability: 'readOnly' },
      { name: 'level', type: 'integer' },
    )
    const created = await scim.post('/Users', withAcme({ score: 9, level: 1 }))
    expect(created.body[urn]).toEqual({ level: 1 })
    expect((await scim.put(`/Users/${created.id}`, withAcme({ score: 9, level: 2 }))).body[urn]).toEqual({ level: 2 })
    const reply = await scim.patch(`/Users/${created.id}`, aPatch({ op: 'replace', path: `${urn}:score`, value: 9 }))
    expect(reply).toMatchObject({ status: 400, body: { scimType: 'mutability', detail: `${urn}:score is read-only.` } })
  })

  it('writeOnly: is taken and never returned, not even when asked for, and stands in no row of the monitor', async () => {
    const { scim, running, exchanges } = await startWith(
      { name: 'pin', mutability: 'writeOnly', required: true },
      { name: 'level' },
    )
    const created = await scim.post('/Users', withAcme({ pin: 'zebra-9134', level: 'a' }))
    expect(created.body[urn]).toEqual({ level: 'a' })
    await scim.patch(`/Users/${created.id}`, aPatch({ op: 'replace', path: `${urn}:pin`, value: 'giraffe-5520' }))
    await scim.patch(`/Users/${created.id}`, aPatch({ op: 'replace', value: { [`${urn}:pin`]: 'ocelot-7781' } }))
    expect((await scim.get(`/Users/${created.id}?attributes=${urn}:pin`)).text).not.toMatch(/pin|ocelot/)
    const kept = JSON.stringify(exchanges().map(({ id }) => running.service.stores.exchanges.get(id)))
    expect(kept).not.toMatch(/zebra|giraffe|ocelot/)
    expect(kept).toContain(`${urn}:pin`)
  })
})

describe('returned (§2.2)', () => {
  it('never: is stored, and neither returned nor to be asked for by a filter', async () => {
    const { scim } = await startWith({ name: 'rate', returned: 'never' }, { name: 'level' })
    const { id, text } = await scim.post('/Users', withAcme({ rate: 'secret-rate', level: 'a' }))
    expect(text).not.toContain('secret-rate')
    expect((await scim.get(`/Users/${id}?attributes=${urn}:rate`)).text).not.toContain('secret-rate')
    expect((await scim.get(`/Users?filter=${encodeURIComponent(`${urn}:rate eq "x"`)}`)).status).toBe(403)
  })

  it('request: only when named; always: also when excluded', async () => {
    const { scim } = await startWith(
      { name: 'notes', returned: 'request' },
      { name: 'badge', returned: 'always' },
      {
        name: 'desk',
        type: 'complex',
        subAttributes: [{ name: 'room' }, { name: 'code', returned: 'request' }, { name: 'lock', returned: 'never' }],
      },
    )
    const { id, body } = await scim.post(
      '/Users',
      withAcme({ notes: 'n', badge: '7', desk: { room: 'N', code: '1', lock: '2' } }),
    )
    const shown = async (query: string) => (await scim.get(`/Users/${id}?${query}`)).body[urn]
    expect(body[urn]).toEqual({ badge: '7', desk: { room: 'N' } })
    expect(await shown(`attributes=${urn}:notes`)).toEqual({ badge: '7', notes: 'n' })
    expect(await shown(`attributes=${urn}:desk.code`)).toEqual({ badge: '7', desk: { code: '1' } })
    expect(await shown(`excludedAttributes=${urn},${urn}:badge`)).toEqual({ badge: '7' })
    expect(await shown('attributes=userName')).toEqual({ badge: '7' })
  })
})

describe('uniqueness (§2.2)', () => {
  const unique = { name: 'badge', uniqueness: 'server' }

  it('answers 409 naming attribute, value, id and whether that learner is archived', async () => {
    const { scim, lastExchange } = await startWith(unique)
    const { id } = await scim.post('/Users', withAcme({ badge: 'Ab7' }, { active: false }))
    const reply = await scim.post('/Users', withAcme({ badge: 'AB7' }, { userName: 'b' }))
    expect(reply).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } })
    for (const part of [`${urn}:badge`, '"AB7"', `"${id}"`, 'archived']) expect(reply.body['detail']).toContain(part)
    expect(lastExchange().title).toMatch(/custom attribute/)
    expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 1 })
  })

  it('holds for PATCH and PUT, lets a resource keep its own value, and frees a value that is given up', async () => {
    const { scim } = await startWith(unique)
    const first = await scim.post('/Users', withAcme({ badge: '1' }))
    const second = await scim.post('/Users', withAcme({ badge: '2' }, { userName: 'b' }))
    const take = (id: string, value: string) => scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: `${urn}:badge`, value }))
    expect((await take(second.id, '1')).status).toBe(409)
    expect((await scim.put(`/Users/${second.id}`, withAcme({ badge: '1' }, { userName: 'b' }))).status).toBe(409)
    expect((await scim.get(`/Users/${second.id}`)).body[urn]).toEqual({ badge: '2' })
    expect((await take(first.id, '1')).status).toBe(200)
    expect((await take(first.id, '3')).status).toBe(200)
    expect((await take(second.id, '1')).status).toBe(200)
    await scim.delete(`/Users/${second.id}`)
    expect((await take(first.id, '1')).status).toBe(200)
  })

  it('tells case apart where caseExact says so, and reaches into multi-valued and complex attributes', async () => {
    const { scim } = await startWith(
      { ...unique, caseExact: true },
      { name: 'cards', multiValued: true, uniqueness: 'server' },
      { name: 'keys', type: 'complex', multiValued: true, subAttributes: [{ name: 'value', uniqueness: 'global' }] },
    )
    await scim.post('/Users', withAcme({ badge: 'a', cards: ['1', '2'], keys: [{ value: 'k' }] }))
    const post = (acme: Record<string, unknown>, userName: string) => scim.post('/Users', withAcme(acme, { userName }))
    expect((await post({ badge: 'A' }, 'b')).status).toBe(201)
    expect((await post({ cards: ['3', '2'] }, 'c')).status).toBe(409)
    expect((await post({ keys: [{ value: 'K' }] }, 'd')).body['detail']).toContain(`${urn}:keys.value`)
    expect((await post({ cards: ['3', '3'] }, 'e')).status).toBe(201)
  })

  it('sees a value that moves from one unique attribute to another', async () => {
    const { scim } = await startWith(unique, { name: 'card', uniqueness: 'server' })
    const { id } = await scim.post('/Users', withAcme({ badge: '1' }))
    expect((await scim.put(`/Users/${id}`, withAcme({ card: '1' }))).status).toBe(200)
    expect((await scim.post('/Users', withAcme({ card: '1' }, { userName: 'b' }))).status).toBe(409)
    expect((await scim.post('/Users', withAcme({ badge: '1' }, { userName: 'c' }))).status).toBe(201)
  })

  it('finds by the unique value', async () => {
    const { scim } = await startWith(unique)
    const { id } = await scim.post('/Users', withAcme({ badge: 'Ab7' }))
    const reply = await scim.get(`/Users?filter=${encodeURIComponent(`${urn}:badge eq "aB7"`)}`)
    expect(reply.body).toMatchObject({ totalResults: 1, Resources: [{ id }] })
  })
})

describe('an extension that is removed', () => {
  it('is hidden with its values, which a PUT leaves alone, and which are there again once it is added again', async () => {
    const { scim, add, remove } = await startWith({ name: 'badge', uniqueness: 'server' })
    const { id } = await scim.post('/Users', withAcme({ badge: '7' }))
    remove()
    const hidden = await scim.get(`/Users/${id}`)
    expect(hidden.body).toMatchObject({ schemas: [urns.user] })
    expect(hidden.text).not.toContain(urn)
    expect((await scim.get(`/Users?filter=${encodeURIComponent(`schemas eq "${urn}"`)}`)).body).toMatchObject({ totalResults: 0 })
    expect((await scim.get(`/Users?filter=${encodeURIComponent(`${urn}:badge eq "7"`)}`)).status).toBe(400)
    await scim.put(`/Users/${id}`, aUser({ title: 'Engineer' }))
    add({ name: 'badge', uniqueness: 'server' })
    expect((await scim.get(`/Users/${id}`)).body).toMatchObject({
      schemas: [urns.user, urn],
      title: 'Engineer',
      [urn]: { badge: '7' },
    })
    expect((await scim.post('/Users', withAcme({ badge: '7' }, { userName: 'b' }))).status).toBe(409)
  })

  it('cannot come back as unique where stored values repeat', async () => {
    const { scim, add, remove } = await startWith({ name: 'badge' })
    await scim.post('/Users', withAcme({ badge: '7' }))
    await scim.post('/Users', withAcme({ badge: '7' }, { userName: 'b' }))
    remove()
    expect(() => add({ name: 'badge', uniqueness: 'server' })).toThrow(/badge "7" is already taken/)
    expect((await scim.get(`/Schemas/${urn}`)).status).toBe(404)
  })
})

describe('an extension that is changed', () => {
  it('takes a new attribute at once', async () => {
    const { scim, change } = await startWith({ name: 'badge' })
    const { id } = await scim.post('/Users', withAcme({ badge: '7', level: 3 }))
    change({ name: 'badge' }, { name: 'level', type: 'integer' })
    expect((await scim.get(`/Users/${id}`)).body[urn]).toEqual({ badge: '7' })
    const reply = await scim.patch(`/Users/${id}`, aPatch({ op: 'add', path: `${urn}:level`, value: 4 }))
    expect(reply.body[urn]).toEqual({ badge: '7', level: 4 })
    expect((await scim.get(`/Schemas/${urn}`)).body).toMatchObject({ attributes: [{ name: 'badge' }, { name: 'level' }] })
  })

  it('hides the values of an attribute that it has no longer, which no write takes away, and which come back with it', async () => {
    const { scim, change, lastExchange } = await startWith({ name: 'badge' }, { name: 'level' })
    const { id } = await scim.post('/Users', withAcme({ badge: '7', level: 'a' }))
    change({ name: 'level' })
    expect((await scim.get(`/Users/${id}`)).body[urn]).toEqual({ level: 'a' })
    expect((await scim.get(`/Users?filter=${encodeURIComponent(`${urn}:badge eq "7"`)}`)).status).toBe(400)
    expect((await scim.put(`/Users/${id}`, withAcme({ level: 'b' }))).body[urn]).toEqual({ level: 'b' })
    const removed = await scim.patch(`/Users/${id}`, aPatch({ op: 'remove', path: urn }))
    expect(removed.body).toMatchObject({ schemas: [urns.user] })
    expect(JSON.stringify(lastExchange())).not.toContain('badge')
    for (const [filter, count] of [
      [`schemas eq "${urn}"`, 0],
      [`schemas eq "${urns.user}"`, 1],
    ])
      expect((await scim.get(`/Users?filter=${encodeURIComponent(String(filter))}`)).body).toMatchObject({ totalResults: count })
    change({ name: 'badge' }, { name: 'level' })
    expect((await scim.get(`/Users/${id}`)).body).toMatchObject({ schemas: [urns.user, urn], [urn]: { badge: '7' } })
  })

  it('asks nothing required of a learner who has only what it has no longer', async () => {
    const { scim, change } = await startWith({ name: 'badge' })
    const { id } = await scim.post('/Users', withAcme({ badge: '7' }))
    change({ name: 'level', required: true })
    expect((await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'active', value: false }))).status).toBe(200)
  })

  it('hides a sub-attribute too, whose value goes with the next write of the whole', async () => {
    const floor = { name: 'floor' }
    const desk = (...subAttributes: readonly Record<string, unknown>[]) => ({ name: 'desk', type: 'complex', subAttributes })
    const { scim, change } = await startWith(desk(floor, { name: 'room' }))
    const { id } = await scim.post('/Users', withAcme({ desk: { floor: '2', room: 'North' } }))
    change(desk(floor))
    expect((await scim.get(`/Users/${id}`)).body[urn]).toEqual({ desk: { floor: '2' } })
    expect((await scim.get(`/Users/${id}?attributes=${urn}:desk`)).body[urn]).toEqual({ desk: { floor: '2' } })
    await scim.put(`/Users/${id}`, withAcme({ desk: { floor: '3' } }))
    change(desk(floor, { name: 'room' }))
    expect((await scim.get(`/Users/${id}`)).body[urn]).toEqual({ desk: { floor: '3' } })
  })

  it('sees to uniqueness from then on, and no longer where it was switched off', async () => {
    const { scim, change } = await startWith({ name: 'badge' })
    await scim.post('/Users', withAcme({ badge: '7' }))
    const again = (userName: string) => scim.post('/Users', withAcme({ badge: '7' }, { userName }))
    change({ name: 'badge', uniqueness: 'server' })
    expect((await again('b')).status).toBe(409)
    change({ name: 'badge' })
    expect((await again('b')).status).toBe(201)
    expect(() => change({ name: 'badge', uniqueness: 'server' })).toThrow(/learner "b".*badge "7" is already taken/)
    expect((await again('c')).status).toBe(201)
  })
})

it("takes Security Journey's attributes as Okta sends them: with the URN unlisted, the champion as text", async () => {
  const { running, scim } = await startService()
  running.service.stores.connections.addExtension(1, securityJourneySchema)
  const { id: sj } = securityJourneySchema
  const reply = await scim.post(
    '/Users',
    aUser({ [sj]: { business_unit: 'Payments', job_role: 'Back-end engineer', security_champion: 'true' } }),
  )
  expect(reply.body).toMatchObject({
    schemas: [urns.user, sj],
    [sj]: { business_unit: 'Payments', job_role: 'Back-end engineer', security_champion: true },
  })
})
