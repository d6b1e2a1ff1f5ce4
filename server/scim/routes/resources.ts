import type { Router } from 'express'
import type { JsonObject, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import type { Reply } from '../../monitor/arrival.ts'
import type { OperationContext } from '../../operations/context.ts'
import { createResource } from '../../operations/create.ts'
import { getResource } from '../../operations/get.ts'
import { patchResource } from '../../operations/patch.ts'
import { queryResources } from '../../operations/query.ts'
import { removeResource } from '../../operations/remove.ts'
import { replaceResource } from '../../operations/replace.ts'
import { toEntityTag, toLocation } from '../../operations/toResource.ts'
import type { Answerer } from '../answer.ts'
import { requireBody } from '../readBody.ts'
import { refuseMethod } from '../refuseMethod.ts'

/** The endpoints of one resource type (RFC 7644 §3.2). */
export function routeResources(router: Router, type: ResourceType, { read, write }: Answerer): void {
  const get = read((context, { id, wanted, preconditions }) => {
    const found = getResource(context, type, { id, wanted })
    const isUnchanged = preconditions.ifNoneMatch?.split(',').some((tag) => ['*', toEntityTag(found.stored)].includes(tag.trim()))
    return isUnchanged
      ? { status: 304, headers: { ETag: toEntityTag(found.stored) } }
      : toReply(context, type, { status: 200, ...found })
  })
  const query = read((context, request) => ({
    status: 200,
    headers: {},
    body: { ...queryResources(context, [type], request.query) },
  }))
  const create = write((context, request) => toReply(context, type, { status: 201, ...createResource(context, type, request) }))
  const replace = write((context, request) => toReply(context, type, { status: 200, ...replaceResource(context, type, request) }))
  const patch = write((context, request) => {
    const patched = patchResource(context, type, request)
    return toReply(context, type, { status: patched.resource ? 200 : 204, ...patched })
  })
  const remove = write((context, request) => {
    removeResource(context, type, request)
    return { status: 204, headers: {} }
  })

  router
    .route(type.endpoint)
    .get(query)
    .post(requireBody, create)
    .all(refuseMethod({ read }, ['GET', 'POST']))
  router
    .route(`${type.endpoint}/:id`)
    .get(get)
    .put(requireBody, replace)
    .patch(requireBody, patch)
    .delete(remove)
    .all(refuseMethod({ read }, ['GET', 'PUT', 'PATCH', 'DELETE']))
}

/** A reply about one resource, with its place and version (RFC 7644 §3.14). */
function toReply(
  context: OperationContext,
  type: ResourceType,
  { status, stored, resource }: { status: number; stored: StoredResource; resource: JsonObject | undefined },
): Reply {
  const headers = { Location: toLocation(context, type, stored.id), ETag: toEntityTag(stored) }
  return resource === undefined ? { status, headers } : { status, headers, body: resource }
}
