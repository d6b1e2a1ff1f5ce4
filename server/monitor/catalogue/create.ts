import { findMember } from '../jsonObject.ts'
import type { Observation } from '../observation.ts'
import { type Entry, type Told, toQuotedDetail, youThere } from './entry.ts'

const isUser = ({ target }: Observation) => target.kind === 'users' || target.kind === 'user'
const isUserNameTaken = (observation: Observation) => observation.status === 409 && isUser(observation)
const isInvalidValue = ({ status, scimType, target }: Observation) =>
  status === 400 && scimType === 'invalidValue' && target.kind !== 'search'

/** Only a POST or PUT has to bring all that is required. */
function lacksRequired({ body, reason, method, target }: Observation): boolean {
  if (reason?.kind === 'missing') return true
  if (method !== 'POST' && method !== 'PUT') return false
  const value = findMember(body, target.kind === 'users' || target.kind === 'user' ? 'userName' : 'displayName')
  return value === undefined || value === null || value === ''
}

const filterFirst = ({ place }: Told) => {
  switch (place.key) {
    case 'entra':
      return 'In Entra ID, check that the row for *userName* has *Match objects using this attribute* set to *Yes*, so that the learner is found instead of created again.'
    case 'okta-own':
      return 'In Okta, check that *Unique identifier field for users* is userName, so that the learner is found instead of created again.'
    default:
      return 'Check that the provider matches people by userName, so that the learner is found instead of created again.'
  }
}

/** Creates that were refused. */
export const createEntries: readonly Entry[] = [
  {
    id: 'customValueTaken',
    codes: [],
    detect: (observation) => isUserNameTaken(observation) && observation.reason?.kind === 'customTaken',
    title: 'Another learner has the value of a custom attribute that must be unique',
    happened: (told) => `The extension says that no two learners may have the same value.${toQuotedDetail(told)}`,
    meaning: () => 'Nothing of the request was taken over. The learner who has the value is not touched.',
    who: youThere,
    steps: (told) => [
      told.place.openMappings,
      'Check that the source of this attribute differs from person to person.',
      told.place.sendAgain,
      'If the values may repeat: in Rollcall, open *Settings*, remove the extension under *Custom attributes*, and add it again without uniqueness.',
    ],
  },
  {
    id: 'userNameTakenByArchived',
    codes: ['CRE-02', 'DEA-04'],
    detect: (observation) => isUserNameTaken(observation) && observation.reason?.kind === 'takenByArchived',
    title: 'userName is taken by an archived learner',
    happened: (told) => `An archived learner has this userName already.${toQuotedDetail(told)}`,
    meaning: () =>
      'The learner was not created, and the archived one stays archived. Archived learners keep their userName, so that they can come back with their history.',
    who: youThere,
    steps: (told) => [
      filterFirst(told),
      'If it is the same person: in Rollcall, open *Settings*, go to this connection and let a create restore an archived learner; then have it sent again.',
      told.place.sendAgain,
      'If it is somebody else: give that person another userName.',
    ],
  },
  {
    id: 'userNameTaken',
    codes: ['CRE-02', 'CONN-15'],
    detect: isUserNameTaken,
    title: 'userName is taken by another learner',
    happened: (told) => `Another learner has this userName already; upper and lower case do not count.${toQuotedDetail(told)}`,
    meaning: ({ method }) =>
      method === 'POST'
        ? 'The learner was not created. The one who has the userName is not touched.'
        : 'Nothing of the change was taken over.',
    who: youThere,
    steps: (told) => [filterFirst(told), 'If they are two people, give one of them another userName.', told.place.sendAgain],
  },
  {
    id: 'createdAsArchived',
    codes: ['CRE-05'],
    detect: ({ method, target, after, status, caller }) =>
      caller === 'okta' && method === 'POST' && target.kind === 'users' && status < 300 && after?.['active'] === false,
    title: 'The learner was created as archived',
    happened: () => 'The request said active: false, so the learner is archived from the start.',
    meaning: () => 'Okta expects a created learner to be active, and may try to activate the learner again and again.',
    who: youThere,
    steps: (told) => [told.place.openMappings, 'Take out what sets *active* to false.'],
  },
  {
    id: 'externalIdRepeated',
    codes: [],
    detect: ({ externalIdRepeated, status }) => externalIdRepeated && status < 300,
    title: 'Two have the same externalId',
    happened: () => 'The request worked, and its externalId is one that another learner or group here has too.',
    meaning: () =>
      'SCIM allows it. A provider that looks people up by externalId finds two, and may stop or change the wrong one.',
    who: youThere,
    steps: (told) => [
      told.place.openMappings,
      'Map *externalId* to something that is different for everybody, such as the object id.',
    ],
  },
  {
    id: 'requiredMissing',
    codes: ['CRE-06'],
    detect: (observation) => (isInvalidValue(observation) || observation.scimType === 'mutability') && lacksRequired(observation),
    title: 'A required attribute is missing',
    happened: (told) => `The request left out an attribute that must be there, or sent it empty.${toQuotedDetail(told)}`,
    meaning: ({ method }) => (method === 'POST' ? 'Nothing was created.' : 'Nothing of the change was taken over.'),
    who: youThere,
    steps: (told) => [
      told.place.openMappings,
      'Check that the attribute is mapped, and that its source has a value for this person.',
      told.place.sendAgain,
    ],
  },
]

/** A value that does not suit its attribute; less precise than those of groups and of `active`. */
export const invalidValueEntry: Entry = {
  id: 'valueInvalid',
  codes: ['CRE-06', 'UPD-03'],
  detect: (observation) => isInvalidValue(observation) && observation.method !== 'GET',
  title: 'A value does not suit its attribute',
  happened: (told) => `The request holds a value of the wrong kind.${toQuotedDetail(told)}`,
  meaning: () => 'Nothing of the request was taken over, also not what was right in it.',
  who: youThere,
  steps: (told) => [told.place.openMappings, 'Correct the row of the attribute that the answer names.', told.place.sendAgain],
}
