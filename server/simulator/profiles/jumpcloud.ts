import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Group } from '../groups.ts'
import type { Memory } from '../memory.ts'
import { type Person, toFullName, toName, toStranger } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import {
  createUser,
  get,
  patch,
  post,
  put,
  readUser,
  remove,
  toActivation,
  toFilter,
  toGroupPath,
  toMember,
  toPatch,
  toPlainHeaders,
  toUserPath,
} from './requests.ts'

/** Custom applications have neither extension schemas nor mappings of their own. */
const toUser = (person: Person, active: boolean): JsonObject => ({
  schemas: [urns.user],
  userName: person.userName,
  name: toName(person),
  displayName: toFullName(person),
  emails: [{ value: person.email, type: 'work', primary: true }],
  active,
})

/** Whom *Test User Email* names. */
const tester = toStranger(['Scim', 'Test'], 0)
const testGroup: Group = { subject: 'test group', displayName: 'JumpCloud SCIM test', laterName: null, uuid: '', members: [] }

const look = (doing: string, person: Person): Step =>
  get(doing, person.subject, { path: `/Users?${toFilter('userName', person.userName)}` })
const putUser = (doing: string, person: Person, active: boolean): Step =>
  put(doing, person.subject, { path: toUserPath(person), body: toUser(person, active) })
const createGroup = (doing: string, { subject, displayName }: Group): Step =>
  post(doing, subject, { path: '/Groups', body: { schemas: [urns.group], displayName } })
const patchGroup = (doing: string, group: Group, toOperation: (memory: Memory) => JsonObject): Step =>
  patch(doing, group.subject, { path: toGroupPath(group), body: (memory) => toPatch(toOperation(memory)) })
const lookForGroup = (subject: string, displayName: string): Step =>
  get(`looking for the group ${displayName}`, subject, { path: `/Groups?${toFilter('displayName', displayName)}` })

/**
 * JumpCloud's custom application: its connection test writes. Of PUT and PATCH for users, and of how a member is removed, the one
 * that is likelier.
 */
export const jumpcloud: Profile = {
  toHeaders: toPlainHeaders('application/scim+json'),
  test: ({ hasGroups }) => [
    look('testing the connection: looking for the test user', tester),
    {
      ...post('testing the connection: creating the test user', tester.subject, { path: '/Users', body: toUser(tester, true) }),
      when: 'notFound',
    },
    ...(hasGroups
      ? [
          createGroup('testing the connection: creating a test group', testGroup),
          remove('testing the connection: removing the test group', testGroup.subject, { path: toGroupPath(testGroup) }),
        ]
      : []),
    remove('testing the connection: removing the test user', tester.subject, { path: toUserPath(tester) }),
  ],
  provision: (person) => [
    look(`looking for ${toFullName(person)}`, person),
    createUser(person, '/Users', toUser(person, true)),
    { ...putUser(`linking ${toFullName(person)}`, person, true), when: 'found' },
  ],
  update: (person) => [readUser(person), putUser(`updating ${toFullName(person)}`, person, true)],
  deactivate: (person) => [putUser(toActivation(person, false), person, false)],
  reactivate: (person) => [putUser(toActivation(person, true), person, true)],
  // A group of the same name is taken over.
  pushGroup: (group) => [
    lookForGroup(group.subject, group.displayName),
    ...(group.laterName === null ? [] : [{ ...lookForGroup(group.subject, group.laterName), when: 'notFound' as const }]),
    { ...createGroup(`creating the group ${group.displayName}`, group), when: 'notFound' },
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
            path: 'members',
            value: [toMember(leaver, memory)],
          })),
        ]
      : []),
    patchGroup(`renaming the group ${group.displayName}`, group, () => ({
      op: 'replace',
      value: { displayName: group.laterName ?? group.displayName },
    })),
  ],
}
