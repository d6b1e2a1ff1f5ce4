import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Memory } from '../memory.ts'
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

// In the catalog's template the employee attributes are mapped, so the enterprise extension comes along.
const toMapped = (person: Person): JsonObject => ({
  title: person.title,
  [urns.enterpriseUser]: { employeeNumber: person.employeeNumber, department: person.department },
})

// Without a path: the attribute stands in the value.
const setActive = (person: Person, active: boolean): Step => ({
  doing: `${active ? 'reactivating' : 'deactivating'} ${toFullName(person)}`,
  subject: person.subject,
  toRequest: (memory) => ({
    method: 'PATCH',
    path: `/Users/${memory.idOf(person.subject)}`,
    body: { schemas: [urns.patchOp], Operations: [{ op: 'replace', value: { active } }] },
  }),
})

const assign = (person: Person): Step[] => [
  lookUp(person),
  create(person, toMapped(person)),
  { ...setActive(person, true), when: 'foundInactive' },
  { ...read(person), when: 'found' },
  { ...putUser(person, `linking ${toFullName(person)}`, { ...toOktaProfile(person), ...toMapped(person) }), when: 'found' },
]

const patchGroup = (doing: string, toOperations: (memory: Memory) => readonly JsonObject[]): Step => ({
  doing,
  subject: 'group',
  toRequest: (memory) => ({
    method: 'PATCH',
    path: `/Groups/${memory.idOf('group')}`,
    body: { schemas: [urns.patchOp], Operations: toOperations(memory) },
  }),
})

const pushName = (doing: string, displayName: string): Step =>
  patchGroup(doing, (memory) => [{ op: 'replace', value: { id: memory.idOf('group'), displayName } }])

/** Okta with an application from its catalog: profiles by PUT, activation and groups by PATCH. */
export const oktaCatalog: Profile = {
  toHeaders: toOktaHeaders,
  learnerSteps: [
    testConnector,
    ...people.flatMap(assign),
    read(maya),
    putUser(maya, 'updating Maya Lindqvist', mayasNewProfile),
    setActive(maya, false),
    setActive(maya, true),
  ],
  groupSteps: [
    ...linkGroup,
    // Okta pushes the name again with each change of the members.
    pushName('pushing the group', groupNames.first),
    patchGroup('adding members to the group', (memory) => [
      {
        op: 'add',
        path: 'members',
        value: [maya, tomas].map((person) => toOktaMember(person, memory)),
      },
    ]),
    patchGroup('removing a member from the group', (memory) => [
      { op: 'remove', path: `members[value eq "${memory.idOf('tomas')}"]` },
    ]),
    pushName('renaming the group', groupNames.renamed),
  ],
  closingSteps: [setActive(tomas, false)],
}
