import type { Attributes, Json, JsonObject } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { toAttributePath } from './filter/parseAttributePath.ts'
import { finishResource } from './finishResource.ts'
import { isList, isObject } from './json.ts'
import { applyToResource } from './patch/applyToResource.ts'
import { findSchema, resolveAttribute } from './path.ts'
import { readMemberIds } from './readMemberIds.ts'
import { membersAttribute } from './schemas/group.ts'
import { invalidSyntax, invalidValue, quoteValue } from './scimError.ts'
import { extensionNotListed } from './tolerance/extensionNotListed.ts'
import { missingSchema } from './tolerance/missingSchema.ts'
import type { Tolerances } from './tolerance/tolerance.ts'
import { unknownSchema } from './tolerance/unknownSchema.ts'

/**
 * Checks the body of a POST or PUT against the schemas of its resource type (RFC 7643 §2, §7; RFC 7644 §3.3, §3.5.1). Read-only
 * attributes are ignored; unknown ones and a password are not kept.
 *
 * @returns attributes by their names in the schema, those of an extension under its URN, without `schemas`, unassigned ones left out;
 *   `members` is there, if only as an empty list, where the body has it. `notKept`: the paths of what was sent and is not stored
 * @throws ScimError invalidSyntax or invalidValue (400) naming attribute and value
 */
export function validateResource(
  body: unknown,
  type: ResourceType,
  tolerances: Tolerances,
): { readonly attributes: Attributes; readonly notKept: string[] } {
  if (!isObject(body)) throw invalidSyntax('The body must be a JSON object.')
  checkSchemas(body, type, tolerances)
  const notKept: string[] = []
  const { members, rest } = splitMembers(body, type)
  const applied = applyToResource({}, rest, { op: 'replace', type, tolerances, notKept, mayIgnoreReadOnly: () => true })
  const attributes = finishResource(applied, type)
  return {
    attributes: members === undefined ? attributes : { ...attributes, members: toMembers(members, tolerances) },
    notKept: [...new Set(notKept)],
  }
}

const toMembers = (members: Json, tolerances: Tolerances): readonly Json[] =>
  readMemberIds(members, tolerances).map((value) => ({ value }))

/** Takes the members of a group out of an object that names attributes, whatever their spelling. */
export function splitMembers(
  value: JsonObject,
  type: ResourceType,
): { readonly members: Json | undefined; readonly rest: JsonObject } {
  if (!type.schema.attributes.includes(membersAttribute)) return { members: undefined, rest: value }
  const entries = Object.entries(value)
  const [, members] = entries.findLast(([key]) => isMembers(key, type)) ?? []
  return { members, rest: Object.fromEntries(entries.filter(([key]) => !isMembers(key, type))) }
}

function isMembers(key: string, type: ResourceType): boolean {
  const path = toAttributePath(key)
  const resolved = path && resolveAttribute(type, path)
  return resolved?.attribute === membersAttribute && resolved.subAttribute === undefined
}

/** RFC 7643 §3: `schemas` lists the core schema and every extension that the body holds, and nothing else. */
function checkSchemas(body: JsonObject, type: ResourceType, tolerances: Tolerances): void {
  const listed = readSchemas(body)
  const known = listed.map((urn) => (typeof urn === 'string' ? findSchema(type, urn)?.schema : undefined))
  if (!known.includes(type.schema) && !tolerances.use(missingSchema)) throw invalidSyntax(`schemas must list ${type.schema.id}.`)
  const unknown = listed.find((_, index) => known[index] === undefined)
  if (unknown !== undefined && !tolerances.use(unknownSchema)) {
    throw invalidValue(`schemas lists ${quoteValue(unknown)}, which this service does not define.`)
  }
  for (const key of Object.keys(body)) {
    const found = findSchema(type, key)
    if (found?.isExtension && !known.includes(found.schema) && !tolerances.use(extensionNotListed)) {
      throw invalidSyntax(`schemas must list ${found.schema.id}, since the body holds attributes of it.`)
    }
  }
}

/** What the `schemas` of a body or a message lists; nothing where it has none. */
export function readSchemas(body: JsonObject): readonly Json[] {
  const [, listed] = Object.entries(body).find(([name]) => name.toLowerCase() === 'schemas') ?? []
  const schemas = listed ?? []
  return isList(schemas) ? schemas : [schemas]
}
