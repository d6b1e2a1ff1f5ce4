import type { Router } from 'express'
import type { ResourceType } from '#contract/scim/schema.ts'
import { queryResources } from '../../operations/query.ts'
import { readSearchRequest } from '../../protocol/readSearchRequest.ts'
import type { Answerer } from '../answer.ts'
import { requireBody } from '../readBody.ts'
import { refuseMethod } from '../refuseMethod.ts'

/**
 * Queries of one type or, at the root, of all (RFC 7644 §3.4.2.1): by POST to `.search` with the parameters in the body (§3.4.3), and at
 * the root by GET too. Stands before the routes of the resources, to which `.search` would be an id.
 */
export function routeSearch(router: Router, types: readonly ResourceType[], { read }: Pick<Answerer, 'read'>): void {
  const search = (searched: readonly ResourceType[]) =>
    read((context, { body }) => ({
      status: 200,
      headers: {},
      body: { ...queryResources(context, searched, readSearchRequest(body, context.tolerances)) },
    }))
  const places = [['', types] as const, ...types.map((type) => [type.endpoint, [type]] as const)]
  for (const [endpoint, searched] of places) {
    router
      .route(`${endpoint}/.search`)
      .post(requireBody, search(searched))
      .all(refuseMethod({ read }, ['POST']))
  }
  router
    .route('/')
    .get(read((context, { query }) => ({ status: 200, headers: {}, body: { ...queryResources(context, types, query) } })))
    .all(refuseMethod({ read }, ['GET']))
}
