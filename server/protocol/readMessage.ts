import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { isObject } from './json.ts'
import { invalidSyntax } from './scimError.ts'
import { missingSchema } from './tolerance/missingSchema.ts'
import type { Tolerances } from './tolerance/tolerance.ts'
import { readSchemas } from './validate.ts'

/**
 * Reads the body of a request as the message that `urn` names.
 *
 * @throws ScimError invalidSyntax (400) where it is none
 */
export function readMessage(body: unknown, urn: string, tolerances: Tolerances): JsonObject {
  if (!isObject(body)) throw invalidSyntax('The body must be a JSON object.')
  const isListed = readSchemas(body).some((one) => typeof one === 'string' && one.toLowerCase() === urn.toLowerCase())
  if (!isListed && !tolerances.use(missingSchema)) throw invalidSyntax(`schemas must list ${urn}.`)
  return body
}

/** The value of a member of a message, whatever its case; undefined for null too (RFC 7643 §2.1, §2.5). */
export function findMember(message: JsonObject, name: string): Json | undefined {
  return Object.entries(message).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? undefined
}
