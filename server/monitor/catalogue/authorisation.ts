import type { RefusedCredential } from '#contract/exchange.ts'
import type { Observation } from '../observation.ts'
import { type Entry, type Told, toStart, youThere } from './entry.ts'

const isRefused =
  (why: RefusedCredential) =>
  ({ status, credential }: Observation): boolean =>
    status === 401 && credential.kind === 'refused' && credential.why === why

/** Nothing else about the request was looked at. */
const nothingArrives = ({ place }: Told) =>
  `Nothing that ${place.name} sends is let in until this is put right: no learner is created, changed or archived.`

const pasteAgain = ({ place }: Told) => [place.openCredentials, place.pasteToken, place.testAndSave]

const makeAndPaste = (told: Told) => [
  'In Rollcall, open *Setup*, go to *Credentials*, make a new token and copy it.',
  ...pasteAgain(told),
]

/** Shared by all that the administrator puts right in the provider. */
const inProvider = { meaning: nothingArrives, who: youThere, steps: pasteAgain }

/** Requests that were not let in, and a token that is about to end. */
export const authorisationEntries: readonly Entry[] = [
  {
    ...inProvider,
    id: 'bearerDoubled',
    codes: ['CONN-11', 'CONN-03'],
    detect: isRefused('doubledScheme'),
    title: 'The word Bearer stands twice',
    happened: ({ place }) =>
      `The Authorization header says Bearer Bearer: ${place.name} puts the word in front of the token, and it was pasted as well.`,
    steps: (told) =>
      told.place.key === 'okta-catalog'
        ? [
            told.place.openCredentials,
            'In *API Token*, leave the word Bearer once in the *Header Auth* app; in the *OAuth Bearer Token* app delete it.',
            told.place.testAndSave,
          ]
        : pasteAgain(told),
  },
  {
    ...inProvider,
    id: 'bearerMissing',
    codes: ['CONN-11'],
    detect: isRefused('noScheme'),
    title: 'The word Bearer is missing',
    happened: () => 'The Authorization header does not begin with the word Bearer and a space: the token stands there alone.',
    steps: (told) => {
      if (told.place.key === 'okta-catalog' || told.place.key === 'okta') {
        return [
          told.place.openCredentials,
          'In the *Header Auth* app, write the word Bearer and one space in front of the token in *API Token*.',
          told.place.testAndSave,
        ]
      }
      return chooseBearer(told)
    },
  },
  {
    ...inProvider,
    id: 'schemeNotBearer',
    codes: ['CONN-11'],
    detect: isRefused('wrongScheme'),
    title: 'Another kind of authentication was used',
    happened: () => 'The Authorization header uses another scheme than Bearer, such as Basic.',
    steps: chooseBearer,
  },
  {
    ...inProvider,
    id: 'tokenMissing',
    codes: ['CONN-03', 'CONN-14'],
    detect: isRefused('missing'),
    title: 'No token was sent',
    happened: () => 'The request has no Authorization header.',
    meaning: (told) => `${nothingArrives(told)} Where a person or a scanner opened the address, there is nothing to put right.`,
    steps: chooseBearer,
  },
  {
    ...inProvider,
    id: 'tokenEmpty',
    codes: ['CONN-03'],
    detect: isRefused('empty'),
    title: 'The token is empty',
    happened: ({ place }) =>
      `The Authorization header names no token: ${place.tokenField} is empty or holds the word Bearer alone.`,
  },
  {
    ...inProvider,
    id: 'tokenQuoted',
    codes: ['CONN-03'],
    detect: isRefused('quoted'),
    title: 'The token stands in quotes',
    happened: () => 'Quotation marks were pasted together with the token, and they count as a part of it.',
  },
  {
    ...inProvider,
    id: 'tokenWithSpace',
    codes: ['CONN-03'],
    detect: isRefused('containsSpace'),
    title: 'There is a space in the token',
    happened: () =>
      'A space, a line break or an invisible character stands in the token. This happens when it is copied from a mail or a chat.',
    steps: makeAndPaste,
  },
  {
    ...inProvider,
    id: 'tokenCut',
    codes: ['CONN-03'],
    detect: isRefused('cut'),
    title: 'The token is not whole',
    happened: () =>
      'The token looks like one made here, but its length is not right: a part was left out or something stands behind it.',
    steps: makeAndPaste,
  },
  {
    ...inProvider,
    id: 'tokenRevoked',
    topic: 'stopped',
    codes: ['AUTH-01', 'AUTH-02', 'CONN-03'],
    detect: isRefused('revoked'),
    title: 'An old token is still in use',
    happened: ({ place }) => `The token was replaced or revoked here, and ${place.name} still sends it.`,
    steps: (told) => [...pasteCurrent(told), told.place.sendAgain],
  },
  {
    ...inProvider,
    id: 'tokenExpired',
    topic: 'stopped',
    codes: ['AUTH-02', 'CONN-03'],
    detect: isRefused('expired'),
    title: 'The token has expired',
    happened: ({ place }) => `The time for which this token was to live on is over, and ${place.name} still sends it.`,
    steps: (told) => [...pasteCurrent(told), told.place.sendAgain],
  },
  {
    ...inProvider,
    id: 'tokenOfOtherConnection',
    codes: ['CONN-03'],
    detect: isRefused('otherConnection'),
    title: 'The token belongs to another connection',
    happened: () => 'The token is known here, but it was made for another connection than the one in the URL.',
    steps: (told) => [
      `Compare the URL in ${told.place.urlField} with \`${told.scimUrl}\``,
      'If the URL is right, copy the token of this connection; if it is wrong, copy the URL of the other one.',
      ...pasteAgain(told),
    ],
  },
  {
    ...inProvider,
    id: 'tokenUnknown',
    codes: ['CONN-01', 'CONN-03', 'CONN-11'],
    detect: isRefused('unknown'),
    title: 'The token is not known here',
    happened: ({ place }) =>
      `The token was never made here, or was mistyped.${place.key === 'entra' ? ' Where *Secret Token* is left empty, Entra ID sends a token of its own.' : ''}`,
    steps: makeAndPaste,
  },
  {
    id: 'tokenEnding',
    codes: ['AUTH-01', 'AUTH-02'],
    detect: ({ credential, status }) => credential.kind === 'accepted' && credential.ending && status < 400,
    title: 'The old token is still in use, for now',
    happened: ({ place }) =>
      `The request was let in with the old token, which lives on for a time after the new one was made. ${toStart(place)} does not use the new one yet.`,
    meaning: ({ place }) => `Everything works now. When the old token ends, nothing that ${place.name} sends is let in.`,
    who: youThere,
    steps: pasteCurrent,
  },
]

/** The new token was shown once; who has lost it makes another. */
function pasteCurrent(told: Told): string[] {
  return [...pasteAgain(told), 'If the new token was not stored, make another one in Rollcall under *Setup*, *Credentials*.']
}

function chooseBearer(told: Told): string[] {
  return [told.place.openCredentials, told.place.chooseMethod, told.place.pasteToken, told.place.testAndSave]
}

/** A refusal that no entry above knows, so that nothing stays without an answer. */
export const refusedEntry: Entry = {
  id: 'refused',
  codes: ['CONN-03'],
  detect: ({ status }) => status === 401,
  title: 'The request was not let in',
  happened: () => 'The request did not carry a token that is accepted here.',
  meaning: nothingArrives,
  who: youThere,
  steps: makeAndPaste,
}
