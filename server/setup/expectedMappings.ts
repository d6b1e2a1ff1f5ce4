import { findGuide } from '#contract/guides/findGuide.ts'
import { requiredAttributes } from '#contract/guides/guide.ts'
import type { ProviderChoice } from '#contract/provider.ts'

/** An attribute that a provider should send, and where it takes it from unless the administrator changed that. */
export interface ExpectedMapping {
  readonly attribute: string
  readonly required: boolean
  readonly source: string | null
  /** Other paths that are as good. */
  readonly alsoAs?: readonly string[]
}

/** What a choice of provider should send by default, the required ones first; the general list where none is chosen. */
export function listExpectedMappings(provider: ProviderChoice | null): readonly ExpectedMapping[] {
  const { required, others, absent, alsoWorkEmail } = findGuide(provider).mappings
  const names = ['userName', 'active', 'givenName', 'familyName', 'workEmail'] as const
  return [
    ...names.map((name) => ({
      attribute: requiredAttributes[name],
      required: absent[name] === undefined,
      source: required[name],
      ...(name === 'workEmail' && { alsoAs: alsoWorkEmail }),
    })),
    ...Object.entries(others).map(([attribute, source]) => ({ attribute, required: false, source })),
  ]
}
