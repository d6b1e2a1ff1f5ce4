import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Group } from '../groups.ts'
import type { Memory } from '../memory.ts'
import { type Person, toFullName, toName } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import { createUser, get, post, put, toFilter, toGroupPath, toUserPath } from './requests.ts'

/** Okta's headers. The catalog's Header Auth sends what its field holds, `Bearer` included, so both ways look alike here. */
export const toOktaHeaders: Profile['toHeaders'] = (token, body) => [
  ['User-Agent', 'Okta SCIM Client 1.0.0'],
  ['Accept', 'application/scim+json'],
  ['Accept-Charset', 'utf-8'],
  ['Accept-Encoding', 'gzip,deflate'],
  ...(body ? [['Content-Type', 'application/scim+json; charset=utf-8'] as const] : []),
  ['Connection', 'Keep-Alive'],
  ['Authorization', `Bearer ${token}`],
]

/** Both buttons, *Test Connector Configuration* and *Test API Credentials*, send this one request. */
export const testConnector: Step = get('testing the connection', undefined, { path: '/Users?startIndex=1&count=2' })

const toLookUp = (resources: string, attribute: string, value: string) =>
  `/${resources}?${toFilter(attribute, value)}&startIndex=1&count=100`

/** Okta looks for the userName before it creates; a hit is linked instead. */
export const lookUp = (person: Person): Step =>
  get(`looking for ${toFullName(person)}`, person.subject, { path: toLookUp('Users', 'userName', person.userName) })

/** The attributes that Okta's profile mappings overwrite on each push. */
export const toOktaProfile = (person: Person): JsonObject => ({
  userName: person.userName,
  name: toName(person),
  emails: [{ primary: true, value: person.email, type: 'work' }],
  displayName: toFullName(person),
  locale: 'en-US',
  externalId: person.oktaId,
})

/** What the changed profile of a person overwrites. */
export const toChangedProfile = (person: Person): JsonObject => ({
  name: toName(person),
  emails: [{ primary: true, value: person.email, type: 'work' }],
  displayName: toFullName(person),
  title: person.title,
})

/** POST of a user that the look-up did not find. The password is a placeholder that Okta always sends. */
export const create = (person: Person, mapped: JsonObject = {}): Step =>
  createUser(person, '/Users', {
    schemas: [urns.user, ...(urns.enterpriseUser in mapped ? [urns.enterpriseUser] : [])],
    ...toOktaProfile(person),
    ...mapped,
    groups: [],
    password: 'Xk29dmQa',
    active: true,
  })

/** Okta sends back the whole object it read, with its own attributes over it. */
export const putUser = (person: Person, doing: string, overwritten: JsonObject): Step =>
  put(doing, person.subject, {
    path: toUserPath(person),
    body: (memory) => ({ ...memory.get(person.subject), ...overwritten }),
  })

/** Looks for a group under both of its names, since an earlier run may have renamed it; creates it when neither is there. */
export const linkGroup = (group: Group): readonly Step[] => {
  const look = (displayName: string) => ({ path: toLookUp('Groups', 'displayName', displayName) })
  const { subject, displayName, laterName } = group
  const later = laterName === null ? [] : [get(`looking for the group ${laterName}`, subject, look(laterName))]
  return [
    get(`looking for the group ${displayName}`, subject, look(displayName)),
    ...later.map((step): Step => ({ ...step, when: 'notFound' })),
    {
      ...post(`creating the group ${displayName}`, subject, {
        path: '/Groups',
        body: { schemas: [urns.group], displayName, members: [] },
      }),
      when: 'notFound',
    },
    get(`reading the group ${displayName}`, subject, { path: toGroupPath(group) }),
  ]
}

/** A member as Okta writes one: the id and, for display, the userName. */
export const toOktaMember = (person: Person, memory: Memory): JsonObject => ({
  value: memory.idOf(person.subject),
  display: person.userName,
})
