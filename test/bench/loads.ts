import type { LoadRequest } from './load.ts'

/** What one server is asked in each load; ids are those that its creates returned. */
export interface Loads {
  readonly create: (index: number) => LoadRequest
  readonly lookUp: (index: number) => LoadRequest
  readonly page: (index: number) => LoadRequest
  readonly read: (index: number) => LoadRequest
  readonly patch: (index: number) => LoadRequest
}

/** In the order in which they are run. */
export const loadNames = ['create', 'lookUp', 'page', 'read', 'patch'] as const satisfies readonly (keyof Loads)[]

const toName = (index: number) => `learner${index}@example.com`

/** One learner, as Okta creates one. */
const toUser = (index: number) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: toName(index),
  name: { givenName: 'Learner', familyName: `Number ${index}` },
  emails: [{ primary: true, value: toName(index), type: 'work' }],
  externalId: `00u${index}`,
  active: true,
})

const toPatch = (index: number) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', path: 'title', value: `Title ${index}` }],
})

/** Steps through a range so that neighbouring requests are about learners far apart. */
const spread = (index: number, size: number) => (index * 7_919) % size

/** The loads of a SCIM server that holds `size` learners. */
export const scimLoads = (size: number, ids: readonly string[]): Loads => ({
  create: (index) => ({ method: 'POST', path: '/Users', body: toUser(size + index) }),
  lookUp: (index) => ({
    method: 'GET',
    path: `/Users?filter=userName%20eq%20%22${encodeURIComponent(toName(spread(index, size)))}%22`,
  }),
  page: (index) => ({ method: 'GET', path: `/Users?startIndex=${1 + spread(index, Math.max(1, size - 100))}&count=100` }),
  read: (index) => ({ method: 'GET', path: `/Users/${ids[spread(index, ids.length)] ?? ''}` }),
  patch: (index) => ({ method: 'PATCH', path: `/Users/${ids[spread(index, ids.length)] ?? ''}`, body: toPatch(index) }),
})

/** The same of the floor. */
export const floorLoads = (size: number, ids: readonly string[]): Loads => ({
  create: (index) => ({ method: 'POST', path: '/', body: toUser(size + index) }),
  lookUp: (index) => ({ method: 'GET', path: `/?name=${encodeURIComponent(toName(spread(index, size)))}` }),
  page: (index) => ({ method: 'GET', path: `/?from=${spread(index, Math.max(1, size - 100))}` }),
  read: (index) => ({ method: 'GET', path: `/${ids[spread(index, ids.length)] ?? ''}` }),
  patch: (index) => ({ method: 'PATCH', path: `/${ids[spread(index, ids.length)] ?? ''}`, body: toUser(index) }),
})
