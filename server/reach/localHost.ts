import { isIPv4, isIPv6 } from 'node:net'

const privateNames = /^localhost$|\.(?:localhost|local|internal|lan|home\.arpa|test)$/i
const privateIpv4 = /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./
const privateIpv6 = /^(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)$/i

/** True for a host that nobody outside this machine or its network can mean: localhost, a private address, a name without a dot. */
export function isLocalHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIPv4(host)) return privateIpv4.test(host)
  if (isIPv6(host)) return privateIpv6.test(host)
  return privateNames.test(host) || !host.includes('.')
}
