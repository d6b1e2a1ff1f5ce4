import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Group } from '../groups.ts'
import type { Memory } from '../memory.ts'
import { type Person, toFullName, toName } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import { defaultMode, type EntraMode, entraPaths, optimisedMode } from './entraMode.ts'
import { createUser, get, patch, post, toGroupPath, toPatch, toUserPath } from './requests.ts'

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
  emails: [{ primary: true, type: 'work', value: person.email }],
  meta: { resourceType: 'User' },
  name: { formatted: toFullName(person), ...toName(person) },
  roles: [],
  [urns.enterpriseUser]: { employeeNumber: person.employeeNumber, department: person.department },
})

/** The values that a user who was found is brought to; what has no value in the source is left out. */
const toValues = (person: Person): Record<string, string> => ({
  externalId: person.mailNickname,
  displayName: toFullName(person),
  title: person.title,
  'name.givenName': person.givenName,
  ...(person.familyName !== '' && { 'name.familyName': person.familyName }),
  [entraPaths.workEmail]: person.email,
  [entraPaths.employeeNumber]: person.employeeNumber,
  [entraPaths.department]: person.department,
})

const withoutMembers = 'excludedAttributes=members'

function toProfile(mode: EntraMode): Profile {
  const patchUser = (doing: string, person: Person, toOperations: (memory: Memory) => readonly JsonObject[]): Step =>
    patch(doing, person.subject, {
      path: (memory) => mode.toPath(toUserPath(person)(memory)),
      body: (memory) => toPatch(...toOperations(memory)),
    })
  const patchGroup = (doing: string, group: Group, toOperations: (memory: Memory) => readonly JsonObject[]): Step =>
    patch(doing, group.subject, {
      path: (memory) => mode.toPath(toGroupPath(group)(memory)),
      body: (memory) => toPatch(...toOperations(memory)),
    })
  const read = (person: Person): Step =>
    get(`reading ${toFullName(person)}`, person.subject, { path: (memory) => mode.toPath(toUserPath(person)(memory)) })
  const setActive = (person: Person, active: boolean): Step[] => [
    read(person),
    patchUser(`${active ? 're-enabling' : 'disabling'} ${toFullName(person)}`, person, () => [mode.toActive(active)]),
  ]
  const matchGroup = (subject: string, displayName: string): Step =>
    get(`matching the group ${displayName}`, subject, {
      path: mode.toPath('/Groups', `${withoutMembers}&${toFilter('displayName', displayName)}`),
    })
  const rename = (doing: string, group: Group, displayName: string): Step =>
    patchGroup(doing, group, () => mode.toReplace({ displayName }))

  return {
    toHeaders,
    test: () => [
      get('testing the connection', undefined, { path: ({ guid }) => mode.toPath('/Users', toFilter('userName', guid)) }),
      get('testing the connection', undefined, {
        path: ({ guid }) => mode.toPath('/Groups', `${withoutMembers}&${toFilter('displayName', guid)}`),
      }),
    ],
    provision: (person) => [
      get(`matching ${toFullName(person)}`, person.subject, {
        path: mode.toPath('/Users', toFilter('userName', person.userName)),
      }),
      createUser(person, mode.toPath('/Users'), toUser(person)),
      {
        // Brings back one whom an earlier run left disabled, too.
        ...patchUser(`linking ${toFullName(person)}`, person, () => [mode.toActive(true), ...mode.toReplace(toValues(person))]),
        when: 'found',
      },
    ],
    // A reference is sent in a later pass, when the other side is known.
    relate: ([manager, person]) =>
      manager && person
        ? [
            patchUser(`setting the manager of ${toFullName(person)}`, person, (memory) => [
              mode.toAdd(entraPaths.manager, memory.idOf(manager.subject)),
            ]),
          ]
        : [],
    update: (person) => [
      read(person),
      patchUser(`updating ${toFullName(person)}`, person, () => [
        ...mode.toReplace({
          displayName: toFullName(person),
          title: person.title,
          'name.familyName': person.familyName,
          [entraPaths.workEmail]: person.email,
          [entraPaths.department]: person.department,
        }),
        mode.toAdd(entraPaths.mobile, '+46 70 555 01 00'),
      ]),
    ],
    deactivate: (person) => setActive(person, false),
    reactivate: (person) => setActive(person, true),
    pushGroup: (group) => [
      matchGroup(group.subject, group.displayName),
      ...(group.laterName === null ? [] : [{ ...matchGroup(group.subject, group.laterName), when: 'notFound' as const }]),
      {
        ...post(`creating the group ${group.displayName}`, group.subject, {
          path: mode.toPath('/Groups'),
          body: {
            schemas: [urns.group, groupExtension],
            externalId: group.uuid,
            displayName: group.displayName,
            meta: { resourceType: 'Group' },
          },
        }),
        when: 'notFound',
      },
      get(`reading the group ${group.displayName}`, group.subject, {
        path: (memory) => mode.toPath(toGroupPath(group)(memory), withoutMembers),
      }),
      { ...rename(`linking the group ${group.displayName}`, group, group.displayName), when: 'found' },
      patchGroup(`adding members to ${group.displayName}`, group, (memory) => [
        mode.toAdd(
          'members',
          group.members.map(({ subject }) => ({ $ref: null, value: memory.idOf(subject) })),
        ),
      ]),
    ],
    changeGroup: (group, leaver) => [
      ...(leaver
        ? [
            patchGroup(`removing a member from ${group.displayName}`, group, (memory) => [
              mode.toRemoveMember(memory.idOf(leaver.subject)),
            ]),
          ]
        : []),
      rename(`renaming the group ${group.displayName}`, group, group.laterName ?? group.displayName),
    ],
  }
}

/** Entra ID as it behaves by default. */
export const entra: Profile = toProfile(defaultMode)

/** Entra ID with `?aadOptscim062020` on the Tenant URL. */
export const entraOptimised: Profile = toProfile(optimisedMode)
