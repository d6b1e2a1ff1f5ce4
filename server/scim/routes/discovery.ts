import type { Router } from 'express'
import type { JsonObject } from '#contract/scim/resource.ts'
import type { OperationContext } from '../../operations/context.ts'
import { listResourceTypes, listSchemas, toServiceProviderConfig } from '../../operations/discovery.ts'
import { ScimError } from '../../protocol/scimError.ts'
import type { Answer, Answerer } from '../answer.ts'
import { refuseMethod } from '../refuseMethod.ts'

/** ServiceProviderConfig alone answers without a token, so that a caller learns how to get in (RFC 7644 §4). */
export function routeOpenDiscovery(router: Router, { read }: Answerer): void {
  router
    .route('/ServiceProviderConfig')
    .get(read(tell(toServiceProviderConfig)))
    .all(refuseMethod({ read }, ['GET']))
}

/** ResourceTypes and Schemas, all or one (RFC 7644 §4). */
export function routeDiscovery(router: Router, { read }: Answerer): void {
  for (const [path, list] of [
    ['/ResourceTypes', listResourceTypes],
    ['/Schemas', listSchemas],
  ] as const) {
    router
      .route(path)
      .get(read(tell((context) => list(context))))
      .all(refuseMethod({ read }, ['GET']))
    router
      .route(`${path}/:id`)
      .get(read(tell(list)))
      .all(refuseMethod({ read }, ['GET']))
  }
}

/** §4: query parameters are ignored here, and a filter is refused so that nobody takes the whole list for its result. */
function tell(toMessage: (context: OperationContext, id: string) => JsonObject): Answer {
  return (context, { id, query }) => {
    if (query.filter !== undefined) throw new ScimError(403, 'A filter is not offered on discovery endpoints (RFC 7644 §4).')
    return { status: 200, headers: {}, body: toMessage(context, id) }
  }
}
