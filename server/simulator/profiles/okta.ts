import { urns } from '#contract/scim/urns.ts'
import type { Group } from '../groups.ts'
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
import { put, readUser, toActivation, toGroupPath } from './requests.ts'

const setActive = (person: Person, active: boolean): Step[] => [
  readUser(person),
  putUser(person, toActivation(person, active), { active }),
]

const putGroup = (doing: string, group: Group, members: readonly Person[]): Step =>
  put(doing, group.subject, {
    path: toGroupPath(group),
    body: (memory) => ({
      schemas: [urns.group],
      displayName: group.displayName,
      members: members.map((person) => toOktaMember(person, memory)),
    }),
  })

/** Okta with an application of one's own (App Integration Wizard): every change is a PUT of the whole resource. */
export const okta: Profile = {
  toHeaders: toOktaHeaders,
  test: () => [testConnector],
  // A user who was found is pushed with `active` true, which also brings back one whom an earlier run left archived.
  provision: (person) => [
    lookUp(person),
    create(person),
    { ...readUser(person), when: 'found' },
    { ...putUser(person, `linking ${toFullName(person)}`, { ...toOktaProfile(person), active: true }), when: 'found' },
  ],
  update: (person) => [readUser(person), putUser(person, `updating ${toFullName(person)}`, toChangedProfile(person))],
  deactivate: (person) => setActive(person, false),
  reactivate: (person) => setActive(person, true),
  pushGroup: (group) => [...linkGroup(group), putGroup(`adding members to ${group.displayName}`, group, group.members)],
  changeGroup: (group, leaver) => {
    const members = group.members.filter((person) => person !== leaver)
    const removal = putGroup(`removing a member from ${group.displayName}`, group, members)
    const displayName = group.laterName ?? group.displayName
    return [...(leaver ? [removal] : []), putGroup(`renaming the group ${group.displayName}`, { ...group, displayName }, members)]
  },
}
