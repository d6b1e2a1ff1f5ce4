import type { Json } from '#contract/scim/resource.ts'
import { isObject } from '../../protocol/json.ts'
import { findMember, findText, listOperations } from '../jsonObject.ts'
import type { Observation } from '../observation.ts'
import { type Entry, youThere } from './entry.ts'

/** A create, a replace or a patch of a learner that was taken. */
const isTaken = ({ method, status, target }: Observation) =>
  status >= 200 &&
  status < 300 &&
  ((method === 'POST' && target.kind === 'users') || (method !== 'GET' && target.kind === 'user'))

const isEmptyAddress = (one: Json) =>
  isObject(one) && findMember(one, 'value') !== undefined && findText(one, 'value') === undefined

/** SCIM requires neither, so the request succeeds; the training platform cannot do without. */
const accepted = 'The learner is taken over all the same: SCIM requires a userName alone.'

/** Learners who arrive without what the platform needs of everybody. */
export const surnameMissing: Entry = {
  id: 'surnameMissing',
  codes: ['CRE-06'],
  detect: (observation) => {
    const name = findMember(observation.body, 'name')
    return isTaken(observation) && findText(name, 'givenName') !== undefined && findText(name, 'familyName') === undefined
  },
  title: 'A learner arrives without a surname',
  happened: () => 'The request has a first name and no name.familyName.',
  meaning: () => `${accepted} Lists show the first name alone.`,
  who: youThere,
  steps: (told) => [
    'In the directory, check that the person has a last name.',
    told.place.openMappings,
    'Check that *name.familyName* is mapped to the last name.',
    told.place.sendAgain,
  ],
}

/** @see surnameMissing */
export const emailEmpty: Entry = {
  id: 'emailEmpty',
  codes: ['CRE-06'],
  detect: (observation) => {
    if (!isTaken(observation)) return false
    const emails = findMember(observation.body, 'emails')
    if (Array.isArray(emails)) return emails.some(isEmptyAddress)
    return listOperations(observation.body).some(
      (operation) =>
        /^emails\b.*\.value$/i.test(findText(operation, 'path') ?? '') &&
        findText(operation, 'op')?.toLowerCase() !== 'remove' &&
        findMember(operation, 'value') === '',
    )
  },
  title: 'A learner arrives with an empty e-mail address',
  happened: () => 'The request has an e-mail address with nothing in it.',
  meaning: () => `${accepted} No mail reaches the learner.`,
  who: youThere,
  steps: (told) => [
    'In the directory, check that the person has an e-mail address.',
    told.place.openMappings,
    'Check that the e-mail address is mapped to a source which everybody has.',
    told.place.sendAgain,
  ],
}
