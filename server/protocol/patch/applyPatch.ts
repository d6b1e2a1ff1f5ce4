import type { PatchOperation } from '#contract/scim/messages.ts'
import type { Attributes } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { setValue } from '../attributeValues.ts'
import { finishResource } from '../finishResource.ts'
import { keepUnseenValues, refuseFixedChanges } from '../fixedValues.ts'
import { isObject } from '../json.ts'
import { findSchema, formatPath, parsePath, resolveAttribute } from '../path.ts'
import { invalidPath, invalidValue, mutability, noTarget, quoteValue, ScimError } from '../scimError.ts'
import { readOnlyInValue } from '../tolerance/readOnlyInValue.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'
import { applyToAttribute } from './applyToAttribute.ts'
import { applyToResource, isNeverKept } from './applyToResource.ts'

const maxOperations = 300

/** What a patch is applied with. */
export interface PatchOptions {
  readonly operations: readonly PatchOperation[]
  readonly type: ResourceType
  readonly tolerances: Tolerances
}

/**
 * Applies patch operations in order, all or none (RFC 7644 §3.5.2). Members of a group are not among the attributes: `takeMembership`
 * has to take those operations out before.
 *
 * @param attributes valid, as stored
 * @returns the attributes after all operations, and the paths of what was sent and is not stored
 * @throws ScimError invalidPath, noTarget, mutability, invalidValue, invalidFilter (400); 413 for more than 300 operations
 */
export function applyPatch(
  attributes: Attributes,
  { operations, type, tolerances }: PatchOptions,
): { readonly attributes: Attributes; readonly notKept: string[] } {
  if (operations.length > maxOperations)
    throw new ScimError(413, `A PATCH may change attributes by at most ${maxOperations} operations.`)
  const notKept: string[] = []
  const patched = operations.reduce(
    (before, operation) => applyOperation(before, operation, { type, tolerances, notKept }),
    attributes,
  )
  const former = { before: attributes, type }
  refuseFixedChanges(patched, former)
  return { attributes: finishResource(keepUnseenValues(patched, former), type), notKept: [...new Set(notKept)] }
}

interface Context {
  readonly type: ResourceType
  readonly tolerances: Tolerances
  readonly notKept: string[]
}

function applyOperation(attributes: Attributes, operation: PatchOperation, context: Context): Attributes {
  const { op, path } = operation
  const schema = path === undefined ? undefined : findSchema(context.type, path)
  if (path !== undefined && !schema) return applyToPath(attributes, { ...operation, path }, context)
  const urn = schema?.isExtension ? schema.schema.id : undefined
  if (op === 'remove') {
    if (urn === undefined) throw noTarget('A remove operation needs a path.')
    return setValue(attributes, urn, undefined)
  }
  const value = operation.value ?? null
  if (urn === undefined && !isObject(value))
    throw invalidValue(`Without a path, the value of an operation must be an object, not ${quoteValue(value)}.`)
  return applyToResource(attributes, urn === undefined && isObject(value) ? value : { [urn ?? '']: value }, {
    ...context,
    op,
    mayIgnoreReadOnly: () => context.tolerances.use(readOnlyInValue),
  })
}

function applyToPath(
  attributes: Attributes,
  { op, path, value }: PatchOperation & { path: string },
  context: Context,
): Attributes {
  const parsed = parsePath(path, context.tolerances)
  const resolved = resolveAttribute(context.type, parsed.path)
  if (!resolved) throw invalidPath(`The path ${quoteValue(path)} names no attribute of a ${context.type.name}.`)
  const { attribute, subAttribute } = resolved
  if (attribute.mutability === 'readOnly' || subAttribute?.mutability === 'readOnly') {
    throw mutability(`${formatPath(resolved)} is read-only.`)
  }
  // It follows from the attributes that are there (RFC 7644 §3.5.2).
  if (attribute.name === 'schemas') return attributes
  if (isNeverKept(resolved)) {
    context.notKept.push(attribute.name)
    return attributes
  }
  const change = { op, ...(value !== undefined && { value }) }
  return applyToAttribute(attributes, change, { ...context, resolved, ...(parsed.filter && { filter: parsed.filter }) })
}
