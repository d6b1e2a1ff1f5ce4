import type { Observation } from '../observation.ts'
import { type Entry, type Told, toStart, youThere } from './entry.ts'

const failed = ({ status }: Observation) => status >= 400 && status !== 401 && status < 500

/** Segments of the path, in lower case, without empty ones. */
const listSegments = ({ path }: Observation) =>
  path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')

const endpoints: ReadonlySet<string> = new Set([
  'users',
  'groups',
  'serviceproviderconfig',
  'resourcetypes',
  'schemas',
  'bulk',
  'me',
])

const hasBasePath = (segments: readonly string[]) => segments[1] === 'scim' && segments[2] === 'v2'

const nothingFound = ({ place }: Told) =>
  `${toStart(place)} reaches this computer, but not the SCIM endpoint: its connection test fails, and no learner arrives.`

const pasteUrl = (told: Told) => [
  told.place.openCredentials,
  `In ${told.place.urlField}, put exactly \`${told.scimUrl}\``,
  told.place.testAndSave,
]

const inProvider = { meaning: nothingFound, who: youThere, steps: pasteUrl }

/** Requests that reached us under a wrong address. Where the mistake is, the path shows. */
export const connectionTestEntries: readonly Entry[] = [
  {
    ...inProvider,
    id: 'placeholderInUrl',
    codes: ['CONN-01'],
    detect: (observation) => failed(observation) && /[{<]|%7b|%3c|(?:^|\/):[a-z]|(?:^|\/)your[-_]/i.test(observation.path),
    title: 'A placeholder was left in the URL',
    happened: ({ target }) => `The path ${target} still has a placeholder in it that was to be replaced.`,
  },
  {
    ...inProvider,
    id: 'spaceInUrl',
    codes: ['CONN-01'],
    detect: (observation) =>
      failed(observation) && observation.target.kind === 'other' && /%20|%09|%0a|%c2%a0|\s/i.test(observation.path),
    title: 'There is a space in the URL',
    happened: ({ target }) => `The path ${target} has a space in it, pasted together with the URL.`,
  },
  {
    ...inProvider,
    id: 'basePathDoubled',
    codes: ['CONN-01', 'CONN-10'],
    detect: (observation) => failed(observation) && /scim\/+v2\/.*(?:scim\/+v2|\/v2)(?:\/|$)/i.test(observation.path),
    title: 'The URL has its path twice',
    happened: () => 'The path of the request has the part /scim/v2 twice: it was pasted behind a URL that has it already.',
  },
  {
    ...inProvider,
    id: 'endpointInBaseUrl',
    codes: ['CONN-01', 'CONN-17'],
    detect: (observation) =>
      failed(observation) &&
      listSegments(observation).some(
        (segment, index, all) => ['users', 'groups'].includes(segment) && endpoints.has(all[index + 1] ?? ''),
      ),
    title: 'The base URL ends too late',
    happened: ({ target, place }) =>
      `The path ${target} names the endpoint twice: ${place.name} appends /Users itself, and the base URL has it already.`,
  },
  {
    ...inProvider,
    id: 'connectionUnknown',
    codes: ['CONN-01'],
    detect: (observation) =>
      failed(observation) &&
      observation.connection === null &&
      hasBasePath(listSegments(observation)) &&
      listSegments(observation)[0] !== 'scim',
    title: 'The URL names a connection that does not exist',
    happened: ({ target }) => `No connection here has the name that stands first in ${target}.`,
  },
  {
    id: 'browserVisit',
    topic: null,
    codes: [],
    detect: ({ path, method, status }) =>
      method === 'GET' && status === 404 && /^\/*(?:favicon\.ico|robots\.txt|apple-touch-icon.*)?$/i.test(path),
    title: 'Somebody opened the address without a path',
    happened: () =>
      'The address of the SCIM port was opened alone, as a browser or a scanner does. Nothing but SCIM is served there.',
    meaning: () => 'Provisioning is not touched. It shows that the address can be reached.',
    who: () => 'Nobody, unless it was your identity provider',
    steps: (told) => [`If it was ${told.place.name}: in ${told.place.urlField}, put exactly \`${told.scimUrl}\``],
  },
  {
    ...inProvider,
    id: 'basePathMissing',
    codes: ['CONN-01', 'CONN-04', 'CONN-10'],
    detect: (observation) =>
      failed(observation) &&
      observation.connection === null &&
      !hasBasePath(listSegments(observation)) &&
      listSegments(observation).some((segment) => endpoints.has(segment) || segment === 'scim'),
    title: 'A part of the URL is missing',
    happened: ({ target, scimUrl }) =>
      `The path ${target} does not begin as this endpoint's paths do: ${toPath(scimUrl)} is missing, or only a part of it is there.`,
  },
  {
    ...inProvider,
    id: 'baseUrlAlone',
    codes: ['CONN-01'],
    detect: (observation) =>
      failed(observation) && hasBasePath(listSegments(observation)) && listSegments(observation).length === 3,
    title: 'The base URL was opened alone',
    happened: () =>
      'The request went to the base URL itself. It is right, but nothing is served under it: what is asked for stands behind it, such as /Users.',
    meaning: () => 'Provisioning is not touched. It shows that the URL can be reached.',
    who: () => 'Nobody, unless it was your identity provider',
    steps: (told) => [`To try the URL by hand, open \`${told.scimUrl}/ServiceProviderConfig\``],
  },
  {
    ...inProvider,
    id: 'pathUnknown',
    codes: ['CONN-01', 'CONN-04'],
    detect: ({ status, target, connection }) => status === 404 && (target.kind === 'other' || connection === null),
    title: 'The path does not exist',
    happened: ({ target }) => `Nothing is served under ${target}.`,
    steps: (told) => [`Compare the URL in ${told.place.urlField} with \`${told.scimUrl}\``, ...pasteUrl(told)],
  },
]

function toPath(scimUrl: string): string {
  return scimUrl.replace(/^[a-z]+:\/\/[^/]*/i, '')
}
