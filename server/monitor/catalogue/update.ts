import type { Observation } from '../observation.ts'
import { type Entry, type Told, toQuotedDetail, toStart, youThere } from './entry.ts'

const isRefusedPatch =
  (scimType: string) =>
  (observation: Observation): boolean =>
    observation.status === 400 && observation.scimType === scimType && observation.method === 'PATCH'

const untouched = () => 'Nothing of the request was taken over, also not what was right in it. The old values stay.'

const correctMapping = (told: Told) => [
  told.place.openMappings,
  'Correct or remove the row of the attribute that the answer names.',
  told.place.sendAgain,
]

const linkAgain = ({ place }: Told) => {
  switch (place.key) {
    case 'okta-own':
    case 'okta-catalog':
    case 'okta':
      return 'In Okta, take the assignment of this person away and assign the person again.'
    case 'entra':
      return 'In Entra ID, press *Restart provisioning*, so that it matches everybody again.'
    default:
      return 'Have the identity provider match or create this person again.'
  }
}

const inProvider = { meaning: untouched, who: youThere, steps: correctMapping }

/** Changes and reads of one resource that failed. */
export const updateEntries: readonly Entry[] = [
  {
    id: 'learnerUnknown',
    topic: 'actions',
    codes: ['UPD-01', 'UPD-07'],
    detect: ({ status, target }) => status === 404 && target.kind === 'user',
    title: 'There is no learner with this id',
    happened: ({ place }) =>
      `${toStart(place)} asked for a learner by an id that nobody has here: the learner was deleted, or belongs to another connection.`,
    meaning: () => 'The request changed nothing. As long as the provider keeps this id, no change of that person arrives.',
    who: youThere,
    steps: (told) => [
      'In Rollcall, look under *Learners* whether the person is there, is deleted, or stands under another id.',
      linkAgain(told),
    ],
  },
  {
    ...inProvider,
    id: 'patchPathUnknown',
    codes: ['UPD-03', 'CRE-07'],
    // A comparison inside a path is a filter, and its failure is called so.
    detect: (observation) => isRefusedPatch('invalidPath')(observation) || isRefusedPatch('invalidFilter')(observation),
    title: 'The change names an attribute that does not exist',
    happened: (told) =>
      `A path in the PATCH cannot be read, or names an attribute that is not offered here.${toQuotedDetail(told)}`,
  },
  {
    ...inProvider,
    id: 'patchNoTarget',
    codes: ['UPD-03'],
    detect: isRefusedPatch('noTarget'),
    title: 'The change selects a value that is not there',
    happened: (told) => `A path in the PATCH selects a value that the resource does not have.${toQuotedDetail(told)}`,
    steps: (told) => [
      'In Rollcall, open the learner and compare the value with what the request selects.',
      'If your provider relies on it, check under *Settings* that the tolerance for it is switched on.',
      ...correctMapping(told),
    ],
  },
  {
    ...inProvider,
    id: 'readOnlyAttribute',
    codes: [],
    detect: ({ status, scimType }) => status === 400 && scimType === 'mutability',
    title: 'The change is one that the attribute does not allow',
    happened: (told) =>
      `The request wants to change an attribute that only the server sets, such as id or meta, or that is set once.${toQuotedDetail(told)}`,
  },
  {
    id: 'versionMismatch',
    codes: [],
    detect: ({ status }) => status === 412,
    title: 'The resource was changed in between',
    happened: () => 'The request was to hold only for a version of the resource that is no longer the current one.',
    meaning: () => 'Nothing was overwritten. A client that works this way reads the resource again and repeats its change.',
    who: () => 'Nobody, unless it happens again and again',
    steps: ({ place }) => [place.sendAgain],
  },
]
