import type { Request } from 'express'
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
export function readRequest(req: Request): ScimRequest {
  const id = req.params['id']
  const wanted = pick(req, ['attributes', 'excludedAttributes'])
  return {
    id: typeof id === 'string' ? id : '',
    wanted,
    query: { ...wanted, ...pick(req, ['filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'cursor']) },
    preconditions: { ifMatch: req.get('if-match'), ifNoneMatch: req.get('if-none-match') },
  }
}

/** Query parameters as text, the first one where a name repeats; unknown ones are ignored (RFC 7644 §3.4.2). */
function pick<Name extends string>(req: Request, names: readonly Name[]): { [N in Name]?: string } {
  const found: { [N in Name]?: string } = {}
  for (const name of names) {
    const given: unknown = req.query[name]
    const value: unknown = Array.isArray(given) ? given[0] : given
    if (typeof value === 'string') found[name] = value
  }
  return found
}
