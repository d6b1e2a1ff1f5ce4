import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Memory } from '../memory.ts'
import { groupNames, mayaMarried, type Person, toFullName } from '../people.ts'
import type { Profile, Step } from '../profile.ts'

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
export const testConnector: Step = {
  doing: 'testing the connection',
  toRequest: () => ({ method: 'GET', path: '/Users?startIndex=1&count=2' }),
}

const toLookUp = (resources: string, attribute: string, value: string) =>
  `/${resources}?filter=${encodeURIComponent(`${attribute} eq "${value}"`)}&startIndex=1&count=100`

/** Okta looks for the userName before it creates; a hit is linked instead. */
export const lookUp = (person: Person): Step => ({
  doing: `looking for ${toFullName(person)}`,
  subject: person.subject,
  toRequest: () => ({ method: 'GET', path: toLookUp('Users', 'userName', person.userName) }),
})

/** Okta reads a user before it writes it. */
export const read = (person: Person): Step => ({
  doing: `reading ${toFullName(person)}`,
  subject: person.subject,
  toRequest: (memory) => ({ method: 'GET', path: `/Users/${memory.idOf(person.subject)}` }),
})

/** The attributes that Okta's profile mappings overwrite on each push. */
export const toOktaProfile = (person: Person): JsonObject => ({
  userName: person.userName,
  name: { givenName: person.givenName, familyName: person.familyName },
  emails: [{ primary: true, value: person.userName, type: 'work' }],
  displayName: toFullName(person),
  locale: 'en-US',
  externalId: person.oktaId,
})

/** What Maya's changed profile overwrites. */
export const mayasNewProfile: JsonObject = {
  name: { givenName: 'Maya', familyName: mayaMarried.familyName },
  emails: [{ primary: true, value: mayaMarried.email, type: 'work' }],
  displayName: `Maya ${mayaMarried.familyName}`,
  title: mayaMarried.title,
}

/** POST of a user that the look-up did not find. The password is a placeholder that Okta always sends. */
export const create = (person: Person, mapped: JsonObject = {}): Step => ({
  doing: `creating ${toFullName(person)}`,
  subject: person.subject,
  when: 'notFound',
  toRequest: () => ({
    method: 'POST',
    path: '/Users',
    body: {
      schemas: [urns.user, ...(urns.enterpriseUser in mapped ? [urns.enterpriseUser] : [])],
      ...toOktaProfile(person),
      ...mapped,
      groups: [],
      password: 'Xk29dmQa',
      active: true,
    },
  }),
})

/** Okta sends back the whole object it read, with its own attributes over it. */
export const putUser = (person: Person, doing: string, overwritten: JsonObject): Step => ({
  doing,
  subject: person.subject,
  toRequest: (memory) => ({
    method: 'PUT',
    path: `/Users/${memory.idOf(person.subject)}`,
    body: { ...memory.get(person.subject), ...overwritten },
  }),
})

/** Looks for the group under both of its names, since an earlier run has renamed it; creates it when neither is there. */
export const linkGroup: readonly Step[] = [
  {
    doing: 'looking for the group',
    subject: 'group',
    toRequest: () => ({ method: 'GET', path: toLookUp('Groups', 'displayName', groupNames.first) }),
  },
  {
    doing: 'looking for the group under its later name',
    subject: 'group',
    when: 'notFound',
    toRequest: () => ({ method: 'GET', path: toLookUp('Groups', 'displayName', groupNames.renamed) }),
  },
  {
    doing: 'creating the group',
    subject: 'group',
    when: 'notFound',
    toRequest: () => ({
      method: 'POST',
      path: '/Groups',
      body: { schemas: [urns.group], displayName: groupNames.first, members: [] },
    }),
  },
  {
    doing: 'reading the group',
    subject: 'group',
    toRequest: (memory) => ({ method: 'GET', path: `/Groups/${memory.idOf('group')}` }),
  },
]

/** A member as Okta writes one: the id and, for display, the userName. */
export const toOktaMember = (person: Person, memory: Memory): JsonObject => ({
  value: memory.idOf(person.subject),
  display: person.userName,
})
