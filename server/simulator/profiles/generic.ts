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
  readUser,
  toActivation,
  toFilter,
  toGroupPath,
  toMember,
  toPatch,
  toPlainHeaders,
  toUserPath,
} from './requests.ts'

const toUser = (person: Person): JsonObject => ({
  schemas: [urns.user, urns.enterpriseUser],
  externalId: person.uuid,
  userName: person.userName,
  name: { formatted: toFullName(person), ...toName(person) },
  displayName: toFullName(person),
  title: person.title,
  emails: [{ value: person.email, type: 'work', primary: true }],
  active: true,
  [urns.enterpriseUser]: { employeeNumber: person.employeeNumber, department: person.department },
})

const toReplacements = (person: Person): readonly JsonObject[] => [
  { op: 'replace', path: 'displayName', value: toFullName(person) },
  { op: 'replace', path: 'title', value: person.title },
  { op: 'replace', path: 'name', value: { formatted: toFullName(person), ...toName(person) } },
  { op: 'replace', path: 'emails', value: [{ value: person.email, type: 'work', primary: true }] },
  { op: 'replace', path: `${urns.enterpriseUser}:department`, value: person.department },
]

const patchUser = (doing: string, person: Person, operations: readonly JsonObject[]): Step =>
  patch(doing, person.subject, { path: toUserPath(person), body: toPatch(...operations) })

const setActive = (person: Person, active: boolean): Step =>
  patchUser(toActivation(person, active), person, [{ op: 'replace', path: 'active', value: active }])

const patchGroup = (doing: string, group: Group, toOperation: (memory: Memory) => JsonObject): Step =>
  patch(doing, group.subject, { path: toGroupPath(group), body: (memory) => toPatch(toOperation(memory)) })

const lookForGroup = (subject: string, displayName: string): Step =>
  get(`looking for the group ${displayName}`, subject, { path: `/Groups?${toFilter('displayName', displayName)}` })

/** A client that keeps to RFC 7643 and RFC 7644 to the letter, and begins with discovery. */
export const generic: Profile = {
  toHeaders: toPlainHeaders('application/scim+json', 'generic-rfc7644'),
  test: () =>
    ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas', '/Users?startIndex=1&count=1'].map((path) =>
      get('testing the connection', undefined, { path }),
    ),
  provision: (person) => [
    get(`looking for ${toFullName(person)}`, person.subject, { path: `/Users?${toFilter('userName', person.userName)}` }),
    createUser(person, '/Users', toUser(person)),
    {
      ...patchUser(`linking ${toFullName(person)}`, person, [
        { op: 'replace', path: 'active', value: true },
        ...toReplacements(person),
      ]),
      when: 'found',
    },
  ],
  relate: ([manager, person]) =>
    manager && person
      ? [
          patch(`setting the manager of ${toFullName(person)}`, person.subject, {
            path: toUserPath(person),
            body: (memory) => toPatch({ op: 'add', path: `${urns.enterpriseUser}:manager`, value: toMember(manager, memory) }),
          }),
        ]
      : [],
  update: (person) => [readUser(person), patchUser(`updating ${toFullName(person)}`, person, toReplacements(person))],
  deactivate: (person) => [setActive(person, false)],
  reactivate: (person) => [setActive(person, true)],
  pushGroup: (group) => [
    lookForGroup(group.subject, group.displayName),
    ...(group.laterName === null ? [] : [{ ...lookForGroup(group.subject, group.laterName), when: 'notFound' as const }]),
    {
      ...post(`creating the group ${group.displayName}`, group.subject, {
        path: '/Groups',
        body: { schemas: [urns.group], externalId: group.uuid, displayName: group.displayName },
      }),
      when: 'notFound',
    },
    patchGroup(`adding members to ${group.displayName}`, group, (memory) => ({
      op: 'add',
      path: 'members',
      value: group.members.map((person) => toMember(person, memory)),
    })),
  ],
  changeGroup: (group, leaver) => [
    ...(leaver
      ? [
          patchGroup(`removing a member from ${group.displayName}`, group, (memory) => ({
            op: 'remove',
            path: `members[value eq "${memory.idOf(leaver.subject)}"]`,
          })),
        ]
      : []),
    patchGroup(`renaming the group ${group.displayName}`, group, () => ({
      op: 'replace',
      path: 'displayName',
      value: group.laterName ?? group.displayName,
    })),
  ],
}
