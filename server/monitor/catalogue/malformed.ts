import type { Malformed } from '../arrival.ts'
import type { Observation } from '../observation.ts'
import { type Entry, nobody, toQuotedDetail, untouched, whoeverSends, youThere } from './entry.ts'

const is =
  (malformed: Malformed) =>
  (observation: Observation): boolean =>
    observation.malformed === malformed

/** Providers do not send such things: it was a script, a proxy in between, or a hand-made template. */
const ofClient = { meaning: untouched, who: whoeverSends }

/** Requests that cannot be read as one. */
export const malformedEntries: readonly Entry[] = [
  {
    id: 'tlsOnPlainPort',
    codes: ['CONN-02', 'CONN-21'],
    detect: is('tls'),
    title: 'https arrived where http is spoken',
    happened: () => 'The caller began an encrypted connection on the port of plain HTTP. No request was sent.',
    meaning: () => 'Nothing arrives this way: providers report a TLS or certificate error.',
    who: youThere,
    steps: ({ scimUrl }) => [
      'A provider in the cloud needs a tunnel or proxy that ends TLS and passes plain HTTP on to this port: give the provider its public https address.',
      `On this computer or in your own network, use http: \`${scimUrl}\``,
      'Set the public address in Rollcall, so that the URL to copy is the right one.',
    ],
  },
  {
    ...ofClient,
    id: 'notHttp',
    topic: null,
    codes: ['CONN-21'],
    detect: is('notHttp'),
    title: 'What arrived is not a request',
    happened: (told) => `What arrived cannot be read as HTTP, or asks for something other than SCIM.${toQuotedDetail(told)}`,
    meaning: () => 'Provisioning is not touched, unless a proxy in between does this to every request.',
    steps: () => ['If it happens again and again, look at the proxy or tunnel in front of Rollcall.'],
  },
  {
    ...ofClient,
    id: 'urlUnreadable',
    codes: ['UPD-13', 'CONN-07'],
    detect: is('badUrl'),
    title: 'The URL cannot be decoded',
    happened: () => 'A percent sign in the path is not followed by two digits of a character.',
    steps: (told) => [`Compare the URL in ${told.place.urlField} with \`${told.scimUrl}\``],
  },
  {
    ...ofClient,
    id: 'callerLeft',
    topic: null,
    codes: ['UPD-11'],
    detect: ({ malformed, status }) => malformed === 'aborted' || status === 0 || status === 408,
    title: 'The caller went away',
    happened: () => 'The connection ended before the request was complete, or before the answer was out.',
    meaning: () => 'What was not complete changed nothing. A provider tries again by itself.',
    who: nobody,
    steps: () => ['If it happens often, look at the time limits of the tunnel or proxy in front of Rollcall.'],
  },
  {
    ...ofClient,
    id: 'bodyTooLarge',
    codes: ['GRP-03'],
    detect: is('tooLarge'),
    title: 'The body is larger than 1 MiB',
    happened: () => 'The body of the request is larger than what is read here, 1 MiB.',
    steps: () => ['Send the members of a large group in several requests: a PATCH may add some at a time.'],
  },
  {
    ...ofClient,
    id: 'mediaTypeWrong',
    codes: ['CRE-14'],
    detect: ({ malformed, status }) => malformed === 'mediaType' || status === 415,
    title: 'The Content-Type is not JSON',
    happened: (told) => `The body came as a media type that is not accepted.${toQuotedDetail(told)}`,
    steps: () => ['Send the header *Content-Type: application/scim+json* or *application/json*.'],
  },
  {
    ...ofClient,
    id: 'bodyEmpty',
    codes: [],
    detect: is('emptyBody'),
    title: 'The request has no body',
    happened: ({ method }) => `A ${method} needs a JSON object as its body, and none came.`,
    steps: () => [
      'If a proxy or tunnel stands in between, check that it passes bodies on and does not redirect.',
      'Send the resource, or the PatchOp, as JSON.',
    ],
  },
  {
    ...ofClient,
    id: 'bodyNotJson',
    codes: ['CRE-14'],
    detect: is('brokenJson'),
    title: 'The body is not JSON',
    happened: (told) => `The body cannot be read as JSON.${toQuotedDetail(told)}`,
    steps: ({ place }) =>
      place.key === 'onelogin'
        ? ['In OneLogin, open *Configuration* and correct the *SCIM JSON Template*.', place.sendAgain]
        : ['Correct the body at the position that the answer names, and send it again.'],
  },
  {
    ...ofClient,
    id: 'bodyNotAnObject',
    codes: [],
    detect: is('notAnObject'),
    title: 'The body is not a JSON object',
    happened: () => 'The body is JSON, but a list, a text or a number where an object is needed.',
    steps: () => ['Send one resource, or one PatchOp, as a JSON object.'],
  },
]
