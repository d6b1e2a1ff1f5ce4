import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Group } from '../groups.ts'
import type { Memory } from '../memory.ts'
import { type Person, toFullName } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import {
  create,
  linkGroup,
  lookUp,
  putUser,
  testConnector,
  toChangedProfile,
  toOktaHeaders,
  toOktaMember,
  toOktaProfile,
} from './oktaRequests.ts'
import { patch, readUser, toActivation, toGroupPath, toPatch, toUserPath } from './requests.ts'

// In the catalog's template the employee attributes are mapped, so the enterprise extension comes along.
const toMapped = (person: Person): JsonObject => ({
  title: person.title,
  [urns.enterpriseUser]: { employeeNumber: person.employeeNumber, department: person.department },
})

// Without a path: the attribute stands in the value.
const setActive = (person: Person, active: boolean): Step =>
  patch(toActivation(person, active), person.subject, {
    path: toUserPath(person),
    body: toPatch({ op: 'replace', value: { active } }),
  })

const patchGroup = (doing: string, group: Group, toOperation: (memory: Memory) => JsonObject): Step =>
  patch(doing, group.subject, { path: toGroupPath(group), body: (memory) => toPatch(toOperation(memory)) })

const pushName = (doing: string, group: Group, displayName: string): Step =>
  patchGroup(doing, group, (memory) => ({ op: 'replace', value: { id: memory.idOf(group.subject), displayName } }))

/** Okta with an application from its catalog: profiles by PUT, activation and groups by PATCH. */
export const oktaCatalog: Profile = {
  toHeaders: toOktaHeaders,
  test: () => [testConnector],
  provision: (person) => [
    lookUp(person),
    create(person, toMapped(person)),
    { ...setActive(person, true), when: 'foundInactive' },
    { ...readUser(person), when: 'found' },
    { ...putUser(person, `linking ${toFullName(person)}`, { ...toOktaProfile(person), ...toMapped(person) }), when: 'found' },
  ],
  update: (person) => [readUser(person), putUser(person, `updating ${toFullName(person)}`, toChangedProfile(person))],
  deactivate: (person) => [setActive(person, false)],
  reactivate: (person) => [setActive(person, true)],
  pushGroup: (group) => [
    ...linkGroup(group),
    // Okta pushes the name again with each change of the members.
    pushName(`pushing the group ${group.displayName}`, group, group.displayName),
    patchGroup(`adding members to ${group.displayName}`, group, (memory) => ({
      op: 'add',
      path: 'members',
      value: group.members.map((person) => toOktaMember(person, memory)),
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
    pushName(`renaming the group ${group.displayName}`, group, group.laterName ?? group.displayName),
  ],
}
