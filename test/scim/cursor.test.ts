// RFC 9865: paging by cursor
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { commonAttributes } from '../../server/protocol/schemas/commonAttributes.ts'
import { enterpriseUserSchema } from '../../server/protocol/schemas/enterpriseUser.ts'
import { groupSchema } from '../../server/protocol/schemas/group.ts'
import { userSchema } from '../../server/protocol/schemas/user.ts'
import { aUser } from '../support/aUser.ts'
import type { ScimClient, ScimReply } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

async function seed(scim: ScimClient, count: number, toAttributes: (index: number) => object = () => ({})): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await scim.post('/Users', { schemas: [urns.user], userName: `u${index}`, ...toAttributes(index) })
  }
}

const namesOf = ({ body }: ScimReply): unknown[] =>
  Array.isArray(body['Resources']) ? body['Resources'].map((user) => user.userName) : []

function cursorOf({ body }: ScimReply, name: 'nextCursor' | 'previousCursor'): string {
  const cursor = body[name]
  return typeof cursor === 'string' ? cursor : ''
}

/** All pages of a walk, following `name` from a first cursor. */
async function walk(scim: ScimClient, query: string, first = ''): Promise<ScimReply[]> {
  const pages: ScimReply[] = []
  let cursor: string | undefined = first
  while (cursor !== undefined && pages.length < 50) {
    const page = await scim.get(`/Users?${query}&cursor=${cursor}`)
    expect(page.status).toBe(200)
    pages.push(page)
    const next = page.body['nextCursor']
    cursor = typeof next === 'string' ? next : undefined
  }
  return pages
}

