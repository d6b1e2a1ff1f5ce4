import type { Router } from 'express'
import type { ResourceType } from '#contract/scim/schema.ts'
import { queryResources } from '../../operations/query.ts'
import { readSearchRequest } from '../../protocol/readSearchRequest.ts'
import type { Answerer } from '../answer.ts'
import { requireBody } from '../readBody.ts'
import { refuseMethod } from '../refuseMethod.ts'

/**
 * Queries whose parameters stand in the body (RFC 7644 §3.4.3), for one type, or at the root for all. Stands before the routes of the
 * resources, to which `.search` would be an id.
 */
export function routeSearch(router: Router, types: readonly ResourceType[], { read }: Pick<Answerer, 'read'>): void {
  const search = (searched: readonly ResourceType[]) =>
    read((context, { body }) => ({
      status: 200,
      headers: {},
      body: { ...queryResources(context, searched, readSearchRequest(body, context.tolerances)) },
    }))
  for (const type of types) router.post(`${type.endpoint}/.search`, requireBody, search([type]))
  router
    .route('/.search')
    .post(requireBody, search(types))
    .all(refuseMethod({ read }, ['POST']))
}
