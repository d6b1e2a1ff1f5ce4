import type { StoredExchange } from '../storage/storedExchange.ts'

/**
 * True for a request whose path is not part of the SCIM endpoint: no connection, or nothing that exists behind it. Who was
 * not let in is told 401 there too.
 */
export function isWrongPath({ connectionId, route, status }: StoredExchange): boolean {
  return connectionId === null || ([401, 404].includes(status) && (route === '/' || route === '/*'))
}

/**
 * Says what is wrong with the path of a request, as a clause after "because".
 *
 * @param slug of the connection whose URL was to be used
 */
export function explainPath({ connectionId, target }: StoredExchange, slug: string): string {
  const path = (target.split('?')[0] ?? '').toLowerCase()
  if (/%20|%c2%a0|%09|\+|\s/.test(path)) return 'there is a space in the URL'
  if (path.includes('scim/v2/scim/v2') || (connectionId !== null && path.includes('scim/v2'))) {
    return '"/scim/v2" stands twice in the URL'
  }
  if (/\/(users|groups)\/+(users|groups)\b/.test(path)) return '"/Users" was pasted as a part of the base URL'
  if (connectionId !== null) return `there is no "${target.split('?')[0]}" in SCIM`
  const [first, second, third] = path.split('/').filter((part) => part !== '')
  if (first === 'scim' && second === 'v2') return `"/${slug}" is missing in front of "/scim/v2"`
  if (second === 'scim' && third === 'v2') return `there is no connection named "${first}"; this one is "${slug}"`
  if (first === slug) return '"/scim/v2" is missing in the URL'
  return `it is not under "/${slug}/scim/v2"`
}
