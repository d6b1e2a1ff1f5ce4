import type { Attribute } from '#contract/scim/schema.ts'

/** Fills in what RFC 7643 §2.2 assumes of an attribute about which nothing else is said; references and binary values are case exact (§2.3). */
export function defineAttribute(name: string, description: string, characteristics: Partial<Attribute> = {}): Attribute {
  const type = characteristics.type ?? 'string'
  return {
    name,
    type,
    multiValued: false,
    description,
    required: false,
    caseExact: type === 'reference' || type === 'binary',
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...characteristics,
  }
}

/** What a multi-valued attribute of plain values with a label has (RFC 7643 §2.4). */
export interface ValueListOptions {
  /** What one value is, as the start of a sentence: "An e-mail address". */
  readonly one: string
  readonly types?: readonly string[]
  /** The characteristics of `value`. */
  readonly value?: Partial<Attribute>
}

/** A multi-valued attribute with the sub-attributes value, display, type and primary (RFC 7643 §2.4). */
export function defineValueList(name: string, description: string, { one, types, value }: ValueListOptions): Attribute {
  return defineAttribute(name, description, {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      defineAttribute('value', `${one}.`, value),
      defineAttribute('display', 'A name for people to read.'),
      defineAttribute('type', 'What the value is for.', types && { canonicalValues: types }),
      primary,
    ],
  })
}

/** The mark of the one preferred value. */
export const primary = defineAttribute('primary', 'True for the preferred value; at most one value has it.', { type: 'boolean' })
