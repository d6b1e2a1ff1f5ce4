import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Memory } from '../memory.ts'
import { groupNames, maya, mayaMarried, type Person, people, type Subject, toFullName, tomas } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import { defaultMode, type EntraMode, entraPaths, optimisedMode } from './entraMode.ts'

// Entra ID adds this to groups and expects it to be accepted.
const groupExtension = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'

// No User-Agent, and spaces in a filter as `+`.
const toHeaders: Profile['toHeaders'] = (token, body) => [
  ['Authorization', `Bearer ${token}`],
  ['ADSCIMVersion', '5.0'],
  ...(body ? [['Content-Type', 'application/scim+json; charset=utf-8'] as const] : []),
]

const toFilter = (attribute: string, value: string) =>
  `filter=${encodeURIComponent(`${attribute} eq "${value}"`).replaceAll('%20', '+').replaceAll('%40', '@')}`

const toUser = (person: Person): JsonObject => ({
  schemas: [urns.user, urns.enterpriseUser],
  externalId: person.mailNickname,
  userName: person.userName,
  active: true,
  displayName: toFullName(person),
  title: person.title,
  preferredLanguage: 'en-GB',
  emails: [{ primary: true, type: 'work', value: person.userName }],
  meta: { resourceType: 'User' },
  name: { formatted: toFullName(person), familyName: person.familyName, givenName: person.givenName },
  roles: [],
  [urns.enterpriseUser]: { employeeNumber: person.employeeNumber, department: person.department },
})

/** The values that a user who was found is brought to. */
const toValues = (person: Person): Record<string, string> => ({
  externalId: person.mailNickname,
  displayName: toFullName(person),
  title: person.title,
  'name.givenName': person.givenName,
  'name.familyName': person.familyName,
  [entraPaths.workEmail]: person.userName,
  [entraPaths.employeeNumber]: person.employeeNumber,
  [entraPaths.department]: person.department,
})

function toProfile(mode: EntraMode): Profile {
  const get = (doing: string, subject: Subject | undefined, toPath: (memory: Memory) => string): Step => ({
    doing,
    ...(subject && { subject }),
    toRequest: (memory) => ({ method: 'GET', path: toPath(memory) }),
  })
  const patch = (doing: string, subject: Subject, toOperations: (memory: Memory) => readonly JsonObject[]): Step => ({
    doing,
    subject,
    toRequest: (memory) => ({
      method: 'PATCH',
      path: mode.toPath(`/${subject === 'group' ? 'Groups' : 'Users'}/${memory.idOf(subject)}`),
      body: { schemas: [urns.patchOp], Operations: toOperations(memory) },
    }),
  })

  const read = (person: Person) =>
    get(`reading ${toFullName(person)}`, person.subject, (memory) => mode.toPath(`/Users/${memory.idOf(person.subject)}`))
  const setActive = (person: Person, active: boolean): Step[] => [
    read(person),
    patch(`${active ? 're-enabling' : 'disabling'} ${toFullName(person)}`, person.subject, () => [mode.toActive(active)]),
  ]
  const provision = (person: Person): Step[] => [
    get(`matching ${toFullName(person)}`, person.subject, () => mode.toPath('/Users', toFilter('userName', person.userName))),
    {
      doing: `creating ${toFullName(person)}`,
      subject: person.subject,
      when: 'notFound',
      toRequest: () => ({ method: 'POST', path: mode.toPath('/Users'), body: toUser(person) }),
    },
    {
      // Brings back one whom an earlier run left disabled, too.
      ...patch(`linking ${toFullName(person)}`, person.subject, () => [mode.toActive(true), ...mode.toReplace(toValues(person))]),
      when: 'found',
    },
  ]
  const matchGroup = (doing: string, displayName: string) =>
    get(doing, 'group', () => mode.toPath('/Groups', `excludedAttributes=members&${toFilter('displayName', displayName)}`))

  return {
    toHeaders,
    learnerSteps: [
      get('testing the connection', undefined, ({ guid }) => mode.toPath('/Users', toFilter('userName', guid))),
      get('testing the connection', undefined, ({ guid }) =>
        mode.toPath('/Groups', `excludedAttributes=members&${toFilter('displayName', guid)}`),
      ),
      ...people.flatMap(provision),
      // A reference is sent in a later pass, when the other side is known.
      patch('setting a manager', 'tomas', (memory) => [mode.toAdd(entraPaths.manager, memory.idOf('maya'))]),
      read(maya),
      patch('updating Maya Lindqvist', 'maya', () => [
        ...mode.toReplace({
          displayName: `Maya ${mayaMarried.familyName}`,
          title: mayaMarried.title,
          'name.familyName': mayaMarried.familyName,
          [entraPaths.workEmail]: mayaMarried.email,
          [entraPaths.department]: 'Security',
        }),
        mode.toAdd(entraPaths.mobile, '+46 70 555 01 00'),
      ]),
      ...setActive(maya, false),
      ...setActive(maya, true),
    ],
    groupSteps: [
      matchGroup('matching the group', groupNames.first),
      { ...matchGroup('matching the group under its later name', groupNames.renamed), when: 'notFound' },
      {
        doing: 'creating the group',
        subject: 'group',
        when: 'notFound',
        toRequest: (memory) => ({
          method: 'POST',
          path: mode.toPath('/Groups'),
          body: {
            schemas: [urns.group, groupExtension],
            externalId: memory.guid,
            displayName: groupNames.first,
            meta: { resourceType: 'Group' },
          },
        }),
      },
      get('reading the group', 'group', (memory) => mode.toPath(`/Groups/${memory.idOf('group')}`, 'excludedAttributes=members')),
      { ...patch('linking the group', 'group', () => mode.toReplace({ displayName: groupNames.first })), when: 'found' },
      patch('adding members to the group', 'group', (memory) => [
        mode.toAdd(
          'members',
          [maya, tomas].map(({ subject }) => ({ $ref: null, value: memory.idOf(subject) })),
        ),
      ]),
      patch('removing a member from the group', 'group', (memory) => [mode.toRemoveMember(memory.idOf('tomas'))]),
      patch('renaming the group', 'group', () => mode.toReplace({ displayName: groupNames.renamed })),
    ],
    closingSteps: setActive(tomas, false),
  }
}

/** Entra ID as it behaves by default. */
export const entra: Profile = toProfile(defaultMode)

/** Entra ID with `?aadOptscim062020` on the Tenant URL. */
export const entraOptimised: Profile = toProfile(optimisedMode)
