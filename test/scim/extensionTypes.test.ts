// RFC 7643 §2.2 to §2.4, §7; RFC 7644 §3.4.2, §3.5, §3.9: an attribute of each type, single and multi-valued, in a custom extension
import { describe, expect, it } from 'vitest'
import type { Attribute } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { readSchema } from '../../server/protocol/schemas/readSchema.ts'
import { aPatch, aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

const urn = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'
const path = `${urn}:it`

interface Kind {
  readonly type: Attribute['type']
  readonly low: unknown
  /** Behind `low` in every order. */
  readonly high: unknown
  readonly unsuitable: unknown
  /** What a filter is asked of, and the literal that finds `low` alone. */
  readonly asked?: string
  readonly literal: string
  readonly isOrdered?: boolean
}

const kinds: readonly Kind[] = [
  { type: 'string', low: 'Ada', high: 'Bea', unsuitable: { a: 1 }, literal: '"ADA"', isOrdered: true },
  { type: 'boolean', low: false, high: true, unsuitable: 'perhaps', literal: 'false' },
  { type: 'integer', low: -1, high: 20, unsuitable: 1.5, literal: '-1', isOrdered: true },
  { type: 'decimal', low: 0.5, high: 12, unsuitable: '0.5', literal: '5e-1', isOrdered: true },
  {
    type: 'dateTime',
    low: '2026-03-01T09:00:00+02:00',
    high: '2026-03-01T08:00:00Z',
    unsuitable: 'yesterday',
    literal: '"2026-03-01T07:00:00.000Z"',
    isOrdered: true,
  },
  { type: 'reference', low: 'https://a.example/', high: 'https://b.example/', unsuitable: 7, literal: '"https://a.example/"' },
  { type: 'binary', low: 'QQ==', high: 'Qg==', unsuitable: 'not base64!', literal: '"QQ=="' },
  {
    type: 'complex',
    low: { value: 'A', rank: 1 },
    high: { value: 'B', rank: 2 },
    unsuitable: { rank: 'first' },
    asked: '.rank',
    literal: '1',
    isOrdered: true,
  },
]

const rows = kinds.flatMap((kind) => [
  { ...kind, multiValued: false, label: kind.type },
  { ...kind, multiValued: true, label: `${kind.type}, several values` },
])

/** A service whose users have an attribute `it` of this kind, and beside it `other`. */
async function startWith({ type, multiValued }: (typeof rows)[number], characteristics: Record<string, unknown> = {}) {
  const started = await startService()
  const { subCharacteristics, ...own } = characteristics
  const subAttributes = [
    { name: 'value', ...(subCharacteristics as object) },
    { name: 'rank', type: 'integer' },
  ]
  const it = { name: 'it', type, multiValued, ...(type === 'complex' && { subAttributes }), ...own }
  started.running.service.stores.connections.addExtension(
    1,
    readSchema({ id: urn, name: 'Acme', attributes: [it, { name: 'other' }] }),
  )
  const list = (value: unknown) => (multiValued ? [value] : value)
  const withIt = (acme: Record<string, unknown>, userName = 'a') => aUser({ schemas: [urns.user, urn], userName, [urn]: acme })
  const { scim } = started
  return {
    ...started,
    list,
    withIt,
    create: (value: unknown, userName = 'a') => scim.post('/Users', withIt({ it: list(value), other: 'o' }, userName)),
    patch: (id: string, ...operations: readonly Record<string, unknown>[]) => scim.patch(`/Users/${id}`, aPatch(...operations)),
    /** The extension as a read shows it. */
    shown: async (id: string, query = '') => (await scim.get(`/Users/${id}?${query}`)).body[urn],
  }
}

describe.each(rows)('an attribute of type $label', (row) => {
  const { low, high, unsuitable, asked = '', literal, isOrdered, multiValued, type } = row

  it('is written by POST, PUT and PATCH with and without a path, and cleared', async () => {
    const { scim, list, create, patch, shown, withIt } = await startWith(row)
    const created = await create(low)
    const { id } = created
    expect(created.body[urn]).toEqual({ it: list(low), other: 'o' })
    expect((await scim.put(`/Users/${id}`, withIt({ it: list(high) }))).body[urn]).toEqual({ it: list(high) })
    expect((await patch(id, { op: 'replace', path, value: list(low) })).body[urn]).toEqual({ it: list(low) })
    const added = multiValued ? [low, high] : high
    expect((await patch(id, { op: 'add', path, value: list(high) })).body[urn]).toEqual({ it: added })
    expect((await patch(id, { op: 'replace', value: { [urn]: { it: list(low) } } })).body[urn]).toEqual({ it: list(low) })
    expect((await patch(id, { op: 'replace', value: { [path]: list(high) } })).body[urn]).toEqual({ it: list(high) })
    expect((await patch(id, { op: 'add', path: urn, value: { it: list(high) } })).body[urn]).toEqual({ it: list(high) })
    expect((await patch(id, { op: 'add', path: `${urn}:other`, value: 'o' }, { op: 'remove', path })).body[urn]).toEqual({
      other: 'o',
    })
    expect((await patch(id, { op: 'add', path, value: list(low) })).status).toBe(200)
    expect((await scim.put(`/Users/${id}`, withIt({ other: 'o' }))).body[urn]).toEqual({ other: 'o' })
    expect(await shown(id)).toEqual({ other: 'o' })
  })

  it('refuses what does not suit it, wherever it is written, naming it', async () => {
    const { scim, list, create, patch, withIt } = await startWith(row)
    const { id } = await create(low)
    for (const reply of [
      await create(unsuitable, 'b'),
      await scim.put(`/Users/${id}`, withIt({ it: list(unsuitable) })),
      await patch(id, { op: 'replace', path, value: list(unsuitable) }),
      await patch(id, { op: 'add', value: { [urn]: { it: list(unsuitable) } } }),
    ])
      expect(reply).toMatchObject({ status: 400, body: { scimType: 'invalidValue', detail: expect.stringContaining(path) } })
  })

  it('is filtered and sorted by, shown and left out by name', async () => {
    const { scim, list, create, shown } = await startWith(row)
    await create(high, 'bea')
    const { id } = await create(low, 'ada')
    await scim.post('/Users', aUser({ userName: 'none' }))
    const found = async (query: string) => {
      const { body } = await scim.get(`/Users?attributes=userName&${query}`)
      // Of this form, or the comparison below fails.
      return (body['Resources'] as { userName: string }[] | undefined)?.map(({ userName }) => userName)
    }
    const filter = (text: string) => found(`filter=${encodeURIComponent(text)}`)
    expect(await filter(`${path}${asked} eq ${literal}`)).toEqual(['ada'])
    expect(await filter(`${path}${asked} ne ${literal}`)).toEqual(['bea', 'none'])
    expect(await filter(`${path} pr`)).toEqual(['bea', 'ada'])
    expect(await filter(`not (${path} pr)`)).toEqual(['none'])
    if (isOrdered) {
      expect(await filter(`${path}${asked} gt ${literal}`)).toEqual(['bea'])
      expect(await filter(`${path}${asked} le ${literal}`)).toEqual(['ada'])
    }
    if (asked !== '') expect(await filter(`${path}[rank eq 1 and value eq "a"]`)).toEqual(['ada'])
    const sortBy = encodeURIComponent(`${path}${asked}`)
    expect((await found(`sortBy=${sortBy}`))?.filter((name) => name !== 'none')).toEqual(['ada', 'bea'])
    expect((await found(`sortBy=${sortBy}&sortOrder=descending`))?.filter((name) => name !== 'none')).toEqual(['bea', 'ada'])
    expect(await shown(id, `attributes=${path}`)).toEqual({ it: list(low) })
    expect(await shown(id, `excludedAttributes=${path}`)).toEqual({ other: 'o' })
  })

  it('required: is asked of whoever has any of the extension, and cannot be removed', async () => {
    const { scim, create, patch, withIt } = await startWith(row, { required: true })
    const { id } = await create(low)
    for (const reply of [
      await scim.post('/Users', withIt({ other: 'o' }, 'b')),
      await scim.put(`/Users/${id}`, withIt({ other: 'o' })),
      await patch(id, { op: 'remove', path }),
      await patch(id, { op: 'replace', path, value: null }),
      await patch(id, { op: 'replace', value: { [path]: null } }),
    ])
      expect(reply).toMatchObject({ status: 400, body: { detail: expect.stringContaining('it is required') } })
    if (type === 'complex')
      expect((await patch(id, { op: 'remove', path: `${path}${multiValued ? '[rank eq 1]' : ''}.value` })).status).toBe(200)
  })

  it('immutable: takes a first value and no other; readOnly: takes none', async () => {
    const { scim, list, patch, shown, withIt } = await startWith(row, { mutability: 'immutable' })
    const { id } = await scim.post('/Users', withIt({ other: 'o' }))
    expect((await patch(id, { op: 'add', path, value: list(low) })).status).toBe(200)
    for (const reply of [
      await patch(id, { op: 'replace', path, value: list(high) }),
      await patch(id, { op: 'remove', path }),
      await scim.put(`/Users/${id}`, withIt({ it: list(high) })),
    ])
      expect(reply).toMatchObject({ status: 400, body: { scimType: 'mutability' } })
    expect((await scim.put(`/Users/${id}`, withIt({ other: 'p' }))).body[urn]).toEqual({ it: list(low), other: 'p' })

    const readOnly = await startWith(row, { mutability: 'readOnly' })
    const created = await readOnly.create(low)
    expect(created.body[urn]).toEqual({ other: 'o' })
    expect(await readOnly.patch(created.id, { op: 'add', path, value: list(low) })).toMatchObject({
      status: 400,
      body: { scimType: 'mutability' },
    })
    expect(await shown(id)).toEqual({ it: list(low), other: 'p' })
  })

  it('writeOnly and never: is stored and not returned; request: when named; always: when excluded', async () => {
    const secret = await startWith(row, { mutability: 'writeOnly', required: true })
    const created = await secret.create(low)
    expect(created).toMatchObject({ status: 201, body: { [urn]: { other: 'o' } } })
    expect(created.body[urn]).not.toHaveProperty('it')
    expect(await secret.shown(created.id, `attributes=${path}`)).toBeUndefined()
    // Stored all the same: otherwise this PATCH would lack what is required.
    expect((await secret.patch(created.id, { op: 'remove', path: `${urn}:other` })).status).toBe(200)
    expect((await secret.scim.get(`/Users?filter=${encodeURIComponent(`${path} pr`)}`)).status).toBe(403)

    const asked = await startWith(row, { returned: 'request' })
    const { id, body } = await asked.create(low)
    expect(body[urn]).toEqual({ other: 'o' })
    expect(await asked.shown(id, `attributes=${path}`)).toEqual({ it: asked.list(low) })

    const always = await startWith(row, { returned: 'always' })
    const { id: whole } = await always.create(low)
    expect(await always.shown(whole, `excludedAttributes=${path}`)).toEqual({ it: always.list(low), other: 'o' })
    expect(await always.shown(whole, 'attributes=userName')).toEqual({ it: always.list(low) })
  })

  it('unique: refuses a value that another learner has, by POST, PUT and PATCH', async () => {
    const { scim, list, create, patch, withIt } = await startWith(
      row,
      type === 'complex' ? { subCharacteristics: { uniqueness: 'server' } } : { uniqueness: 'server' },
    )
    expect((await create(low, 'a')).status).toBe(201)
    const { id } = await create(high, 'b')
    for (const reply of [
      await create(low, 'c'),
      await scim.put(`/Users/${id}`, withIt({ it: list(low) }, 'b')),
      await patch(id, { op: 'replace', path, value: list(low) }),
      await patch(id, { op: 'replace', value: { [path]: list(low) } }),
    ])
      expect(reply).toMatchObject({ status: 409, body: { scimType: 'uniqueness', detail: expect.stringContaining(path) } })
    expect((await patch(id, { op: 'replace', path, value: list(high) })).status).toBe(200)
  })
})

describe.each([false, true])('the case of a text counts where caseExact says so (several values: %s)', (multiValued) => {
  it.each([
    ['string', false, 'AbC', 'aBc', true],
    ['string', true, 'AbC', 'aBc', false],
    ['reference', true, 'https://A.example', 'https://a.example', false],
    ['binary', true, 'QUJD', 'qujd', false],
  ])('type %s, caseExact %s', async (type, caseExact, sent, other, isSame) => {
    const { scim, running } = await startService()
    const attribute = { name: 'it', type, multiValued, caseExact, uniqueness: 'server' }
    running.service.stores.connections.addExtension(1, readSchema({ id: urn, name: 'Acme', attributes: [attribute] }))
    const post = (value: string, userName: string) =>
      scim.post('/Users', aUser({ schemas: [urns.user, urn], userName, [urn]: { it: multiValued ? [value] : value } }))
    await post(sent, 'a')
    const reply = await scim.get(`/Users?filter=${encodeURIComponent(`${path} eq "${other}"`)}`)
    expect(reply.body).toMatchObject({ totalResults: isSame ? 1 : 0 })
    expect((await post(other, 'b')).status).toBe(isSame ? 409 : 201)
  })
})

it('canonicalValues are suggestions: discovery shows them, and other values are taken (§7)', async () => {
  const { scim, running } = await startService()
  const attribute = { name: 'site', canonicalValues: ['Berlin', 'Oslo'] }
  running.service.stores.connections.addExtension(1, readSchema({ id: urn, name: 'Acme', attributes: [attribute] }))
  expect((await scim.get(`/Schemas/${urn}`)).body).toMatchObject({ attributes: [attribute] })
  const reply = await scim.post('/Users', aUser({ schemas: [urns.user, urn], [urn]: { site: 'Paris' } }))
  expect(reply).toMatchObject({ status: 201, body: { [urn]: { site: 'Paris' } } })
})
