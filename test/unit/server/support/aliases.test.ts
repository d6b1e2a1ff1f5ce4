import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { toShown } from '../../../../server/monitor/shown.ts'
import type { NewExchange, StoredExchange } from '../../../../server/storage/storedExchange.ts'
import { aliasExchange, meetPersons } from '../../../../server/support/aliases/aliasExchange.ts'
import { createPersons } from '../../../../server/support/aliases/persons.ts'
import { anExchange } from '../../../support/anExchange.ts'

const mayaId = '5b1f7a52-5c0e-4bd1-9a44-0f5f3c2e7d10'
const tomasId = '0a9b0a52-5c0e-4bd1-9a44-0f5f3c2e7d11'

/** The exchanges as an export writes them. */
function aliasAll(...stated: Partial<NewExchange>[]): StoredExchange[] {
  const exchanges = stated.map((one, index) => ({ ...anExchange(one), id: index + 1 }))
  const { meeting, naming } = createPersons()
  for (const exchange of exchanges) meetPersons(exchange, meeting)
  return exchanges.map((exchange) => aliasExchange(exchange, naming))
}

const request = (line: string, body?: unknown): NewExchange['request'] => ({
  line: `${line} HTTP/1.1`,
  headers: [],
  body: body === undefined ? null : JSON.stringify(body),
  sizeBytes: 0,
})
const reply = (status: number, body: unknown) => ({
  status,
  response: { line: `HTTP/1.1 ${status} OK`, headers: [], body: JSON.stringify(body), sizeBytes: 0 },
})
const bodyOf = ({ body }: StoredExchange['request']) => JSON.parse(body ?? 'null')

const maya = {
  schemas: [urns.user],
  externalId: '00u1maya',
  userName: 'maya@acme.test',
  name: { givenName: 'Maya', familyName: 'Lindqvist' },
  displayName: 'Maya Lindqvist',
  emails: [
    { value: 'maya@acme.test', type: 'work', primary: true },
    { value: 'home.maya@acme.test', type: 'home' },
  ],
  phoneNumbers: [{ value: '+46 8 1234', type: 'work' }],
  title: 'Engineer',
  active: true,
}

const lookUp = (filter: string, found: unknown[] = []): Partial<NewExchange> => ({
  method: 'GET',
  target: `/Users?filter=${encodeURIComponent(filter)}`,
  action: 'lookedUp',
  sentence: 'Okta looked for somebody',
  resourceType: 'User',
  resourceId: null,
  resourceName: null,
  request: request(`GET /default/scim/v2/Users?filter=${encodeURIComponent(filter)}`),
  ...reply(200, { schemas: [urns.listResponse], totalResults: found.length, Resources: found }),
})
const create = (user: typeof maya, id: string): Partial<NewExchange> => ({
  resourceId: id,
  resourceName: user.displayName,
  sentence: `Okta created ${user.displayName}`,
  request: request('POST /default/scim/v2/Users', user),
  ...reply(201, { ...user, id }),
})

