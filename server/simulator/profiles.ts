import type { SimulatorProfile } from '#contract/setup.ts'
import type { Profile } from './profile.ts'
import { authentik } from './profiles/authentik.ts'
import { entra, entraOptimised } from './profiles/entra.ts'
import { generic } from './profiles/generic.ts'
import { jumpcloud } from './profiles/jumpcloud.ts'
import { keycloak } from './profiles/keycloak.ts'
import { okta } from './profiles/okta.ts'
import { oktaCatalog } from './profiles/oktaCatalog.ts'
import { onelogin } from './profiles/onelogin.ts'

/** Every identity provider that can be acted out. */
export const profiles: Readonly<Record<SimulatorProfile, Profile>> = {
  'okta-aiw': okta,
  'okta-oin': oktaCatalog,
  entra,
  'entra-aadOptscim062020': entraOptimised,
  onelogin,
  jumpcloud,
  authentik,
  keycloak,
  'generic-rfc7644': generic,
}
