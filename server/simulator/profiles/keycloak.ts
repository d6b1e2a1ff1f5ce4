import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isObject } from '../../protocol/json.ts'
import type { Group } from '../groups.ts'
import type { Memory } from '../memory.ts'
import { type Person, toFullName, toName } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import { createFirst, get, post, put, toActivation, toGroupPath, toPlainHeaders, toUserPath } from './requests.ts'

/** The e-mail address has neither `type` nor `primary`. */
const toUser = (person: Person, active: boolean): JsonObject => ({
  schemas: [urns.user],
  externalId: person.uuid,
  userName: person.userName,
  displayName: toFullName(person),
  name: toName(person),
  emails: [{ value: person.email }],
  active,
  roles: [],
})

const toGroup = (group: Group, members: readonly Person[], memory: Memory): JsonObject => ({
  schemas: [urns.group],
  externalId: group.uuid,
  displayName: group.displayName,
  members: members.map(({ subject }) => ({ value: memory.idOf(subject), $ref: toLocation(memory.get(subject)) })),
})

const toLocation = ({ meta = null }: JsonObject) => (isObject(meta) ? (meta['location'] ?? '') : '')

const putUser = (doing: string, person: Person, active: boolean): Step =>
  put(doing, person.subject, { path: toUserPath(person), body: toUser(person, active) })

const putGroup = (doing: string, group: Group, members: readonly Person[]): Step =>
  put(doing, group.subject, { path: toGroupPath(group), body: (memory) => toGroup(group, members, memory) })

/** An import during sync, which pairs by name what is there. */
const importAll = (doing: string, subject: string, { path, isMeant }: { path: string; isMeant: Step['isMeant'] }): Step => ({
  ...get(doing, subject, { path }),
  ...(isMeant && { isMeant }),
  when: 'conflict',
})

/**
 * Keycloak with the extension keycloak-scim: PUT for everything, no look-up, no connection test. What an earlier run made answers
 * 409, and an import pairs it up.
 */
export const keycloak: Profile = {
  toHeaders: toPlainHeaders('application/scim+json', 'Apache-HttpClient/4.5.14 (Java/21.0.5)'),
  keepsGroupNames: true,
  test: () => [],
  provision: (person) => [
    createFirst(person, `creating ${toFullName(person)}`, toUser(person, true)),
    importAll(`importing ${toFullName(person)}`, person.subject, {
      path: '/Users?startIndex=1&count=1000',
      isMeant: ({ userName }) => userName === person.userName,
    }),
    { ...putUser(`linking ${toFullName(person)}`, person, true), when: 'found' },
  ],
  update: (person) => [putUser(`updating ${toFullName(person)}`, person, true)],
  deactivate: (person) => [putUser(toActivation(person, false), person, false)],
  reactivate: (person) => [putUser(toActivation(person, true), person, true)],
  pushGroup: (group) => [
    {
      ...post(`creating the group ${group.displayName}`, group.subject, {
        path: '/Groups',
        body: (memory) => toGroup(group, group.members, memory),
      }),
      takesConflict: true,
    },
    importAll(`importing the group ${group.displayName}`, group.subject, {
      path: '/Groups?startIndex=1&count=1000',
      isMeant: ({ displayName }) => displayName === group.displayName,
    }),
    { ...putGroup(`linking the group ${group.displayName}`, group, group.members), when: 'found' },
  ],
  changeGroup: (group, leaver) => {
    const members = group.members.filter((person) => person !== leaver)
    return leaver ? [putGroup(`removing a member from ${group.displayName}`, group, members)] : []
  },
}
