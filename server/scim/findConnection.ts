import type { RequestHandler } from 'express'
import { unknownPath } from '../protocol/scimError.ts'
import { doubledSlash } from '../protocol/tolerance/doubledSlash.ts'
import { pathCase } from '../protocol/tolerance/pathCase.ts'
import { trailingSlash } from '../protocol/tolerance/trailingSlash.ts'
import type { Service } from '../service.ts'
import { arrivalOf } from './beginExchange.ts'
import { tolerancesOf } from './tolerances.ts'

/** Endpoints of RFC 7644 §3.2, as they are spelled there. */
const endpoints = ['Users', 'Groups', 'ServiceProviderConfig', 'ResourceTypes', 'Schemas', 'Me', 'Bulk', '.search']

/**
 * Reads the connection out of `/{connection}/scim/v2/…` and writes the rest of the path as RFC 7644 has it, so that the
 * routes see one spelling. Each liberty taken with the path is a named tolerance.
 *
 * @throws ScimError 404 for a path of another form or a connection that does not exist
 */
export function findConnection(service: Service): RequestHandler {
  return (req, res, next) => {
    const arrival = arrivalOf(res)
    const path = req.path
    const [slug, scim, version, ...rest] = path.split('/').filter((part) => part !== '')
    const connection = slug === undefined ? undefined : service.stores.connections.findBySlug(slug)
    if (!connection || scim?.toLowerCase() !== 'scim' || version?.toLowerCase() !== 'v2') throw unknownPath(path)

    arrival.connection = connection
    const tolerances = tolerancesOf(arrival)
    const [first, ...others] = rest.map((part) => decodeURIComponent(part))
    const endpoint = endpoints.find((name) => name.toLowerCase() === first?.toLowerCase()) ?? first
    const bent =
      (path.includes('//') && !tolerances.use(doubledSlash)) ||
      ([scim, version].join('/') !== 'scim/v2' && !tolerances.use(pathCase)) ||
      (endpoint !== first && !tolerances.use(pathCase)) ||
      (path.endsWith('/') && rest.length > 0 && !tolerances.use(trailingSlash))
    if (bent) throw unknownPath(path)

    arrival.segments = endpoint === undefined ? [] : [endpoint, ...others]
    const query = req.url.indexOf('?')
    req.url = `/${arrival.segments.map(encodeURIComponent).join('/')}${query === -1 ? '' : req.url.slice(query)}`
    next()
  }
}
