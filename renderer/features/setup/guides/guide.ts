import type { ProviderChoice } from '#contract/provider.ts'

/** A sentence of a guide; labels of the provider's screens stand in `*stars*`. */
export type Instruction = string

/** A value to be put into a field of the provider, in the exact form that it wants. */
export type FieldValue =
  /** The SCIM URL. */
  | { readonly kind: 'url' }
  /** The token: raw, or with `Bearer ` in front where the provider sends the field as it stands. */
  | { readonly kind: 'token'; readonly form: 'raw' | 'bearer' }
  /** Text to be typed or pasted. */
  | { readonly kind: 'text'; readonly text: string }
  /** An option to be chosen. */
  | { readonly kind: 'choice'; readonly text: string }
  /** Boxes to be ticked, and those to be left alone. */
  | { readonly kind: 'boxes'; readonly ticked: readonly string[]; readonly unticked: readonly string[] }

/** A field of the provider's form. */
export interface GuideField {
  readonly label: string
  readonly value: FieldValue
  /** What goes wrong here. */
  readonly note?: string
}

/** How one of the three actions is tried. */
export interface Trial {
  /** What to click. */
  readonly steps: readonly Instruction[]
  /** What is waited for: "an assignment in Okta". */
  readonly awaited: string
}

/** The path of one identity provider through steps 2 to 5, in its own words and order. Data only. */
export interface Guide {
  readonly provider: ProviderChoice
  /** How the provider is named in a sentence. */
  readonly name: string
  /** How the choice is named. */
  readonly title: string
  /** Who should choose this one. */
  readonly forWhom: string
  /** When the labels were last compared with the provider's documents: `2026-11`. */
  readonly checkedAt: string
  /** Step 2: how the connection is made there. */
  readonly create: readonly Instruction[]
  /** Step 2: the words beside the tick. */
  readonly created: string
  /** Step 3: how to get to the form. */
  readonly open: readonly Instruction[]
  /** Step 3: the form. */
  readonly fields: readonly GuideField[]
  /** Step 3: after the form. */
  readonly save: readonly Instruction[]
  /** Step 3: the button whose request is waited for; null where the provider has none. */
  readonly testButton: string | null
  /** Step 4: the switches there. */
  readonly enable: readonly Instruction[]
  /** Step 4: the words beside the tick. */
  readonly enabled: string
  /** Step 4: what to know of the mappings there. */
  readonly mappings: Instruction
  /** Step 5: how soon its requests come. */
  readonly rhythm: Instruction
  /** Step 5. */
  readonly trials: { readonly create: Trial; readonly update: Trial; readonly archive: Trial }
}