describe('a person', () => {
  it('has one alias in look-ups before anything joined them, in bodies, in sentences and in groups', () => {
    const [byExternalId, byName, created, group] = aliasAll(
      lookUp('externalId eq "00u1maya"'),
      { ...lookUp('userName eq "Maya@Acme.test"'), sentence: 'Okta looked for Maya@Acme.test and found nobody' },
      create(maya, mayaId),
      {
        method: 'PATCH',
        target: '/Groups/b',
        resourceType: 'Group',
        resourceId: tomasId,
        resourceName: 'Platform',
        sentence: 'Okta added 1 member to Platform',
        request: request('PATCH /default/scim/v2/Groups/b', {
          schemas: [urns.patchOp],
          Operations: [{ op: 'add', path: 'members', value: [{ value: mayaId, display: 'Maya Lindqvist' }] }],
        }),
      },
    )
    expect(decodeURIComponent(byExternalId?.target ?? '')).toBe('/Users?filter=externalId eq "externalId-1"')
    expect(byName?.sentence).toBe('Okta looked for person-1@example.invalid and found nobody')
    expect(created?.sentence).toBe('Okta created Person 1')
    expect(created && bodyOf(created.request)).toEqual({
      ...maya,
      externalId: 'externalId-1',
      userName: 'person-1@example.invalid',
      name: { givenName: 'givenName-1', familyName: 'familyName-1' },
      displayName: 'Person 1',
      emails: [
        { value: 'person-1@example.invalid', type: 'work', primary: true },
        { value: 'person-1.2@example.invalid', type: 'home' },
      ],
      phoneNumbers: [{ value: 'phoneNumbers-1', type: 'work' }],
    })
    expect(created && bodyOf(created.response)).toMatchObject({ id: mayaId, title: 'Engineer', displayName: 'Person 1' })
    expect(group && bodyOf(group.request).Operations[0].value).toEqual([{ value: mayaId, display: 'Person 1' }])
    expect(group?.sentence).toBe('Okta added 1 member to Platform')
  })

  it('keeps the alias over a change of name, which stays visible', () => {
    const [, changed] = aliasAll(create(maya, mayaId), {
      method: 'PATCH',
      target: `/Users/${mayaId}`,
      sentence: 'Okta renamed Maya Lindqvist to Maya Berg',
      resourceName: 'Maya Berg',
      request: request(`PATCH /default/scim/v2/Users/${mayaId}`, {
        Operations: [{ op: 'replace', path: 'emails[value eq "maya@acme.test"].value', value: 'maya.berg@acme.test' }],
      }),
      changes: [{ kind: 'replaced', attribute: 'displayName', before: 'Maya Lindqvist', after: 'Maya Berg' }],
      ...reply(200, { schemas: [urns.user], id: mayaId, displayName: 'Maya Berg' }),
    })
    expect(changed?.sentence).toBe('Okta renamed Person 1 to Person 1.2')
    expect(changed?.changes).toEqual([{ kind: 'replaced', attribute: 'displayName', before: 'Person 1', after: 'Person 1.2' }])
    expect(changed && bodyOf(changed.request).Operations[0]).toMatchObject({
      path: 'emails[value eq "person-1@example.invalid"].value',
      value: 'person-1.3@example.invalid',
    })
  })

  it('is told from another of the same name, who is somebody else', () => {
    const [first, second] = aliasAll(
      create(maya, mayaId),
      create({ ...maya, userName: 'm2@acme.test', externalId: '00u2', emails: [] }, tomasId),
    )
    expect([first?.sentence, second?.sentence]).toEqual(['Okta created Person 1', 'Okta created Person 2'])
  })

  it('is not joined with another by a request that was refused', () => {
    const [, , refused, read] = aliasAll(
      create(maya, mayaId),
      create({ ...maya, userName: 'tomas@acme.test', displayName: 'Tomas Okoye', externalId: 't', emails: [] }, tomasId),
      {
        method: 'PATCH',
        resourceId: tomasId,
        target: `/Users/${tomasId}`,
        request: request(`PATCH /default/scim/v2/Users/${tomasId}`, {
          Operations: [{ op: 'replace', path: 'userName', value: 'maya@acme.test' }],
        }),
        detail: `userName "maya@acme.test" is already taken by the resource with id "${mayaId}", which is not archived.`,
        ...reply(409, { schemas: [urns.error], status: '409', detail: `userName "maya@acme.test" is already taken.` }),
      },
      lookUp('userName eq "tomas@acme.test"'),
    )
    expect(refused && bodyOf(refused.request).Operations[0].value).toBe('person-1@example.invalid')
    expect(refused?.detail).toContain(`userName "person-1@example.invalid" is already taken by the resource with id "${mayaId}"`)
    expect(refused && bodyOf(refused.response).detail).toBe('userName "person-1@example.invalid" is already taken.')
    expect(read?.target).toContain('person-2%40')
  })

  it('with a long name has one alias for it, also where it is told cut', () => {
    const displayName = `Wolfgang Amadeus Freiherr von und zu ${'Hohenstein-'.repeat(4)}Untertannenbach`
    const shown = toShown(displayName)
    const [created, deleted] = aliasAll(
      { ...create({ ...maya, displayName }, mayaId), resourceName: shown, sentence: `Okta created ${shown}` },
      { method: 'DELETE', target: `/Users/${mayaId}`, resourceName: shown, sentence: `Okta deleted ${shown}` },
    )
    expect([created?.sentence, deleted?.sentence]).toEqual(['Okta created Person 1', 'Okta deleted Person 1'])
  })

  it('without a user name is known by an external id or an address', () => {
    const { userName: _, ...nameless } = maya
    const [refused] = aliasAll({
      ...create(maya, mayaId),
      request: request('POST /default/scim/v2/Users', nameless),
      resourceId: null,
      ...reply(400, {}),
    })
    expect(refused && bodyOf(refused.request)).toMatchObject({ externalId: 'externalId-1', displayName: 'Person 1' })
  })

  it('with a short name is replaced as a whole word and nowhere else', () => {
    const [only] = aliasAll({
      ...create({ ...maya, userName: 'al', displayName: 'al', emails: [] }, mayaId),
      sentence: 'A client really created al',
    })
    expect(only?.sentence).toMatch(/^A client really created [Pp]erson.1$/)
  })

  it('is never given an alias that somebody is really called by', () => {
    const [first] = aliasAll(
      create(maya, mayaId),
      create({ ...maya, userName: 'person-1', externalId: 'x', emails: [] }, tomasId),
    )
    expect(first && bodyOf(first.request).userName).toBe('person-2@example.invalid')
  })
})

