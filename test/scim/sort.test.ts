// RFC 7644 §3.4.2.3: sorting
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aUser } from '../support/aUser.ts'
import type { ScimClient } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

type Attributes = Record<string, unknown>

/** Creates learners named a, b, c and so on, with these attributes, and nothing else that could be sorted by. */
async function seed(scim: ScimClient, learners: readonly Attributes[]): Promise<void> {
  for (const [index, attributes] of learners.entries()) {
    const userName = String.fromCharCode('a'.charCodeAt(0) + index)
    const reply = await scim.post('/Users', { schemas: [urns.user], userName, ...attributes })
    expect(reply.status).toBe(201)
  }
}

/** The userNames of a list in its order, as one text. */
async function orderOf(scim: ScimClient, query: string): Promise<string> {
  const reply = await scim.get(`/Users?${query}`)
  expect(reply).toMatchObject({ status: 200 })
  const list = reply.body['Resources']
  return (Array.isArray(list) ? list : []).map((one) => one.userName).join('')
}

describe('sortBy', () => {
  const enterprise = (attributes: Attributes) => ({ [urns.enterpriseUser]: attributes })
  const cases: [string, string, Attributes[], string][] = [
    ['an attribute', 'title', [{ title: 'Tour guide' }, { title: 'Bus driver' }, { title: 'Cook' }], 'bca'],
    ['an attribute whatever the case of its name', 'TITLE', [{ title: 'z' }, { title: 'y' }], 'ba'],
    ['an attribute with the URN of the core schema in front', `${urns.user}:title`, [{ title: 'z' }, { title: 'y' }], 'ba'],
    [
      'a sub-attribute',
      'name.familyName',
      [{ name: { familyName: 'Young' } }, { name: { familyName: 'Abel' } }, { name: { familyName: 'Moss' } }],
      'bca',
    ],
    [
      'an attribute of an extension',
      `${urns.enterpriseUser}:department`,
      [enterprise({ department: 'Sales' }), enterprise({ department: 'Finance' })],
      'ba',
    ],
    [
      'a sub-attribute of an extension',
      `${urns.enterpriseUser}:manager.value`,
      [enterprise({ manager: { value: 'm2' } }), enterprise({ manager: { value: 'm1' } })],
      'ba',
    ],
    ['a boolean, false first', 'active', [{ active: true }, { active: false }, { active: true }], 'bac'],
    ['a time', 'meta.created', [{}, {}, {}], 'abc'],
    [
      'the primary value of a multi-valued attribute',
      'emails',
      [
        { emails: [{ value: 'a@example.com' }, { value: 'z@example.com', primary: true }] },
        { emails: [{ value: 'y@example.com' }, { value: 'b@example.com', primary: true }] },
      ],
      'ba',
    ],
    [
      'the first value of a multi-valued attribute where none is primary',
      'emails.value',
      [{ emails: [{ value: 'n@example.com' }, { value: 'a@example.com' }] }, { emails: [{ value: 'm@example.com' }] }],
      'ba',
    ],
    [
      'another sub-attribute of the primary value',
      'phoneNumbers.type',
      [
        {
          phoneNumbers: [
            { value: '1', type: 'home' },
            { value: '2', type: 'work', primary: true },
          ],
        },
        { phoneNumbers: [{ value: '3', type: 'mobile' }] },
      ],
      'ba',
    ],
    ['a text without regard to case', 'title', [{ title: 'beta' }, { title: 'Alpha' }, { title: 'GAMMA' }], 'bac'],
    ['a text of any script without regard to case', 'title', [{ title: 'Ärzte' }, { title: 'äpfel' }], 'ba'],
    ['a case-exact text with regard to case', 'externalId', [{ externalId: 'a' }, { externalId: 'B' }], 'ba'],
  ]

  it.each(cases)('orders by %s', async (_name, sortBy, learners, expected) => {
    const { scim } = await startService()
    await seed(scim, learners)
    expect(await orderOf(scim, `sortBy=${encodeURIComponent(sortBy)}`)).toBe(expected)
  })

  it('is by default ascending, and descending when sortOrder says so', async () => {
    const { scim } = await startService()
    await seed(scim, [{ title: 'b' }, { title: 'c' }, { title: 'a' }])
    expect(await orderOf(scim, 'sortBy=title')).toBe('cab')
    expect(await orderOf(scim, 'sortBy=title&sortOrder=ascending')).toBe('cab')
    expect(await orderOf(scim, 'sortBy=title&sortOrder=descending')).toBe('bac')
  })

  it('puts those without a value last when ascending and first when descending', async () => {
    const { scim } = await startService()
    await seed(scim, [{}, { title: 'b' }, {}, { title: 'a' }])
    expect(await orderOf(scim, 'sortBy=title')).toBe('dbac')
    expect(await orderOf(scim, 'sortBy=title&sortOrder=descending')).toBe('acbd')
  })

  it('keeps the order of creation among equals, in both directions', async () => {
    const { scim } = await startService()
    await seed(scim, [{ title: 'x' }, { title: 'w' }, { title: 'X' }, { title: 'x' }])
    expect(await orderOf(scim, 'sortBy=title')).toBe('bacd')
    expect(await orderOf(scim, 'sortBy=title&sortOrder=descending')).toBe('acdb')
  })

  it('goes with a filter and with pages', async () => {
    const { scim } = await startService()
    await seed(scim, [{ title: 'c' }, { title: 'a' }, { title: 'd', active: false }, { title: 'b' }])
    const query = `filter=${encodeURIComponent('active eq true')}&sortBy=title`
    expect(await orderOf(scim, query)).toBe('bda')
    expect((await scim.get(`/Users?${query}&startIndex=2&count=1`)).body).toMatchObject({
      totalResults: 3,
      startIndex: 2,
      itemsPerPage: 1,
      Resources: [{ userName: 'd' }],
    })
  })

  it('sorts by userName as well, and groups by displayName and by their first member', async () => {
    const { scim } = await startService()
    const [one, two] = [
      await scim.post('/Users', aUser({ userName: 'Zoe' })),
      await scim.post('/Users', aUser({ userName: 'adam' })),
    ]
    await scim.post('/Groups', aGroup({ displayName: 'beta', members: [{ value: two.id }] }))
    await scim.post('/Groups', aGroup({ displayName: 'Alpha', members: [{ value: one.id }] }))
    await scim.post('/Groups', aGroup({ displayName: 'gamma' }))
    expect(await orderOf(scim, 'sortBy=userName')).toBe('adamZoe')
    const groupsBy = async (sortBy: string) => {
      const { body } = await scim.get(`/Groups?sortBy=${sortBy}&attributes=displayName`)
      return Array.isArray(body['Resources']) ? body['Resources'].map((group) => group.displayName) : []
    }
    expect(await groupsBy('displayName')).toEqual(['Alpha', 'beta', 'gamma'])
    expect(await groupsBy('members.display')).toEqual(['beta', 'Alpha', 'gamma'])
    const byId = [one.id, two.id].sort().map((id) => (id === one.id ? 'Alpha' : 'beta'))
    expect(await groupsBy('members')).toEqual([...byId, 'gamma'])
    expect(await groupsBy('members.$ref')).toEqual([...byId, 'gamma'])
  })

  it.each([
    'id',
    'meta.lastModified',
    'meta.location',
    'meta.version',
    'meta.resourceType',
    'schemas',
    'groups.display',
    'addresses.locality',
    'photos',
    'x509Certificates',
  ])('takes %s too', async (sortBy) => {
    const { scim } = await startService()
    await seed(scim, [{}, {}])
    expect(await orderOf(scim, `sortBy=${sortBy}&sortOrder=descending`)).toHaveLength(2)
  })
})

it.each([
  ['sortBy=shoeSize', 'shoeSize'],
  ['sortBy=name', 'name'],
  ['sortBy=password', 'password'],
  ["sortBy=title'; DROP TABLE resource--", 'sortBy'],
  ['sortBy=title&sortOrder=sideways', 'sideways'],
])('answers 400 invalidValue to %s and names what is at fault', async (query, named) => {
  const { scim } = await startService()
  expect(await scim.get(`/Users?${encodeURI(query)}`)).toMatchObject({
    status: 400,
    body: { scimType: 'invalidValue', detail: expect.stringContaining(named) },
  })
})
