// RFC 9865, its examples of paging by cursor
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import type { ScimReply } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'
import { startStrict } from '../support/startStrict.ts'

const aCursor = expect.stringMatching(/^[\w.~-]+$/)

/** 23 learners whose userName begins with J, of whom 12 are named Smith, and one who is none of them. */
async function startWithJs(start = startStrict) {
  const service = await start()
  const users = Array.from({ length: 23 }, (_, index) => ({
    schemas: [urns.user],
    userName: `J${index + 1}`,
    ...(index < 12 && { displayName: `Smith ${index + 1}` }),
  }))
  const Operations = [...users, { schemas: [urns.user], userName: 'bjensen' }].map((data, index) => ({
    method: 'POST',
    path: '/Users',
    bulkId: `u${index}`,
    data,
  }))
  await service.scim.post('/Bulk', { schemas: [urns.bulkRequest], Operations })
  return service
}

const namesOf = ({ body }: ScimReply) =>
  Array.isArray(body['Resources']) ? body['Resources'].map(({ userName }) => userName) : []

const cursorOf = ({ body: { nextCursor } }: ScimReply) => `cursor=${typeof nextCursor === 'string' ? nextCursor : ''}`

const listJs = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `J${from + index}`)

describe('§2, walking', () => {
  const query = (filter: string, cursor: string) => `/Users?filter=${encodeURIComponent(filter)}&${cursor}&count=10`

  it('an empty cursor gives the first ten and a nextCursor, which gives the next ten and a way back', async () => {
    const { scim } = await startWithJs()
    const first = await scim.get(query('userName sw "J"', 'cursor'))
    expect(first).toMatchObject({ status: 200, headers: expect.any(Headers) })
    expect(first.body).toEqual({
      schemas: [urns.listResponse],
      totalResults: 23,
      itemsPerPage: 10,
      nextCursor: aCursor,
      Resources: expect.any(Array),
    })
    expect(namesOf(first)).toEqual(listJs(1, 10))

    const second = await scim.get(query('userName sw "J"', cursorOf(first)))
    expect(second.body).toEqual({
      schemas: [urns.listResponse],
      totalResults: 23,
      itemsPerPage: 10,
      previousCursor: aCursor,
      nextCursor: aCursor,
      Resources: expect.any(Array),
    })
    expect(namesOf(second)).toEqual(listJs(11, 20))
  })

  it('the filter as it is printed, without quotation marks, and spelled otherwise on the second page, takes a tolerance', async () => {
    const strict = await startWithJs()
    expect((await strict.scim.get(query('userName sw J', 'cursor'))).body).toMatchObject({ scimType: 'invalidFilter' })
    const lenient = await startWithJs(startService)
    const first = await lenient.scim.get(query('userName sw J', 'cursor'))
    expect(namesOf(first)).toEqual(listJs(1, 10))
    const second = await lenient.scim.get(query('username sw J', cursorOf(first)))
    expect(namesOf(second)).toEqual(listJs(11, 20))
  })
})

it('§2.3, §2.4: a query that names no method is answered by index, as discovery says, where one that has cursors alone would give one', async () => {
  const { scim } = await startWithJs()
  const { body } = await scim.get('/Users')
  expect(body).toMatchObject({ totalResults: 24, startIndex: 1, itemsPerPage: 24 })
  expect(body).not.toHaveProperty('nextCursor')
})

it('§3: a POST to /.search begins with an empty cursor and gives a nextCursor', async () => {
  const { scim } = await startWithJs()
  const search = {
    schemas: [urns.searchRequest],
    attributes: ['displayName', 'userName'],
    filter: 'displayName sw "smith"',
    cursor: '',
    count: 10,
  }
  // The example posts to /User/.search, an endpoint that no resource type has.
  const first = await scim.post('/Users/.search', search)
  expect(first).toMatchObject({
    status: 200,
    body: { schemas: [urns.listResponse], totalResults: 12, itemsPerPage: 10, nextCursor: aCursor },
  })
  const second = await scim.post('/Users/.search', { ...search, cursor: first.body['nextCursor'] })
  expect(namesOf(second)).toEqual(['J11', 'J12'])
  expect(second.body).not.toHaveProperty('nextCursor')
})

it('§4: ServiceProviderConfig tells of both methods, with the limits of a page and of a cursor', async () => {
  const { scim } = await startStrict()
  expect((await scim.get('/ServiceProviderConfig')).body).toMatchObject({
    pagination: {
      cursor: true,
      index: true,
      // The example's service provider prefers cursors; clients that know only the index are not surprised here.
      defaultPaginationMethod: 'index',
      defaultPageSize: 100,
      maxPageSize: expect.any(Number),
      cursorTimeout: 3600,
    },
  })
})
