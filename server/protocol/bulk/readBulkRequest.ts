import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isList, isObject } from '../json.ts'
import { findMember, readMessage } from '../readMessage.ts'
import { invalidSyntax, quoteValue, ScimError } from '../scimError.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

/** One request of a bulk request (RFC 7644 §3.7). */
export interface BulkOperation {
  readonly method: (typeof methods)[number]
  readonly path: string
  readonly bulkId?: string
  /** The entity tag of the version that is to be changed. */
  readonly version?: string
  /** The body; undefined for a DELETE. */
  readonly data?: Json
}

/** An operation, or why it is none, with what of it its result repeats. */
export type BulkEntry =
  | { readonly kind: 'operation'; readonly operation: BulkOperation }
  | { readonly kind: 'broken'; readonly method: string; readonly bulkId?: string; readonly failure: ScimError }

/** A bulk request, in its own order. */
export interface BulkRequest {
  readonly entries: readonly BulkEntry[]
  /** How many failures end it; undefined: none does. */
  readonly failOnErrors: number | undefined
}

/**
 * Reads the body of a bulk request. An operation that cannot be read fails by itself, since the others are done all the same.
 *
 * @throws ScimError invalidSyntax (400) where it is no BulkRequest; 413 for more operations than `maxOperations`
 */
export function readBulkRequest(
  body: unknown,
  { tolerances, maxOperations }: { tolerances: Tolerances; maxOperations: number },
): BulkRequest {
  const message = readMessage(body, urns.bulkRequest, tolerances)
  const operations = findMember(message, 'Operations')
  if (!isList(operations)) throw invalidSyntax('The body must hold a list named Operations.')
  if (operations.length > maxOperations) {
    throw new ScimError(
      413,
      `The bulk request has ${operations.length} operations, which exceeds maxOperations (${maxOperations}).`,
    )
  }
  const seen = new Set<string>()
  return { entries: operations.map((one) => readEntry(one, seen)), failOnErrors: readFailOnErrors(message) }
}

function readFailOnErrors(message: JsonObject): number | undefined {
  const value = findMember(message, 'failOnErrors')
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value
  throw invalidSyntax(`failOnErrors must be an integer of at least 1, not ${quoteValue(value)}.`)
}

function readEntry(entry: Json, seen: Set<string>): BulkEntry {
  try {
    return { kind: 'operation', operation: readOperation(entry, seen) }
  } catch (failure) {
    if (!(failure instanceof ScimError)) throw failure
    const [method, bulkId] = isObject(entry) ? [findMember(entry, 'method'), findMember(entry, 'bulkId')] : []
    return {
      kind: 'broken',
      method: typeof method === 'string' ? method.slice(0, 20) : '',
      ...(typeof bulkId === 'string' && { bulkId }),
      failure,
    }
  }
}

function readOperation(entry: Json, seen: Set<string>): BulkOperation {
  if (!isObject(entry)) throw invalidSyntax(`An operation must be an object, not ${quoteValue(entry)}.`)
  const given = findMember(entry, 'method')
  const method = methods.find((one) => typeof given === 'string' && one === given.toUpperCase())
  if (!method) throw invalidSyntax(`method must be POST, PUT, PATCH or DELETE, not ${quoteValue(given ?? 'none')}.`)
  const bulkId = readText(entry, 'bulkId')
  if (method === 'POST' && bulkId === undefined) throw invalidSyntax('A POST in a bulk request needs a bulkId.')
  if (method === 'POST' && bulkId !== undefined) {
    if (seen.has(bulkId)) throw invalidSyntax(`The bulkId ${quoteValue(bulkId)} stands for an earlier operation already.`)
    seen.add(bulkId)
  }
  const path = readText(entry, 'path')
  if (path === undefined) throw invalidSyntax('An operation needs a path.')
  const version = readText(entry, 'version')
  const data = findMember(entry, 'data')
  if (data === undefined && method !== 'DELETE') throw invalidSyntax(`A ${method} in a bulk request needs data.`)
  return {
    method,
    path,
    ...(bulkId !== undefined && { bulkId }),
    ...(version !== undefined && { version }),
    ...(data !== undefined && method !== 'DELETE' && { data }),
  }
}

function readText(entry: JsonObject, name: string): string | undefined {
  const value = findMember(entry, name)
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') throw invalidSyntax(`${name} must be a text, not ${quoteValue(value)}.`)
  return value
}
