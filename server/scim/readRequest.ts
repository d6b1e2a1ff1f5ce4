import type { Request } from 'express'
import type { Arrival } from '../monitor/arrival.ts'
import type { Preconditions, WantedAttributes } from '../operations/context.ts'
import type { QueryParameters } from '../operations/query.ts'

/** What the operations need of a request, out of its path, query and headers. The body comes from the exchange. */
export interface ScimRequest {
  /** The resource's id; empty where the path has none. */
  readonly id: string
  readonly wanted: WantedAttributes
  readonly query: QueryParameters
  readonly preconditions: Preconditions
}

/** @see ScimRequest */
export function readRequest(req: Request, { query }: Arrival): ScimRequest {
  const id = req.params['id']
  const wanted = pick(query, ['attributes', 'excludedAttributes'])
  return {
    id: typeof id === 'string' ? id : '',
    wanted,
    query: { ...wanted, ...pick(query, ['filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'cursor']) },
    preconditions: { ifMatch: req.get('if-match'), ifNoneMatch: req.get('if-none-match') },
  }
}

/** Unknown query parameters are ignored (RFC 7644 §3.4.2). */
function pick<Name extends string>(query: Arrival['query'], names: readonly Name[]): { [N in Name]?: string } {
  const found: { [N in Name]?: string } = {}
  for (const name of names) {
    const value = query[name]
    if (value !== undefined) found[name] = value
  }
  return found
}
