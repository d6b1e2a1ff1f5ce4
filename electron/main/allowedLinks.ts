const allowedHosts: readonly string[] = [
  'learn.microsoft.com',
  'help.okta.com',
  'developer.okta.com',
  'developers.onelogin.com',
  'docs.goauthentik.io',
  'docs.cyberark.com',
  'docs.pingidentity.com',
  'jumpcloud.com',
  'support.google.com',
  'workos.com',
  'github.com',
]

/**
 * Whether a page may be opened in the user's browser: encrypted, on the list, and without a port or a user name, which no
 * link of ours has.
 */
export function isAllowedLink(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username } = new URL(url)
  return protocol === 'https:' && allowedHosts.includes(host) && username === ''
}
