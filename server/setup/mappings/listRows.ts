import type { Attribute, Schema } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { enterpriseUserSchema } from '../../protocol/schemas/enterpriseUser.ts'
import { userSchema } from '../../protocol/schemas/user.ts'
import type { Evidence } from '../evidence.ts'
import { type ExpectedMapping, listExpectedMappings } from '../expectedMappings.ts'
import type { MappingRow } from './mappingRow.ts'

/** What the connection's provider sends by default, and the custom attributes of the connection, which it was asked to add. */
export function listRows({ connection }: Evidence): MappingRow[] {
  const expected = listExpectedMappings(connection.provider).map((mapping) => toExpectedRow(mapping, connection.extensions))
  const known = new Set(expected.map(({ attribute }) => attribute.toLowerCase()))
  const custom = connection.extensions
    .flatMap((schema) => schema.attributes.flatMap((attribute) => toCustomRows(schema, attribute)))
    .filter(({ attribute }) => !known.has(attribute.toLowerCase()))
  return [...expected, ...custom]
}

function toExpectedRow({ attribute, required, source, alsoAs = [] }: ExpectedMapping, extensions: readonly Schema[]): MappingRow {
  const key = attribute.toLowerCase()
  // A reference such as the manager comes as a plain id or as an object.
  const keys = [key, `${key}.value`, ...alsoAs.map((one) => one.toLowerCase())]
  return { attribute, ...nameAttribute(attribute, extensions), origin: 'expected', source, required, keys }
}

/** One row for an attribute, or for each part of a complex one; what only the server sets is nobody's to map. */
function toCustomRows(schema: Schema, attribute: Attribute): MappingRow[] {
  if (attribute.mutability === 'readOnly') return []
  const { subAttributes = [] } = attribute
  const parts = attribute.type === 'complex' ? subAttributes.filter(({ mutability }) => mutability !== 'readOnly') : []
  const named = parts.length === 0 ? [attribute] : parts.map((part) => ({ ...part, name: `${attribute.name}.${part.name}` }))
  return named.map(({ name, required }) => ({
    attribute: `${schema.id}:${name}`,
    shortName: name,
    schemaName: schema.name,
    origin: 'custom',
    source: null,
    required: required && attribute.required,
    keys: [`${schema.id}:${name}`.toLowerCase(), ...(parts.length === 0 ? [`${schema.id}:${name}.value`.toLowerCase()] : [])],
  }))
}

/** How an attribute is called within its schema, and its schema. */
export function nameAttribute(attribute: string, extensions: readonly Schema[]): Pick<MappingRow, 'shortName' | 'schemaName'> {
  if (!/^urn:/i.test(attribute)) return { shortName: attribute, schemaName: userSchema.name }
  const lower = attribute.toLowerCase()
  const schema = [enterpriseUserSchema, ...extensions].find(({ id }) => lower.startsWith(`${id.toLowerCase()}:`))
  if (schema) return { shortName: attribute.slice(schema.id.length + 1), schemaName: schema.name }
  const end = attribute.lastIndexOf(':')
  return { shortName: attribute.slice(end + 1), schemaName: attribute.slice(0, end) }
}

/** URNs of extensions that users have here, in lower case. */
export const listExtensionUrns = ({ connection }: Evidence): ReadonlySet<string> =>
  new Set([urns.enterpriseUser, ...connection.extensions.map(({ id }) => id)].map((urn) => urn.toLowerCase()))
