import type { Sender } from './script.ts'

/** What a provider has as its token; changed when an administrator gives it another. */
export interface Credential {
  /** The whole `Authorization` header; undefined where it sends none. */
  authorization: string | undefined
}

const authorize = ({ authorization }: Credential): [string, string][] =>
  authorization === undefined ? [] : [['Authorization', authorization]]

/** As the service that each names itself, or does not, in its headers. */
const toSender =
  (before: readonly (readonly [string, string])[], mediaType: string) =>
  (credential: Credential): Sender => ({
    toHeaders: (hasBody) => [...before, ...(hasBody ? [['Content-Type', mediaType] as const] : []), ...authorize(credential)],
  })

export const toOkta = toSender(
  [
    ['User-Agent', 'Okta SCIM Client 1.0.0'],
    ['Accept', 'application/scim+json'],
    ['Accept-Encoding', 'gzip,deflate'],
  ],
  'application/scim+json; charset=utf-8',
)

// No User-Agent.
export const toEntra = toSender([['ADSCIMVersion', '5.0']], 'application/scim+json; charset=utf-8')

export const toOneLogin = toSender([['User-Agent', 'OneLogin SCIM Client']], 'application/json')

export const toOwnScript = toSender([['User-Agent', 'python-requests/2.32.3']], 'application/json')

/** Somebody who tries every address of the internet. */
export const toScanner = toSender([['User-Agent', 'Mozilla/5.0 zgrab/0.x']], 'text/plain')
