import { parseFilter } from '../../protocol/filter/parseFilter.ts'
import type { Observation } from '../observation.ts'
import { type Entry, nobody, type Told, toQuotedDetail, untouched, whoeverSends, youHere, youThere } from './entry.ts'

const toldNothing = () => 'The caller was told nothing about who is here.'

const ofClient = { meaning: untouched, who: whoeverSends }

/** Requests that can be read and not be answered. */
export const requestEntries: readonly Entry[] = [
  {
    ...ofClient,
    id: 'filterUnreadable',
    codes: ['CONN-06', 'CONN-07', 'UPD-13'],
    detect: (observation) => isFilterRefused(observation) && !isReadable(observation.query['filter']),
    title: 'The filter cannot be read',
    happened: (told) => `The filter of the query is not of the form that SCIM has.${toQuotedDetail(told)}`,
    meaning: () => 'The caller was not told who matches: a provider then creates nobody and changes nobody.',
    steps: () => [
      'Write a filter such as userName eq "maya@example.com", with the value in quotation marks.',
      'In a URL, encode quotation marks as %22 and a plus sign as %2B.',
    ],
  },
  {
    id: 'filterAttributeUnknown',
    codes: ['CONN-06'],
    detect: isFilterRefused,
    title: 'The filter asks for an attribute that cannot be searched',
    happened: (told) =>
      `The filter names an attribute that does not exist here, or compares it in a way that it does not allow.${toQuotedDetail(told)}`,
    meaning: ({ place }) =>
      `${place.key === 'other' ? 'The caller' : place.name} cannot find out who is here already, so that nobody is created or changed.`,
    who: youThere,
    steps: (told) => {
      switch (told.place.key) {
        case 'okta-own':
        case 'okta':
          return [
            told.place.openCredentials,
            'Set *Unique identifier field for users* to userName: it becomes the name of the attribute in the filter.',
            told.place.testAndSave,
          ]
        case 'entra':
          return [
            told.place.openMappings,
            'Set *Match objects using this attribute* to *Yes* for userName alone.',
            told.place.testAndSave,
          ]
        default:
          return ['Let the provider match people by userName, externalId or the e-mail address.', told.place.testAndSave]
      }
    },
  },
  {
    ...ofClient,
    id: 'methodNotOffered',
    codes: ['AUTH-03', 'UPD-02'],
    detect: ({ status }) => status === 405,
    title: 'The method is not offered here',
    happened: ({ method, target }) => `${method} does not go with ${target}.`,
    steps: (told) => [
      `Check that the base URL in ${told.place.urlField} is exactly \`${told.scimUrl}\``,
      'Read /ServiceProviderConfig for what is offered.',
    ],
  },
  {
    ...ofClient,
    id: 'notSupported',
    codes: ['UPD-02'],
    detect: ({ status }) => status === 501,
    title: 'The request needs what is not supported',
    happened: ({ method, target }) =>
      `${method} ${target} belongs to a part of SCIM that this endpoint does not have; /ServiceProviderConfig says so.`,
    steps: () => ['Switch that part off in the client, such as asking for /Me.'],
  },
  {
    id: 'bulkPartlyFailed',
    codes: [],
    detect: ({ bulk }) => bulk?.operations.some(({ status }) => status >= 400) ?? false,
    title: 'Operations of a bulk request failed',
    happened: (told) =>
      `The request as a whole was read and answered, and some of its operations were refused.${toQuotedDetail(told)}`,
    meaning: () => 'What was not refused is done. The answer names each refused operation and says why.',
    who: whoeverSends,
    steps: () => [
      'Open the exchange and look in the answer for a status of 400 or more.',
      'Correct those operations and send them again.',
    ],
  },
  {
    ...ofClient,
    id: 'messageInvalid',
    codes: ['UPD-03'],
    detect: ({ status, scimType }) => status === 400 && scimType === 'invalidSyntax',
    title: 'The body is not the message that is needed',
    happened: (told) => `The body is JSON, but not the SCIM message that belongs to this request.${toQuotedDetail(told)}`,
    steps: ({ method }) => [
      method === 'PATCH'
        ? 'A PATCH needs a PatchOp: schemas, and a list Operations with op, path and value.'
        : 'Send the resource itself with its schemas.',
    ],
  },
  {
    ...ofClient,
    id: 'tooManyResults',
    codes: [],
    detect: ({ status, scimType }) => status === 400 && scimType === 'tooMany',
    title: 'The query asks for too much',
    happened: (told) => `The query would return or search more than is done at once.${toQuotedDetail(told)}`,
    meaning: toldNothing,
    steps: () => ['Ask in pages, with startIndex and count.'],
  },
  {
    ...ofClient,
    id: 'sensitiveInUrl',
    codes: [],
    detect: ({ status, scimType }) => status === 403 && scimType === 'sensitive',
    title: 'A secret was about to stand in a URL',
    happened: () => 'The filter asks for something confidential, which must not stand in a URL.',
    meaning: toldNothing,
    steps: () => ['Search by another attribute.'],
  },
  {
    ...ofClient,
    id: 'queryInvalid',
    codes: ['CONN-07', 'IMP-01'],
    detect: isQueryRefused,
    title: 'A parameter of the query cannot be read',
    happened: (told) => `A parameter of the query has a value of the wrong kind.${toQuotedDetail(told)}`,
    meaning: toldNothing,
    steps: () => [
      'startIndex and count are whole numbers; the first result is number 1.',
      'A list is sorted by one attribute, such as name.familyName; sortOrder is ascending or descending.',
    ],
  },
  {
    ...ofClient,
    id: 'cursorRefused',
    codes: [],
    detect: ({ status, scimType }) =>
      status === 400 && ['invalidCursor', 'expiredCursor', 'invalidCount'].includes(scimType ?? ''),
    title: 'The next page cannot be found by its cursor',
    happened: (told) => `The request asks for a page by a cursor that does not fit.${toQuotedDetail(told)}`,
    meaning: () => 'The caller did not get the rest of the list.',
    steps: () => [
      'Begin again with an empty cursor, and send all other parameters unchanged with each page.',
      'Ask for the next page within an hour.',
    ],
  },
  {
    ...ofClient,
    id: 'requestTooLarge',
    codes: [],
    detect: ({ status }) => status === 413,
    title: 'The request does too much at once',
    happened: (told) => `The request holds more than is done at once.${toQuotedDetail(told)}`,
    steps: () => ['Send it in several requests.'],
  },
  {
    id: 'tooManyRequests',
    codes: ['UPD-12'],
    detect: ({ status }) => status === 429,
    title: 'Too many requests at once',
    happened: ({ place }) => `Rollcall told ${place.name} to slow down.`,
    meaning: () => 'Nothing is lost: Okta waits for as long as it was told, Entra ID tries again in its next cycle.',
    who: nobody,
    steps: ({ place }) => [`If it failed for good: ${place.sendAgain}`],
  },
  {
    id: 'serverFailed',
    topic: null,
    codes: ['UPD-11'],
    detect: ({ status }) => status >= 500,
    title: 'Rollcall failed',
    happened: () => 'The request was answered with an error of our own. It is a bug, or the disk is full or cannot be written.',
    meaning: () => 'The request changed nothing. A provider tries again by itself, for a time.',
    who: youHere,
    steps: ({ place }) => [
      'Look at the log of the service, and at the free space of the disk.',
      'Restart Rollcall.',
      place.sendAgain,
    ],
  },
]

/** What is said where nothing more precise is known: honest, and with all that the reply said. */
export const genericEntry: Entry = {
  id: 'unexplained',
  codes: [],
  detect: ({ status }) => status >= 400,
  title: 'The request was refused',
  happened: (told) => `${told.method} ${told.target} was answered with status ${told.status}.${toQuotedDetail(told)}`,
  meaning: untouched,
  who: toWho,
  steps: ({ place }) => ['Open the exchange and compare the request with the answer.', place.sendAgain],
}

function toWho(told: Told): string {
  return told.place.key === 'other' ? whoeverSends() : youThere(told)
}

function isFilterRefused({ status, scimType }: Observation): boolean {
  return status === 400 && scimType === 'invalidFilter'
}

function isQueryRefused({ method, status, scimType, target }: Observation): boolean {
  return (method === 'GET' || target.kind === 'search') && status === 400 && scimType === 'invalidValue'
}

/** With every tolerance: what the reply refused for lack of one cannot be read by the rules either. */
function isReadable(filter: string | undefined): boolean {
  try {
    parseFilter(filter ?? '', { use: () => true })
    return true
  } catch {
    // That it throws is the answer.
    return false
  }
}