describe('what stays', () => {
  it('is what belongs to groups', () => {
    const group = {
      schemas: [urns.group],
      displayName: 'Platform',
      externalId: 'g-1',
      members: [{ value: mayaId, type: 'User' }],
    }
    const about = {
      target: '/Groups',
      resourceType: 'Group' as const,
      resourceName: 'Platform',
      sentence: 'Okta created the group Platform',
    }
    const [created, found] = aliasAll(
      { ...about, request: request('POST /default/scim/v2/Groups', group) },
      { ...about, target: '/Groups?filter=displayName+eq+"Platform"', method: 'GET' },
    )
    expect(created && bodyOf(created.request)).toEqual(group)
    expect(created?.sentence).toBe('Okta created the group Platform')
    expect(found?.target).toBe('/Groups?filter=displayName+eq+"Platform"')
  })

  it('is an empty text, a mask, and what no person is told by', () => {
    const user = {
      userName: '',
      displayName: '•••',
      active: 'True',
      roles: [{ value: 'admin' }],
      title: null,
      'urn:x:User:flag': true,
    }
    const [only] = aliasAll({ request: request('POST /default/scim/v2/Users', user) })
    expect(only && bodyOf(only.request)).toEqual(user)
  })
})

describe('what nobody knows', () => {
  it('is hidden or replaced: attributes of extensions, filters that cannot be read, ids that are none, broken bodies', () => {
    const [first, second] = aliasAll(
      {
        target: '/Users/maya?filter=Maya+eq+eq+Lindqvist+or+"Maya&cursor=bWF5YQ.x&sortBy=userName',
        resourceId: 'maya',
        request: request('PUT /default/scim/v2/Users/maya', {
          shoeSize: 4711,
          'urn:acme:2.0:User': { birthday: 'Lindqvist-day', nested: [{ deep: 'Maya' }] },
          emails: { 'maya@acme.test': true },
        }),
        notKept: ['shoeSize', 'emails.maya@acme.test'],
        detail: 'userName must be of type string, which "Lindqvist…" is not.',
      },
      {
        request: { line: 'POST /x HTTP/1.1', headers: [], body: '{"userName": Maya', sizeBytes: 17 },
        sentence: 'A client failed',
      },
    )
    expect(JSON.stringify([first, second])).not.toMatch(/maya@|lindqvist|4711|bWF5YQ/i)
    expect(second?.request.body).toBeNull()
    expect(first?.notKept[0]).toBe('shoeSize')
  })
})

