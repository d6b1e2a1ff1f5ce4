import type { Observation } from '../observation.ts'
import { type Entry, toQuotedDetail, youThere } from './entry.ts'

const isGroup = ({ target }: Observation) => target.kind === 'groups' || target.kind === 'group'

/** Groups and their members. */
export const groupEntries: readonly Entry[] = [
  {
    id: 'groupNameTaken',
    codes: ['GRP-03', 'GRP-04'],
    detect: (observation) => observation.status === 409 && isGroup(observation),
    title: 'A group of this name exists already',
    happened: (told) => `Another group here has this name; upper and lower case do not count.${toQuotedDetail(told)}`,
    meaning: () => 'The group was not created or renamed. The one that has the name is not touched.',
    who: youThere,
    steps: ({ place }) =>
      place.name === 'Okta'
        ? [
            'In Okta, open the app and its *Push Groups* tab.',
            'Choose *Link group* instead of *Create group* for this group, then *Push Now*.',
            'If they are two groups, rename one of them.',
          ]
        : [
            'If they are one group, let the provider match groups by their display name.',
            'If they are two groups, rename one of them.',
            place.sendAgain,
          ],
  },
  {
    id: 'memberUnknown',
    codes: ['GRP-08', 'GRP-05'],
    detect: (observation) => isGroup(observation) && observation.reason?.kind === 'unknownMember',
    title: 'A member of the group does not exist here',
    happened: (told) => `The request names a member that does not exist here.${toQuotedDetail(told)}`,
    meaning: () => 'The members of the group stay as they were, also those that were right in the request.',
    who: youThere,
    steps: ({ place }) => [
      'Provision the person first: assign the person to the app.',
      place.sendAgain,
      'If the provider is known to name people whom it has not sent, switch the tolerance for it on, in Rollcall under *Settings*.',
    ],
  },
  {
    id: 'groupUnknown',
    codes: ['UPD-07', 'GRP-07'],
    detect: ({ status, target }) => status === 404 && target.kind === 'group',
    title: 'There is no group with this id',
    happened: () =>
      'The request is about a group by an id that no group has here: it was deleted, or groups are switched off for this connection.',
    meaning: () => 'The request changed nothing. As long as the provider keeps this id, no change of that group arrives.',
    who: youThere,
    steps: ({ place }) =>
      place.name === 'Okta'
        ? ['In Okta, open the *Push Groups* tab, unlink the group and push it again.']
        : place.key === 'entra'
          ? ['In Entra ID, press *Restart provisioning*, so that it matches the groups again.']
          : ['Have the identity provider push the group again.'],
  },
]
