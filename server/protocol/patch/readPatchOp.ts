import type { PatchOperation } from '#contract/scim/messages.ts'
import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isList, isObject } from '../json.ts'
import { readMemberIds } from '../readMemberIds.ts'
import { invalidPath, invalidSyntax, invalidValue, noTarget, quoteValue } from '../scimError.ts'
import { capitalisedOp } from '../tolerance/capitalisedOp.ts'
import { emptyOperations } from '../tolerance/emptyOperations.ts'
import { missingSchema } from '../tolerance/missingSchema.ts'
import { operationInMember } from '../tolerance/operationInMember.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'
import { readSchemas } from '../validate.ts'

/**
 * Reads the body of a PATCH (RFC 7644 §3.5.2).
 *
 * @throws ScimError invalidSyntax (400) where it is no PatchOp, invalidPath for a path that is no text, noTarget for a remove without a
 *   path, invalidValue for an add or replace without a value; the detail counts the operations from 1
 */
export function readPatchOp(body: unknown, tolerances: Tolerances): PatchOperation[] {
  if (!isObject(body)) throw invalidSyntax('The body must be a JSON object.')
  const isPatchOp = readSchemas(body).some((urn) => typeof urn === 'string' && urn.toLowerCase() === urns.patchOp.toLowerCase())
  if (!isPatchOp && !tolerances.use(missingSchema)) throw invalidSyntax(`schemas must list ${urns.patchOp}.`)
  const operations = findMember(body, 'operations') ?? toMemberOperations(findMember(body, 'members'), tolerances)
  if (!isList(operations)) throw invalidSyntax('The body must hold a list named Operations.')
  if (operations.length === 0 && !tolerances.use(emptyOperations))
    throw invalidSyntax('Operations must hold at least one operation.')
  return operations.map((operation, index) => readOperation(operation, { label: `Operation ${index + 1}`, tolerances }))
}

/** What members that each carry an operation say, as patch operations; undefined where they do not. */
function toMemberOperations(members: Json | undefined, tolerances: Tolerances): JsonObject[] | undefined {
  if (!isList(members) || members.length === 0) return undefined
  const kinds = members.map((member) => (isObject(member) ? findMember(member, 'operation') : undefined))
  if (!kinds.every((kind) => kind === 'add' || kind === 'delete') || !tolerances.use(operationInMember)) return undefined
  return members.map((member, index): JsonObject => {
    const [id = ''] = readMemberIds([member], tolerances)
    return kinds[index] === 'add'
      ? { op: 'add', path: 'members', value: [{ value: id }] }
      : { op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` }
  })
}

function readOperation(operation: Json, { label, tolerances }: { label: string; tolerances: Tolerances }): PatchOperation {
  if (!isObject(operation)) throw invalidSyntax(`${label} must be an object, not ${quoteValue(operation)}.`)
  const op = readOp(findMember(operation, 'op'), { label, tolerances })
  // RFC 7643 §2.5: null is the same as not being there.
  const path = findMember(operation, 'path') ?? undefined
  const value = findMember(operation, 'value')
  if (path !== undefined && typeof path !== 'string') throw invalidPath(`The path of ${label.toLowerCase()} must be a text.`)
  if (op === 'remove' && path === undefined) throw noTarget(`${label} is a remove, which needs a path.`)
  if (op !== 'remove' && value === undefined) throw invalidValue(`${label} needs a value.`)
  if (path === undefined && !isObject(value)) {
    throw invalidValue(`${label} has no path, and its value must then be an object, which ${quoteValue(value)} is not.`)
  }
  return { op, ...(path !== undefined && { path }), ...(value !== undefined && { value }) }
}

const operators = ['add', 'remove', 'replace'] as const

function readOp(op: Json | undefined, { label, tolerances }: { label: string; tolerances: Tolerances }): PatchOperation['op'] {
  const known = typeof op === 'string' ? operators.find((one) => one === op.toLowerCase()) : undefined
  // Entra ID sends "Add", "Replace" and "Remove"; §3.5.2 has them in lower case.
  if (known && (known === op || tolerances.use(capitalisedOp))) return known
  throw invalidSyntax(`${label} must have add, remove or replace as its op, not ${op === undefined ? 'none' : quoteValue(op)}.`)
}

/** The value of a name, whatever its case: names in messages are attribute names too (RFC 7643 §2.1). */
function findMember(object: JsonObject, name: string): Json | undefined {
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1]
}
