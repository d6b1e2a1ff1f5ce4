import type { Told } from '../catalogue/entry.ts'

/** The address behind the tunnel, which a tunnel has to lead to. */
export const toListener = ({ scimUrl }: Told): string =>
  scimUrl.startsWith('http://') ? scimUrl.replace(/^(http:\/\/[^/]*).*/, '$1') : 'the SCIM port of this computer'

/** Sets a provider to work again that has given up. */
export const toRestart = ({ place }: Told): string =>
  place.key === 'entra' ? 'In Entra ID, press *Restart provisioning*.' : place.sendAgain

/** Switches an action on. */
export function toTick({ place }: Told, action: 'create' | 'update' | 'deactivate'): string {
  const { on } = place.switches[action]
  return `${on.charAt(0).toUpperCase()}${on.slice(1)}.`
}
