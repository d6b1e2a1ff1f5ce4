import type { JsonObject, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { assertNever } from '../../protocol/assertNever.ts'
import type { BulkOperation } from '../../protocol/bulk/readBulkRequest.ts'
import { resourceTypes } from '../../protocol/schemas/resourceTypes.ts'
import { ScimError, unknownPath } from '../../protocol/scimError.ts'
import { pathCase } from '../../protocol/tolerance/pathCase.ts'
import type { Tolerances } from '../../protocol/tolerance/tolerance.ts'
import type { OperationContext, WantedAttributes } from '../context.ts'
import { createResource } from '../create.ts'
import { patchResource } from '../patch.ts'
import { removeResource } from '../remove.ts'
import { replaceResource } from '../replace.ts'

/** What the path of an operation names: an endpoint, and for all but a POST the id of a resource. */
export interface Place {
  readonly type: ResourceType
  readonly id: string
}

/** What came of an operation; `stored` undefined for a DELETE. */
export interface Performed {
  readonly status: number
  readonly place: Place
  readonly stored: StoredResource | undefined
  /** Where the path asked for attributes of it (RFC 7644 §3.9). */
  readonly shown?: JsonObject
}

/** Nothing is shown of a result that nobody asks for, and a group may have very many members. */
const nothing: WantedAttributes = { attributes: 'id' }

/** Does one operation of a bulk request, as the same request by itself would be done. @throws ScimError */
export function performOperation(context: OperationContext, operation: BulkOperation): Performed {
  const { data: body, method, version } = operation
  const place = readPlace(operation, context.tolerances)
  const { type, id } = place
  const preconditions = { ifMatch: version, ifNoneMatch: undefined }
  const asked = readWanted(operation.path)
  const wanted = asked ?? nothing
  switch (method) {
    case 'POST': {
      const { stored, resource } = createResource(context, type, { body, wanted })
      return { status: 201, place: { type, id: stored.id }, stored, ...(asked && { shown: resource }) }
    }
    case 'PUT': {
      const { stored, resource } = replaceResource(context, type, { id, body, wanted, preconditions })
      return { status: 200, place, stored, ...(asked && { shown: resource }) }
    }
    case 'PATCH': {
      const { resource, stored } = patchResource(context, type, { id, body, wanted: asked ?? {}, preconditions })
      return { status: resource ? 200 : 204, place, stored, ...(asked && resource && { shown: resource }) }
    }
    case 'DELETE':
      removeResource(context, type, { id, preconditions })
      return { status: 204, place, stored: undefined }
    default:
      return assertNever(method)
  }
}

/**
 * Reads the path of an operation: `/Users` for a POST, else `/Users/{id}`.
 *
 * @throws ScimError 404 for a path that is none of this endpoint's; 405 where the method does not go with it
 */
export function readPlace({ method, path }: Pick<BulkOperation, 'method' | 'path'>, tolerances: Tolerances): Place {
  const [, endpoint, id] = /^\/?([^/?]+)(?:\/([^/?]+))?(?:\?.*)?$/.exec(path) ?? []
  const type = resourceTypes.find((one) => one.endpoint.slice(1).toLowerCase() === endpoint?.toLowerCase())
  if (!type || (type.endpoint.slice(1) !== endpoint && !tolerances.use(pathCase))) throw unknownPath(path)
  if (method === 'POST' && id !== undefined) throw new ScimError(405, `POST goes with ${type.endpoint}, not with one resource.`)
  if (method !== 'POST' && id === undefined) throw new ScimError(405, `${method} goes with ${type.endpoint}/{id}.`)
  return { type, id: decode(id ?? '') }
}

function readWanted(path: string): WantedAttributes | undefined {
  const query = new URLSearchParams(path.split('?')[1])
  const attributes = query.get('attributes') ?? undefined
  const excludedAttributes = query.get('excludedAttributes') ?? undefined
  if (attributes === undefined && excludedAttributes === undefined) return undefined
  return { ...(attributes !== undefined && { attributes }), ...(excludedAttributes !== undefined && { excludedAttributes }) }
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    // An id that is no escaped text is looked for as it stands, and not found.
    return id
  }
}
