import type { Caller, ProviderChoice } from '../provider.ts'
import { authentikGuide } from './authentik.ts'
import { cyberarkGuide } from './cyberark.ts'
import { entraGuide } from './entra.ts'
import { entraAgentGuide } from './entraAgent.ts'
import { googleGuide } from './google.ts'
import type { Guide } from './guide.ts'
import { jumpcloudGuide } from './jumpcloud.ts'
import { keycloakGuide } from './keycloak.ts'
import { oktaCatalogGuide } from './oktaCatalog.ts'
import { oktaOwnGuide } from './oktaOwn.ts'
import { oneloginGuide } from './onelogin.ts'
import { otherGuide } from './other.ts'
import { pingoneGuide } from './pingone.ts'
import { ripplingGuide } from './rippling.ts'

const guideOf: Readonly<Record<ProviderChoice, Guide>> = {
  'okta-own': oktaOwnGuide,
  'okta-catalog': oktaCatalogGuide,
  entra: entraGuide,
  onelogin: oneloginGuide,
  jumpcloud: jumpcloudGuide,
  pingone: pingoneGuide,
  google: googleGuide,
  cyberark: cyberarkGuide,
  rippling: ripplingGuide,
  'entra-agent': entraAgentGuide,
  keycloak: keycloakGuide,
  authentik: authentikGuide,
  other: otherGuide,
}

/** All guides, in the order of choice. */
export const guides: readonly Guide[] = Object.values(guideOf)

/** The guide of a choice; the general one while nothing is chosen. */
export function findGuide(choice: ProviderChoice | null): Guide {
  return guideOf[choice ?? 'other']
}

/**
 * The caller that a choice of provider leads to expect; `null` where its requests carry nothing that could name it, and
 * `undefined` where any may come.
 */
export function toExpectedCaller(choice: ProviderChoice): Caller | null | undefined {
  const { caller } = findGuide(choice).recognition
  return caller === 'any' ? undefined : caller
}
