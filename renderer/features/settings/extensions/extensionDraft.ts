import type { Extension, ExtensionAttribute } from '#contract/extension.ts'
import type { Json, JsonObject } from '#contract/scim/resource.ts'

type Type = ExtensionAttribute['type']

/** An attribute as it is typed in. */
export interface AttributeDraft {
  /** Tells it apart from those beside it while they are typed. */
  readonly key: number
  readonly name: string
  readonly description: string
  readonly type: Type
  readonly mutability: ExtensionAttribute['mutability']
  readonly returned: ExtensionAttribute['returned']
  readonly uniqueness: ExtensionAttribute['uniqueness']
  readonly multiValued: boolean
  readonly required: boolean
  readonly caseExact: boolean
  /** One a line. */
  readonly canonicalValues: string
  /** As a file had them; the form does not ask. */
  readonly referenceTypes?: readonly string[] | undefined
  /** Kept while another type is chosen, and sent for a complex attribute alone. */
  readonly subAttributes: readonly AttributeDraft[]
}

/** A custom extension as it is typed in. */
export interface ExtensionDraft {
  readonly name: string
  readonly description: string
  /** Empty: the one that follows from the name. */
  readonly urn: string
  readonly attributes: readonly AttributeDraft[]
}

const newAttribute: AttributeDraft = {
  key: 0,
  name: '',
  description: '',
  type: 'string',
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  multiValued: false,
  required: false,
  caseExact: false,
  canonicalValues: '',
  subAttributes: [],
}

/** A form with one attribute. */
export const emptyDraft: ExtensionDraft = { name: '', description: '', urn: '', attributes: [newAttribute] }

/** The form filled in. */
export function toDraft({ id, name, description, attributes }: Extension): ExtensionDraft {
  return { urn: id, name, description, attributes: attributes.map(toAttributeDraft) }
}

function toAttributeDraft(attribute: ExtensionAttribute, key: number): AttributeDraft {
  return {
    ...attribute,
    key,
    canonicalValues: (attribute.canonicalValues ?? []).join('\n'),
    subAttributes: (attribute.subAttributes ?? []).map(toAttributeDraft),
  }
}

/** The attributes with an empty one behind them. */
export function withNewAttribute(attributes: readonly AttributeDraft[]): readonly AttributeDraft[] {
  return [...attributes, { ...newAttribute, key: Math.max(-1, ...attributes.map(({ key }) => key)) + 1 }]
}

/** The attribute with another type, and with what goes without saying of that type (RFC 7643 §2.3). */
export function withType(attribute: AttributeDraft, type: Type): AttributeDraft {
  const needsPart = type === 'complex' && attribute.subAttributes.length === 0
  return {
    ...attribute,
    type,
    caseExact: type === 'reference' || type === 'binary',
    ...(needsPart && { subAttributes: withNewAttribute([]) }),
  }
}

/** Whether upper and lower case can count. */
export const isText = (type: Type): boolean => type === 'string' || type === 'reference' || type === 'binary'

/** The URN that the draft has or that its name suggests, in the form that Entra ID asks of custom attributes. */
export function toUrn({ name, urn }: Pick<ExtensionDraft, 'name' | 'urn'>): string {
  if (urn.trim() !== '') return urn.trim()
  const word = name.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return word === '' ? '' : `urn:ietf:params:scim:schemas:extension:${word}:2.0:User`
}

/** The schema that the draft describes, in the form of RFC 7643 §7. */
export function toSchema(draft: ExtensionDraft): Json {
  return {
    id: toUrn(draft),
    name: draft.name.trim(),
    description: draft.description.trim(),
    attributes: draft.attributes.map(toAttribute),
  }
}

function toAttribute(draft: AttributeDraft): JsonObject {
  const { type, canonicalValues, referenceTypes, subAttributes } = draft
  const isComplex = type === 'complex'
  const suggested = canonicalValues.split('\n').flatMap((line) => line.trim() || [])
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    type,
    multiValued: draft.multiValued,
    required: draft.required,
    caseExact: isText(type) && draft.caseExact,
    mutability: draft.mutability,
    returned: draft.returned,
    uniqueness: isComplex ? 'none' : draft.uniqueness,
    ...(suggested.length > 0 && !isComplex && { canonicalValues: suggested }),
    ...(type === 'reference' && referenceTypes && { referenceTypes }),
    ...(isComplex && { subAttributes: subAttributes.map(toAttribute) }),
  }
}
