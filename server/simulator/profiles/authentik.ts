import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Group } from '../groups.ts'
import type { Memory } from '../memory.ts'
import { type Person, toFullName, toName } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import {
  createFirst,
  get,
  patch,
  post,
  put,
  remove,
  toActivation,
  toFilter,
  toGroupPath,
  toMember,
  toPatch,
  toPlainHeaders,
  toUserPath,
} from './requests.ts'

/** What *authentik default SCIM Mapping: User* makes of a person, in a version that sends `displayName` and `active`. */
const toUser = (person: Person): JsonObject => ({
  schemas: [urns.user],
  userName: person.userName,
  name: { formatted: toFullName(person), ...toName(person) },
  displayName: toFullName(person),
  photos: [{ value: `https://auth.example.com/avatars/${person.mailNickname}.png` }],
  locale: 'en',
  active: true,
  emails: [{ value: person.email, type: 'other', primary: true }],
  externalId: person.uidHash,
})

const toGroup = (group: Group, displayName: string): JsonObject => ({
  schemas: [urns.group],
  externalId: group.uuid,
  displayName,
})

const create = (doing: string, person: Person): Step => createFirst(person, doing, toUser(person))

const putUser = (doing: string, person: Person): Step =>
  put(doing, person.subject, { path: toUserPath(person), body: toUser(person) })

const patchGroup = (doing: string, group: Group, toOperations: (memory: Memory) => readonly JsonObject[]): Step =>
  patch(doing, group.subject, { path: toGroupPath(group), body: (memory) => toPatch(...toOperations(memory)) })

const deleteUser = (person: Person): Step => remove(toActivation(person, false), person.subject, { path: toUserPath(person) })

/** authentik's SCIM provider: it creates without a look-up and links what answers 409; whoever leaves is deleted. */
export const authentik: Profile = {
  toHeaders: toPlainHeaders('application/scim+json', 'authentik@2026.8.1'),
  keepsGroupNames: true,
  test: () => [get('reading what the endpoint can do', undefined, { path: '/ServiceProviderConfig' })],
  provision: (person) => [
    create(`creating ${toFullName(person)}`, person),
    {
      ...get(`looking for ${toFullName(person)}`, person.subject, { path: `/Users?${toFilter('userName', person.userName)}` }),
      when: 'conflict',
    },
    { ...putUser(`linking ${toFullName(person)}`, person), when: 'found' },
  ],
  update: (person) => [putUser(`updating ${toFullName(person)}`, person)],
  deactivate: (person) => [deleteUser(person)],
  // Whoever comes back is somebody new.
  reactivate: (person) => [create(toActivation(person, true), person)],
  pushGroup: (group) => {
    const lookFor = (displayName: string): Step =>
      get(`looking for the group ${displayName}`, group.subject, { path: `/Groups?${toFilter('displayName', displayName)}` })
    return [
      {
        ...post(`creating the group ${group.displayName}`, group.subject, {
          path: '/Groups',
          body: toGroup(group, group.displayName),
        }),
        takesConflict: true,
      },
      { ...lookFor(group.displayName), when: 'conflict' },
      patchGroup(`adding members to ${group.displayName}`, group, (memory) =>
        group.members.map((person) => ({ op: 'add', path: 'members', value: [toMember(person, memory)] })),
      ),
    ]
  },
  changeGroup: (group, leaver) => [
    ...(leaver
      ? [
          patchGroup(`removing a member from ${group.displayName}`, group, (memory) => [
            { op: 'remove', path: 'members', value: [toMember(leaver, memory)] },
          ]),
        ]
      : []),
    patchGroup(`updating the group ${group.displayName}`, group, (memory) => [
      { op: 'replace', value: { ...toGroup(group, group.displayName), id: memory.idOf(group.subject) } },
    ]),
  ],
}