it('takes no longer than a moment for texts that are made to take long', () => {
  const long = 'a'.repeat(300_000)
  const texts = [
    `${long} b@c`,
    '['.repeat(300_000),
    `${long}@`,
    '"'.repeat(300_000),
    `urn:${'a:'.repeat(150_000)}`,
    '@'.repeat(300_000),
  ]
  const startedAt = performance.now()
  aliasAll(
    ...texts.map(
      (text): Partial<NewExchange> => ({
        target: `/Users?filter=${encodeURIComponent(text)}`,
        sentence: 'A client sent something',
        request: request('PATCH /default/scim/v2/Users/x', {
          Operations: [{ op: text, path: text, value: { [text]: text, title: text } }],
        }),
        ...reply(400, { schemas: [urns.error], detail: text }),
      }),
    ),
    {
      request: request('POST /default/scim/v2/Users', { phoneNumbers: Array.from({ length: 50_000 }, (_, index) => `${index}`) }),
    },
  )
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

/** A value that holds a mark, which must not come out. */
const aMark = fc.integer({ min: 0, max: 0xffffff }).map((number) => `qz${number.toString(36)}zq`)
const aPlanted = fc
  .tuple(
    aMark,
    fc.constantFrom('', '@acme.test', ' von Ä"b', "'s %41 \\ x", '+1', '\u202ex', '.x@sub.acme.test'),
    fc.constantFrom('', 'A', 'ö '),
  )
  .map(([mark, end, start]) => `${start}${mark}${end}`)
const aPersonal = fc.constantFrom(
  'userName',
  'displayName',
  'nickName',
  'externalId',
  'profileUrl',
  'shoeSize',
  'USERNAME',
  `${urns.user}:userName`,
  `${urns.enterpriseUser}:employeeNumber`,
)
const aUser = fc.record({
  name: fc.record({ givenName: aPlanted, familyName: aPlanted, formatted: aPlanted }),
  emails: fc.array(fc.record({ value: aPlanted, display: aPlanted, type: fc.constant('work') }), { maxLength: 2 }),
  phoneNumbers: fc.array(aPlanted, { maxLength: 2 }),
  addresses: fc.array(fc.record({ formatted: aPlanted, streetAddress: aPlanted, locality: aPlanted }), { maxLength: 1 }),
  [urns.enterpriseUser]: fc.record({ employeeNumber: aPlanted, manager: fc.record({ value: aPlanted, displayName: aPlanted }) }),
  'urn:acme:2.0:User': fc.record({ nested: fc.record({ secret: aPlanted }) }),
})
const aBody = fc.oneof(
  fc.tuple(aUser, fc.dictionary(aPersonal, aPlanted)).map(([user, more]) => ({ schemas: [urns.user], ...user, ...more })),
  fc.tuple(aPersonal, aPlanted, aPlanted).map(([path, value, other]) => ({
    schemas: [urns.patchOp],
    Operations: [
      { op: 'replace', path, value },
      { op: 'replace', value: { [path]: other, 'emails[type eq "work"].value': value } },
      { op: 'remove', path: `emails[value eq ${JSON.stringify(other)}]` },
    ],
  })),
  fc.array(aUser, { maxLength: 3 }).map((Resources) => ({ schemas: [urns.listResponse], Resources })),
  fc
    .tuple(aPersonal, aPlanted)
    .map(([path, value]) => ({ schemas: [urns.searchRequest], filter: `${path} eq ${JSON.stringify(value)}` })),
  fc.tuple(aUser, aPlanted).map(([data, bulkId]) => ({
    schemas: [urns.bulkRequest],
    Operations: [
      { method: 'POST', path: '/Users', bulkId, data },
      { method: 'DELETE', path: `/Users/bulkId:${bulkId}` },
    ],
  })),
  fc.record({
    schemas: fc.constant([urns.group]),
    displayName: fc.constant('Platform'),
    members: fc.array(fc.record({ value: aPlanted, display: aPlanted })),
  }),
)
const aComparison = fc
  .tuple(aPersonal, fc.constantFrom('eq', 'co', 'sw'), aPlanted)
  .map(([path, op, value]) => ({ text: `${path} ${op} ${JSON.stringify(value)}`, value }))

it('lets no planted value out, whatever message, filter, path or sentence holds it', () => {
  const anArrival = fc.record({
    body: aBody,
    answer: aBody,
    filter: aComparison,
    id: aPlanted,
    status: fc.constantFrom(200, 201, 400, 409),
  })
  fc.assert(
    fc.property(fc.array(anArrival, { minLength: 1, maxLength: 4 }), (arrivals) => {
      const aliased = aliasAll(
        ...arrivals.map(({ body, answer, filter, id, status }): Partial<NewExchange> => {
          const target = `/Users/${encodeURIComponent(id)}?filter=${encodeURIComponent(`(${filter.text}) and not (emails[${filter.text}])`)}`
          return {
            target,
            resourceId: id,
            resourceName: filter.value,
            sentence: `A client looked for ${filter.value} and found nobody`,
            detail: `userName "${filter.value}" is taken, and there is no User with id "${id}".`,
            request: request(`POST /default/scim/v2${target}`, body),
            ...reply(status, answer),
            changes: [
              { kind: 'replaced', attribute: `emails[value eq ${JSON.stringify(id)}].value`, before: id, after: filter.value },
            ],
            notKept: [`emails[value eq ${JSON.stringify(filter.value)}]`],
          }
        }),
      )
      expect(JSON.stringify(aliased)).not.toMatch(/qz[0-9a-z]+zq/i)
    }),
    { numRuns: 300 },
  )
})
