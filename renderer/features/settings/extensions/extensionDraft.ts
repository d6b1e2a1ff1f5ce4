import type { ExtensionAttribute } from '#contract/extension.ts'
import type { Json } from '#contract/scim/resource.ts'

/** An attribute as it is typed in; one with parts needs a file. */
export type DraftType = Exclude<ExtensionAttribute['type'], 'complex'>

/** One line of the form. */
export interface AttributeDraft {
  /** Tells lines apart while they are typed. */
  readonly key: number
  readonly name: string
  readonly type: DraftType
  readonly mutability: ExtensionAttribute['mutability']
  readonly returned: ExtensionAttribute['returned']
  readonly multiValued: boolean
  readonly required: boolean
  readonly unique: boolean
  readonly caseExact: boolean
}

/** A custom extension as it is typed in. */
export interface ExtensionDraft {
  readonly name: string
  /** Empty: the one that follows from the name. */
  readonly urn: string
  readonly attributes: readonly AttributeDraft[]
}

const newAttribute = {
  name: '',
  type: 'string',
  mutability: 'readWrite',
  returned: 'default',
  multiValued: false,
  required: false,
  unique: false,
  caseExact: false,
} as const

/** A form with one line. */
export const emptyDraft: ExtensionDraft = { name: '', urn: '', attributes: [{ key: 0, ...newAttribute }] }

/** The draft with one more line. */
export function addAttribute(draft: ExtensionDraft): ExtensionDraft {
  const key = Math.max(0, ...draft.attributes.map((attribute) => attribute.key)) + 1
  return { ...draft, attributes: [...draft.attributes, { key, ...newAttribute }] }
}

/** The URN that the draft has or that its name suggests, in the form that Entra ID asks of custom attributes. */
export function toUrn({ name, urn }: ExtensionDraft): string {
  if (urn.trim() !== '') return urn.trim()
  const word = name.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return word === '' ? '' : `urn:ietf:params:scim:schemas:extension:${word}:2.0:User`
}

/** The schema that the draft describes, in the form of RFC 7643 §7. */
export function toSchema(draft: ExtensionDraft): Json {
  return {
    id: toUrn(draft),
    name: draft.name.trim(),
    attributes: draft.attributes.map(({ name, type, mutability, returned, multiValued, required, unique, caseExact }) => ({
      name: name.trim(),
      type,
      mutability,
      returned,
      multiValued,
      required,
      caseExact,
      uniqueness: unique ? 'server' : 'none',
    })),
  }
}
