import type { Target } from './observation.ts'

/** A request's place in the endpoint, with what is stored of it. */
export interface ReadTarget {
  readonly target: Target
  /** `/Users/{id}`: the path without what differs between resources. */
  readonly route: string
  readonly resourceType: 'User' | 'Group' | null
  readonly resourceId: string | null
}

const other = (route: string): ReadTarget => ({ target: { kind: 'other' }, route, resourceType: null, resourceId: null })

/** What RFC 7644 §3.2 defines beside resources and discovery; a route of its own each, whether or not it is offered. */
const knownOthers = new Map([
  ['bulk', '/Bulk'],
  ['me', '/Me'],
  ['.search', '/.search'],
])

/**
 * Reads which part of the endpoint a request is for.
 *
 * @param segments decoded, what follows `scim/v2`; empty ones (`//Users`) do not count
 */
export function readTarget(method: string, segments: readonly string[]): ReadTarget {
  const [first, second, ...more] = segments.filter((segment) => segment !== '')
  if (first === undefined) return method === 'GET' ? { ...other('/'), target: { kind: 'search', of: 'all' } } : other('/')
  switch (first.toLowerCase()) {
    case 'users':
    case 'groups':
      return more.length > 0 || isEndpoint(second) ? other('/*') : readResource(method, first, second)
    case 'serviceproviderconfig':
      return second === undefined ? discovery('ServiceProviderConfig', '') : other('/*')
    case 'resourcetypes':
      return more.length > 0 ? other('/*') : discovery('ResourceTypes', second === undefined ? '' : '/{id}')
    case 'schemas':
      return more.length > 0 ? other('/*') : discovery('Schemas', second === undefined ? '' : '/{id}')
    case 'bulk':
      return second === undefined && method === 'POST'
        ? { ...other('/Bulk'), target: { kind: 'bulk' } }
        : readOther(first, second)
    case '.search':
      return second === undefined && method === 'POST'
        ? { ...other('/.search'), target: { kind: 'search', of: 'all' } }
        : readOther(first, second)
    default:
      return readOther(first, second)
  }
}

/** `/Users/Users`: the base URL ends too late. No resource has such an id. */
function isEndpoint(id: string | undefined): boolean {
  return id !== undefined && /^(?:users|groups|serviceproviderconfig|resourcetypes|schemas)$/i.test(id)
}

function readOther(first: string, second: string | undefined): ReadTarget {
  // Whatever else may come in any number; one route keeps the error log short.
  return other((second === undefined && knownOthers.get(first.toLowerCase())) || '/*')
}

function readResource(method: string, first: string, id: string | undefined): ReadTarget {
  const isUser = first.toLowerCase() === 'users'
  const resourceType = isUser ? 'User' : 'Group'
  const endpoint = isUser ? '/Users' : '/Groups'
  if (id === undefined) return { target: { kind: isUser ? 'users' : 'groups' }, route: endpoint, resourceType, resourceId: null }
  if (method === 'POST' && id.toLowerCase() === '.search') {
    const target = { kind: 'search', of: isUser ? 'users' : 'groups' } as const
    return { target, route: `${endpoint}/.search`, resourceType, resourceId: null }
  }
  return { target: { kind: isUser ? 'user' : 'group', id }, route: `${endpoint}/{id}`, resourceType, resourceId: id }
}

function discovery(what: 'ServiceProviderConfig' | 'ResourceTypes' | 'Schemas', rest: string): ReadTarget {
  return { target: { kind: 'discovery', what }, route: `/${what}${rest}`, resourceType: null, resourceId: null }
}
