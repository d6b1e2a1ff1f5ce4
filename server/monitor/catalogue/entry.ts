import type { Topic } from '#contract/guides/guide.ts'
import type { Caller, ProviderChoice } from '#contract/provider.ts'
import type { Observation } from '../observation.ts'
import type { Place } from './places.ts'

/** What an explanation may speak of: all of it is stored with the exchange. */
export interface ExplanationFacts {
  /** What is expected. */
  readonly provider: ProviderChoice | null
  /** What was seen. */
  readonly caller: Caller
  /** What the reply said. */
  readonly detail: string | null
  /** What follows the SCIM URL, masked; of a wrong path the whole of it. */
  readonly target: string
  readonly status: number
  readonly method: string
  /** The SCIM URL to be pasted into the provider. */
  readonly scimUrl: string
}

/** The facts with the labels of the provider that is spoken to. */
export interface Told extends ExplanationFacts {
  readonly place: Place
}

/**
 * What is said of a cause. Texts speak to the administrator, in the present tense, with the labels of the provider's console in
 * `*stars*` and what is to be pasted there between backticks. What they quote comes from outside.
 */
export interface Texts<Facts extends Told = Told> {
  /** A headline without a full stop. */
  readonly title: string
  readonly happened: (told: Facts) => string
  /** What it means for provisioning. */
  readonly meaning: (told: Facts) => string
  /** Who must act. */
  readonly who: (told: Facts) => string
  /** What to click, in order. */
  readonly steps: (told: Facts) => readonly string[]
  /** What an administrator reads up on; null: the provider has no part in it. */
  readonly topic?: Topic | null
}

/** One cause of failed or odd exchanges. */
export interface Entry extends Texts {
  /** Stable: stored with each exchange. */
  readonly id: string
  /** Where identity providers are known to run into it, as our notes on them number it. */
  readonly codes: readonly string[]
  /** True where this is the cause, as far as one exchange can tell. */
  readonly detect: (observation: Observation) => boolean
}

/** The administrator, at the provider's console. */
export const youThere = ({ place }: Told): string =>
  place.key === 'other' ? 'You, in your identity provider' : `You, in ${place.name}`

/** The administrator, here. */
export const youHere = (): string => 'You, in Rollcall'

/** Nobody has anything to do. */
export const nobody = (): string => 'Nobody'

/** Where no console is behind it, but a script, a proxy or a hand-made template. */
export const whoeverSends = (): string => 'Whoever runs the client'

/** A request that was refused changes nothing at all. */
export const untouched = (): string => 'Nothing of the request was taken over.'

/** What the reply said, as a sentence of its own; nothing where it said nothing. */
export function toQuotedDetail({ detail }: Told): string {
  return detail === null || detail.trim() === '' ? '' : ` Rollcall answered: “${detail.trim()}”`
}

/** The provider's name at the start of a sentence. */
export function toStart({ name, key }: Place): string {
  return key === 'other' ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name
}