describe('a walk by cursor', () => {
  it('begins with an empty cursor, follows nextCursor and ends where there is none', async () => {
    const { scim } = await startService()
    await seed(scim, 5)
    const pages = await walk(scim, 'count=2')
    expect(pages.map(namesOf)).toEqual([['u0', 'u1'], ['u2', 'u3'], ['u4']])
    expect(pages.map(({ body }) => [body['totalResults'], body['itemsPerPage'], body['startIndex']])).toEqual([
      [5, 2, undefined],
      [5, 2, undefined],
      [5, 1, undefined],
    ])
  })

  it('takes a cursor parameter without a value as the first page', async () => {
    const { scim } = await startService()
    await seed(scim, 2)
    expect((await scim.get('/Users?cursor&count=1')).body).toMatchObject({ nextCursor: expect.any(String) })
  })

  it('has no nextCursor where the last page is full, and none where one page holds all', async () => {
    const { scim } = await startService()
    await seed(scim, 4)
    expect((await walk(scim, 'count=2')).map(namesOf)).toEqual([
      ['u0', 'u1'],
      ['u2', 'u3'],
    ])
    expect(await walk(scim, 'count=4')).toHaveLength(1)
    expect(await walk(scim, 'filter=userName%20eq%20%22nobody%22')).toMatchObject([{ body: { totalResults: 0, Resources: [] } }])
  })

  it('gives cursors of characters that need no escape in a URL (RFC 3986 §2.3)', async () => {
    const { scim } = await startService()
    await seed(scim, 3, (index) => ({ title: `Ünï & ? = ${index}` }))
    const pages = await walk(scim, 'count=1&sortBy=title')
    expect(cursorOf(pages[0] ?? expect.fail(), 'nextCursor')).toMatch(/^[\w.~-]+$/)
  })

  it('goes back by previousCursor, which the first page does not have', async () => {
    const { scim } = await startService()
    await seed(scim, 5)
    const pages = await walk(scim, 'count=2')
    expect(pages[0]?.body).not.toHaveProperty('previousCursor')
    const second = await scim.get(`/Users?count=2&cursor=${cursorOf(pages[2] ?? expect.fail(), 'previousCursor')}`)
    expect(namesOf(second)).toEqual(['u2', 'u3'])
    const first = await scim.get(`/Users?count=2&cursor=${cursorOf(second, 'previousCursor')}`)
    expect(namesOf(first)).toEqual(['u0', 'u1'])
    expect(first.body).not.toHaveProperty('previousCursor')
    expect(namesOf(await scim.get(`/Users?count=2&cursor=${cursorOf(first, 'nextCursor')}`))).toEqual(['u2', 'u3'])
  })

  it.each([
    ['title', 'ascending'],
    ['title', 'descending'],
    ['userName', 'ascending'],
    ['userName', 'descending'],
    ['active', 'ascending'],
    ['meta.created', 'descending'],
    ['emails.value', 'ascending'],
  ])('sorted by %s %s shows the same as one large page, forth and back', async (sortBy, sortOrder) => {
    const { scim } = await startService()
    const titles = ['b', undefined, 'A', 'b', undefined, 'C', 'a']
    await seed(scim, 7, (index) => ({
      title: titles[index],
      active: index % 3 !== 0,
      emails: index % 2 === 0 ? [{ value: `${9 - index}@example.com` }] : [],
    }))
    const query = `sortBy=${sortBy}&sortOrder=${sortOrder}`
    const whole = namesOf(await scim.get(`/Users?${query}`))
    const pages = await walk(scim, `${query}&count=2`)
    expect(pages.flatMap(namesOf)).toEqual(whole)

    const back: unknown[] = []
    let page: ScimReply | undefined = pages.at(-1)
    while (page?.body['previousCursor'] !== undefined) {
      page = await scim.get(`/Users?${query}&count=2&cursor=${cursorOf(page, 'previousCursor')}`)
      back.unshift(...namesOf(page))
    }
    expect(back).toEqual(whole.slice(0, 6))
  })

  it('misses nobody and repeats nobody when learners are created and deleted meanwhile', async () => {
    const { scim } = await startService()
    const created = [await scim.post('/Users', aUser({ userName: 'k1' })), await scim.post('/Users', aUser({ userName: 'k2' }))]
    await seed(scim, 4)
    const first = await scim.get('/Users?count=2&cursor=')
    for (const { id } of created) await scim.delete(`/Users/${id}`)
    expect(namesOf(await scim.get(`/Users?count=2&cursor=${cursorOf(first, 'nextCursor')}`))).toEqual(['u0', 'u1'])
  })

  it('keeps the filter, and counts what it matches', async () => {
    const { scim } = await startService()
    await seed(scim, 6, (index) => ({ active: index % 2 === 0 }))
    const pages = await walk(scim, `count=2&filter=${encodeURIComponent('active eq true')}`)
    expect(pages.map(namesOf)).toEqual([['u0', 'u2'], ['u4']])
    expect(pages.map(({ body }) => body['totalResults'])).toEqual([3, 3])
  })

  it('answers a count of 0 with the total alone', async () => {
    const { scim } = await startService()
    await seed(scim, 2)
    const { body } = await scim.get('/Users?cursor=&count=0')
    expect(body).toMatchObject({ totalResults: 2, itemsPerPage: 0, Resources: [] })
    expect((await scim.get('/Users?cursor=&count=-5')).body).toMatchObject({ totalResults: 2, itemsPerPage: 0 })
  })

  it('goes through POST .search as well (§3), for one type and for all', async () => {
    const { scim } = await startService()
    await seed(scim, 3)
    await scim.post('/Groups', { schemas: [urns.group], displayName: 'Team' })
    for (const [path, total] of [
      ['/Users/.search', 3],
      ['/.search', 4],
    ] as const) {
      const search = (cursor: string) => scim.post(path, { schemas: [urns.searchRequest], cursor, count: 2 })
      const first = await search('')
      expect(first.body).toMatchObject({ totalResults: total, itemsPerPage: 2 })
      const second = await search(cursorOf(first, 'nextCursor'))
      expect(second.body).toMatchObject({ itemsPerPage: total - 2 })
      expect(second.body).not.toHaveProperty('nextCursor')
    }
  })
})

