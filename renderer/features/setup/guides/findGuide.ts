import type { ProviderChoice } from '#contract/provider.ts'
import { entraGuide } from './entra.ts'
import type { Guide } from './guide.ts'
import { oktaCatalogGuide } from './oktaCatalog.ts'
import { oktaOwnGuide } from './oktaOwn.ts'
import { otherGuide } from './other.ts'

/** All guides, in the order of choice. */
export const guides: readonly Guide[] = [oktaOwnGuide, oktaCatalogGuide, entraGuide, otherGuide]

const guideOf: Readonly<Record<ProviderChoice, Guide>> = {
  'okta-own': oktaOwnGuide,
  'okta-catalog': oktaCatalogGuide,
  entra: entraGuide,
  other: otherGuide,
}

/** The guide of a choice; the general one while nothing is chosen. */
export function findGuide(choice: ProviderChoice | null): Guide {
  return guideOf[choice ?? 'other']
}
