import type { Action } from '#contract/exchange.ts'
import type { Json } from '#contract/scim/resource.ts'
import { findMember, findText, listOperations } from './jsonObject.ts'
import type { Observation } from './observation.ts'

/** What tells the meaning of an exchange. */
export type Meaning = Pick<Observation, 'method' | 'target' | 'query' | 'body' | 'before' | 'after' | 'status' | 'totalResults'>

/** What an exchange meant. A failed attempt keeps the action that it meant; where that depends on the reply, the request decides. */
export function readAction(observation: Meaning): Action {
  const { method, target } = observation
  const isRead = method === 'GET' || method === 'HEAD'
  switch (target.kind) {
    case 'users':
      if (method === 'POST') return observation.before?.['active'] === false && isSuccess(observation) ? 'restored' : 'created'
      return isRead ? readQueryAction(observation) : 'unknown'
    case 'groups':
      if (method === 'POST') return 'groupChanged'
      return isRead ? readQueryAction(observation) : 'unknown'
    case 'user':
      if (isRead) return 'lookedUp'
      if (method === 'DELETE') return 'deleted'
      return method === 'PUT' || method === 'PATCH' ? readUserChange(observation) : 'unknown'
    case 'group':
      if (isRead) return 'lookedUp'
      return ['PUT', 'PATCH', 'DELETE'].includes(method) ? 'groupChanged' : 'unknown'
    case 'search':
      return readQueryAction(observation)
    case 'discovery':
      return isRead ? 'discovered' : 'unknown'
    case 'bulk':
    case 'other':
      return 'unknown'
  }
}

/** True where the caller was told that it worked. */
export function isSuccess({ status }: Pick<Observation, 'status'>): boolean {
  return status >= 200 && status < 400
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** A comparison with `eq` that is the whole filter. */
export interface SimpleFilter {
  /** In lower case, with `.value` and a selector by type left out: `emails`. */
  readonly attribute: string
  readonly value: string
}

/** The one comparison of a filter such as `userName eq "maya@example.com"`; undefined for any other filter. */
export function readSimpleFilter(filter: string | undefined): SimpleFilter | undefined {
  const [, path, quoted, plain] =
    /^\s*([\w.:$-]+(?:\[type eq "[^"]*"\])?(?:\.\w+)?)\s+eq\s+(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))\s*$/i.exec(filter ?? '') ?? []
  if (path === undefined) return undefined
  const attribute = path
    .slice(path.lastIndexOf(':') + 1)
    .replace(/\[.*\]/, '')
    .replace(/\.value$/i, '')
  return { attribute: attribute.toLowerCase(), value: (quoted ?? plain ?? '').replace(/\\(.)/g, '$1') }
}

/** What providers match people and groups by, and are then asked for a random GUID. An externalId may well be a real one. */
const matchedNames: ReadonlySet<string> = new Set(['username', 'displayname', 'emails'])

/**
 * A test of the connection, or a real look-up. A test asks for somebody whom nobody can be: Entra ID's random GUID, and nobody was
 * found. Or it asks for one or two resources and no one in particular, as Okta does: nobody reads a roster so.
 */
function readQueryAction({ query, totalResults }: Meaning): Action {
  const filter = readSimpleFilter(query['filter'])
  if (filter)
    return matchedNames.has(filter.attribute) && guid.test(filter.value) && (totalResults ?? 0) === 0 ? 'tested' : 'lookedUp'
  const isFirst = query['startIndex'] === undefined || query['startIndex'] === '1'
  return query['filter'] === undefined && /^[0-2]$/.test(query['count'] ?? '') && isFirst ? 'tested' : 'lookedUp'
}

function readUserChange(observation: Meaning): Action {
  const { before, after, body, method } = observation
  if (isSuccess(observation) && before && after) {
    if (before['active'] !== false && after['active'] === false) return 'archived'
    return before['active'] === false && after['active'] !== false ? 'restored' : 'updated'
  }
  const wanted = method === 'PUT' ? { active: toBoolean(findMember(body, 'active')), isAlone: false } : readPatchedActive(body)
  if (wanted.active === false && before?.['active'] !== false) return 'archived'
  // Most updates repeat that the learner is active: only a learner known as archived is restored, or one patched in nothing else.
  if (wanted.active === true && (before ? before['active'] === false : wanted.isAlone)) return 'restored'
  return 'updated'
}

/** What a PatchOp makes of `active`, and whether it touches nothing else. */
function readPatchedActive(body: Json | undefined): { active: boolean | undefined; isAlone: boolean } {
  let active: boolean | undefined
  let isAlone = true
  for (const operation of listOperations(body)) {
    const path = findText(operation, 'path')
    const value = findMember(operation, 'value')
    const isActivePath = path !== undefined && /^(?:urn:.*:)?active$/i.test(path.trim())
    const given = path === undefined ? findMember(value, 'active') : isActivePath ? value : undefined
    active = toBoolean(given) ?? active
    if (given === undefined || (path === undefined && Object.keys(value ?? {}).length > 1)) isAlone = false
  }
  return { active, isAlone }
}

/** Entra ID sends "True" and "False", and single values in a list. */
function toBoolean(value: Json | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (Array.isArray(value) && value.length === 1) return toBoolean(value[0])
  if (typeof value !== 'string') return undefined
  const lowered = value.toLowerCase()
  return lowered === 'true' ? true : lowered === 'false' ? false : undefined
}
