import { urns } from '#contract/scim/urns.ts'
import { groupNames, maya, type Person, people, toFullName, tomas } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import {
  create,
  linkGroup,
  lookUp,
  mayasNewProfile,
  putUser,
  read,
  testConnector,
  toOktaHeaders,
  toOktaMember,
  toOktaProfile,
} from './oktaRequests.ts'

// A user who was found is pushed with `active` true, which also brings back one whom an earlier run left archived.
const assign = (person: Person): Step[] => [
  lookUp(person),
  create(person),
  { ...read(person), when: 'found' },
  { ...putUser(person, `linking ${toFullName(person)}`, { ...toOktaProfile(person), active: true }), when: 'found' },
]

const setActive = (person: Person, active: boolean): Step[] => [
  read(person),
  putUser(person, `${active ? 'reactivating' : 'deactivating'} ${toFullName(person)}`, { active }),
]

const putGroup = (doing: string, displayName: string, members: readonly Person[]): Step => ({
  doing,
  subject: 'group',
  toRequest: (memory) => ({
    method: 'PUT',
    path: `/Groups/${memory.idOf('group')}`,
    body: {
      schemas: [urns.group],
      displayName,
      members: members.map((person) => toOktaMember(person, memory)),
    },
  }),
})

/** Okta with an application of one's own (App Integration Wizard): every change is a PUT of the whole resource. */
export const okta: Profile = {
  toHeaders: toOktaHeaders,
  learnerSteps: [
    testConnector,
    ...people.flatMap(assign),
    read(maya),
    putUser(maya, 'updating Maya Lindqvist', mayasNewProfile),
    ...setActive(maya, false),
    ...setActive(maya, true),
  ],
  groupSteps: [
    ...linkGroup,
    putGroup('adding members to the group', groupNames.first, [maya, tomas]),
    putGroup('removing a member from the group', groupNames.first, [maya]),
    putGroup('renaming the group', groupNames.renamed, [maya]),
  ],
  closingSteps: setActive(tomas, false),
}
