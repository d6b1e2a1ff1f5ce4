import { findGuide } from '#contract/guides/findGuide.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import type { SimulatorProfile } from '#contract/setup.ts'

/** The identity providers that the simulator acts out, by name. */
export const profileNames: Readonly<Record<SimulatorProfile, string>> = {
  'okta-aiw': 'Okta, own application',
  'okta-oin': 'Okta, catalog application',
  entra: 'Entra ID',
  'entra-aadOptscim062020': 'Entra ID with the flag aadOptscim062020',
  onelogin: 'OneLogin',
  jumpcloud: 'JumpCloud',
  authentik: 'authentik',
  keycloak: 'Keycloak',
  'generic-rfc7644': 'Any client that keeps to the standard',
}

/** The profile that fits a choice of provider. */
export function toProfile(choice: ProviderChoice | null): SimulatorProfile {
  return choice === null ? 'okta-aiw' : findGuide(choice).simulatedAs
}
