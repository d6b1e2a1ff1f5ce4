import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Group } from '../groups.ts'
import type { Memory } from '../memory.ts'
import { type Person, toFullName, toName } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import {
  createUser,
  get,
  patch,
  post,
  put,
  readUser,
  toActivation,
  toFilter,
  toGroupPath,
  toMember,
  toPatch,
  toPlainHeaders,
  toUserPath,
} from './requests.ts'

/** What the SCIM JSON Template of *SCIM v2 Enterprise* makes of a person; its row for the manager is taken out. */
const toTemplate = (person: Person, active: boolean): JsonObject => ({
  schemas: [urns.user, urns.enterpriseUser],
  userName: person.userName,
  displayName: toFullName(person),
  name: { ...toName(person), formatted: toFullName(person) },
  emails: [{ value: person.email, type: 'work', primary: true }],
  title: person.title,
  active,
  [urns.enterpriseUser]: { department: person.department },
})

const look = (doing: string, subject: string | undefined, userName: string | ((memory: Memory) => string)): Step =>
  get(doing, subject, {
    path: (memory) => `/Users?${toFilter('userName', typeof userName === 'string' ? userName : userName(memory))}`,
  })

const putUser = (doing: string, person: Person, active: boolean): Step =>
  put(doing, person.subject, { path: toUserPath(person), body: toTemplate(person, active) })

const setActive = (person: Person, active: boolean): Step[] => [
  readUser(person),
  putUser(toActivation(person, active), person, active),
]

const patchMembers = (doing: string, group: Group, toOperation: (memory: Memory) => JsonObject): Step =>
  patch(doing, group.subject, { path: toGroupPath(group), body: (memory) => toPatch(toOperation(memory)) })

/** OneLogin's *SCIM Provisioner with SAML*: the whole template by PUT, members by PATCH. It names itself nowhere that is known. */
export const onelogin: Profile = {
  toHeaders: toPlainHeaders('application/json'),
  keepsGroupNames: true,
  // *API Status › Enable* looks for somebody who does not exist.
  test: () => [look('testing the connection', undefined, ({ guid }) => guid)],
  provision: (person) => [
    look(`looking for ${toFullName(person)}`, person.subject, person.userName),
    createUser(person, '/Users', toTemplate(person, true)),
    { ...putUser(`linking ${toFullName(person)}`, person, true), when: 'found' },
  ],
  update: (person) => [readUser(person), putUser(`updating ${toFullName(person)}`, person, true)],
  deactivate: (person) => setActive(person, false),
  reactivate: (person) => setActive(person, true),
  pushGroup: (group) => [
    {
      ...get(`refreshing the entitlements for ${group.displayName}`, group.subject, { path: '/Groups?startIndex=1&count=100' }),
      isMeant: ({ displayName }) => displayName === group.displayName,
    },
    {
      ...post(`creating the group ${group.displayName}`, group.subject, {
        path: '/Groups',
        body: { schemas: [urns.group], displayName: group.displayName },
      }),
      when: 'notFound',
    },
    patchMembers(`adding members to ${group.displayName}`, group, (memory) => ({
      op: 'add',
      path: 'members',
      value: group.members.map((person) => toMember(person, memory)),
    })),
  ],
  // A group is made from a mapping's value: a new name is another group, so that nothing is renamed.
  changeGroup: (group, leaver) =>
    leaver
      ? [
          patchMembers(`removing a member from ${group.displayName}`, group, (memory) => ({
            op: 'remove',
            path: `members[value eq "${memory.idOf(leaver.subject)}"]`,
          })),
        ]
      : [],
}