describe('a cursor that cannot be followed', () => {
  it.each(['nonsense', 'a.b', '....', '%00', 'eyJ9.AAAAAAAAAAAAAAAAAAAAAA', 'x'.repeat(5000)])(
    'is answered 400 invalidCursor: %s',
    async (cursor) => {
      const { scim } = await startService()
      expect(await scim.get(`/Users?cursor=${cursor}`)).toMatchObject({ status: 400, body: { scimType: 'invalidCursor' } })
    },
  )

  it('is one of another filter, order or type, or one that was changed: 400 invalidCursor', async () => {
    const { scim } = await startService()
    await seed(scim, 3)
    const cursor = cursorOf(await scim.get('/Users?cursor=&count=1&sortBy=title'), 'nextCursor')
    for (const path of [
      `/Users?count=1&sortBy=userName&cursor=${cursor}`,
      `/Users?count=1&sortBy=title&sortOrder=descending&cursor=${cursor}`,
      `/Users?count=1&sortBy=title&filter=active%20pr&cursor=${cursor}`,
      `/Groups?count=1&cursor=${cursor}`,
      `/Users?count=1&sortBy=title&cursor=x${cursor.slice(1)}`,
    ]) {
      expect(await scim.get(path)).toMatchObject({ status: 400, body: { scimType: 'invalidCursor' } })
    }
  })

  it('is one that is older than cursorTimeout: 400 expiredCursor', async () => {
    const { scim, running } = await startService()
    await seed(scim, 2)
    const cursor = cursorOf(await scim.get('/Users?cursor=&count=1'), 'nextCursor')
    const { cursorTimeout } = (await scim.get('/ServiceProviderConfig')).body['pagination'] as { cursorTimeout: number }
    const now = Date.now()
    Object.assign(running.service, { now: () => new Date(now + (cursorTimeout + 10) * 1000).toISOString() })
    expect(await scim.get(`/Users?count=1&cursor=${cursor}`)).toMatchObject({ status: 400, body: { scimType: 'expiredCursor' } })
  })

  it('comes with a count that is none, or another than that of the page before: 400 invalidCount', async () => {
    const { scim } = await startService()
    await seed(scim, 3)
    const cursor = cursorOf(await scim.get('/Users?cursor=&count=1'), 'nextCursor')
    expect(await scim.get(`/Users?cursor=${cursor}&count=2`)).toMatchObject({ status: 400, body: { scimType: 'invalidCount' } })
    expect(await scim.get('/Users?cursor=&count=many')).toMatchObject({ status: 400, body: { scimType: 'invalidCount' } })
  })

  it('comes with startIndex: 400, for one of the two has to be chosen', async () => {
    const { scim } = await startService()
    expect(await scim.get('/Users?cursor=&startIndex=1')).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
  })
})

it('pages by index where no method is named (§2.4)', async () => {
  const { scim } = await startService()
  await seed(scim, 2)
  const { body } = await scim.get('/Users?count=1')
  expect(body).toMatchObject({ startIndex: 1, totalResults: 2 })
  expect(body).not.toHaveProperty('nextCursor')
})

/** Every attribute and sub-attribute of users and groups, as `sortBy` names it. */
const everyAttribute = [...commonAttributes, ...userSchema.attributes, ...groupSchema.attributes]
  .flatMap(({ name, subAttributes = [] }) => [name, ...subAttributes.map((part) => `${name}.${part.name}`)])
  .concat(enterpriseUserSchema.attributes.map(({ name }) => `${enterpriseUserSchema.id}:${name}`))

it('walks by every attribute as one large page shows it, over users and groups', async () => {
  const { scim } = await startService()
  await seed(scim, 4, (index) => ({
    title: ['b', 'A', undefined, 'b'][index],
    emails: index === 2 ? [] : [{ value: `${9 - index}@example.com` }],
    [urns.enterpriseUser]: { department: ['x', 'y', 'x', 'w'][index] },
  }))
  const list = (await scim.get('/Users')).body['Resources']
  const [first, , third] = Array.isArray(list) ? list : []
  await scim.post('/Groups', { schemas: [urns.group], displayName: 'Team', members: [{ value: third.id }] })
  await scim.post('/Groups', { schemas: [urns.group], displayName: 'Crew', members: [{ value: first.id }, { value: third.id }] })
  const search = (parameters: object) =>
    scim.post('/.search', { schemas: [urns.searchRequest], attributes: ['id'], ...parameters })
  const idsOf = ({ body }: ScimReply) => (Array.isArray(body['Resources']) ? body['Resources'].map(({ id }) => id) : [])

  let walked = 0
  for (const sortBy of everyAttribute) {
    for (const sortOrder of ['ascending', 'descending']) {
      const whole = await search({ sortBy, sortOrder })
      // What has sub-attributes and no value among them, and the password.
      if (whole.status !== 200) {
        expect(whole).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
        continue
      }
      const found: unknown[] = []
      let cursor: string | undefined = ''
      while (cursor !== undefined) {
        const page: ScimReply = await search({ sortBy, sortOrder, count: 4, cursor })
        found.push(...idsOf(page))
        cursor = cursorOf(page, 'nextCursor') || undefined
      }
      expect([sortBy, found]).toEqual([sortBy, idsOf(whole)])
      walked += 1
    }
  }
  expect(walked).toBeGreaterThan(120)
})
