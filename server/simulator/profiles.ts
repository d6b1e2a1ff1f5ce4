import type { SimulatorProfile } from '#contract/setup.ts'
import type { Profile } from './profile.ts'
import { entra, entraOptimised } from './profiles/entra.ts'
import { okta } from './profiles/okta.ts'
import { oktaCatalog } from './profiles/oktaCatalog.ts'

/** Every identity provider that can be acted out. */
export const profiles: Readonly<Record<SimulatorProfile, Profile>> = {
  'okta-aiw': okta,
  'okta-oin': oktaCatalog,
  entra,
  'entra-aadOptscim062020': entraOptimised,
}
