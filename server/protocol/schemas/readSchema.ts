import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { Schema } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { getValue, isList, isObject } from '../json.ts'
import { invalidValue, quoteValue } from '../scimError.ts'
import { readAttributes } from './readAttribute.ts'

/** Names of schemas and messages that the RFCs have taken. */
const takenUrn = /^urn:ietf:params:scim:(?:api:|schemas:core:)/i
/** Letters that need no quotation marks, neither in a filter nor in a path. */
const urnPattern = /^urn:[a-z0-9][a-z0-9-]{1,31}(?::[a-z0-9._-]+)+$/i
const maxTextLength = 1000

/**
 * Reads the schema of a custom extension, in the form of RFC 7643 §7. What it does not say of an attribute is as §2.2 has it.
 * `canonicalValues` stay what §7 makes of them, suggestions: discovery shows them, and no other value is refused for them.
 *
 * @param body the JSON of a file or form, not yet checked
 * @throws ScimError invalidValue (400) that names the member at fault, such as `attributes[2].type`
 */
export function readSchema(body: unknown): Schema {
  if (!isObject(body)) throw invalidValue('A schema must be a JSON object with the members id, name and attributes.')
  if (getValue(body, 'Resources') !== undefined)
    throw invalidValue('This is a list of schemas. Take out the one that is to be added, and add it by itself.')
  const id = readUrn(getValue(body, 'id'))
  return {
    id,
    name: readText(body, 'name') ?? id,
    description: readText(body, 'description') ?? '',
    attributes: readAttributes(getValue(body, 'attributes'), 'attributes'),
  }
}

function readUrn(id: Json | undefined): string {
  if (id === undefined) throw invalidValue('id is missing: it must be the URN of the schema.')
  if (typeof id !== 'string' || !urnPattern.test(id) || id.length > 200) {
    throw invalidValue(
      `id must be a URN such as urn:ietf:params:scim:schemas:extension:acme:2.0:User, in letters, digits, dots, hyphens and colons, not ${quoteValue(id)}.`,
    )
  }
  if (takenUrn.test(id)) throw invalidValue(`id must not be ${quoteValue(id)}, which belongs to the core of SCIM.`)
  if (id.toLowerCase() === urns.enterpriseUser.toLowerCase())
    throw invalidValue('id names the enterprise extension, which every connection has already.')
  return id
}

/** @throws ScimError invalidValue (400) where the member is there and no text */
function readText(body: JsonObject, name: 'name' | 'description'): string | undefined {
  const text = getValue(body, name)
  if (text === undefined || text === null) return undefined
  if (typeof text !== 'string' || text.length > maxTextLength)
    throw invalidValue(
      `${name} must be a text of at most ${maxTextLength} characters, not ${quoteValue(isList(text) ? [] : text)}.`,
    )
  return text.trim() === '' ? undefined : text.trim()
}
