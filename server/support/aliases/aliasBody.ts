import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isList, isObject } from '../../protocol/json.ts'
import { aliasFilter, aliasPath } from './aliasPath.ts'
import { aliasAttribute, aliasResource, readIdentity } from './aliasResource.ts'
import { aliasCursor, aliasTarget, kindOf } from './aliasTarget.ts'
import type { Kind } from './attributeRule.ts'
import { aliasAddresses, aliasId, hidden } from './context.ts'
import type { Identity, Namer } from './persons.ts'

/** Where a body belongs. */
export interface BodyContext {
  readonly namer: Namer
  readonly kind: Kind
  /** Of the resource that the exchange is about, where one is known. */
  readonly id: string | undefined
  /** Whether the user name in the body is that resource's: a request that was refused gave it to nobody. */
  readonly isDone: boolean
  /** Ids in a reply are ours; in a request anything may be called so. */
  readonly isReply: boolean
  /** How the detail of an error is told. */
  readonly aliasDetail: (text: string) => string
}

/** Any message of SCIM (RFC 7644): a resource, a list of them, a patch, a search, a bulk request or its reply, an error. */
export function aliasBody(body: Json, context: BodyContext): Json {
  if (isList(body)) return body.map((one) => (isObject(one) ? aliasObject(one, context) : aliasLoose(one, context)))
  return isObject(body) ? aliasObject(body, context) : aliasLoose(body, context)
}

/** Neither an object nor a list: nothing tells what it is. */
function aliasLoose(value: Json, { namer }: BodyContext): Json {
  if (typeof value === 'string' || typeof value === 'number') return namer.alias(String(value), { label: 'value', person: null })
  return isList(value) ? hidden : value
}

function aliasObject(body: JsonObject, context: BodyContext): Json {
  const { namer } = context
  const schemas = isList(body['schemas']) ? body['schemas'] : []
  if (schemas.includes(urns.error)) return aliasParts(body, { detail: (text) => context.aliasDetail(text) }, context)
  if (isList(body['Resources'])) {
    const { Resources, ...page } = body
    const resources = Resources.map((one) => aliasListed(one, context))
    const cursor = (text: string) => aliasCursor(text, namer)
    return { ...aliasParts(page, { nextCursor: cursor, previousCursor: cursor }, context), Resources: resources }
  }
  if (schemas.includes(urns.searchRequest) || typeof body['filter'] === 'string') {
    const filter = (text: string) => aliasFilter(text, { namer, kind: context.kind, person: null })
    return aliasParts(body, { filter, cursor: (text) => aliasCursor(text, namer) }, context)
  }
  const operations = Object.keys(body).find((name) => name.toLowerCase() === 'operations')
  if (operations === undefined) return aliasOne(body, context)
  return { ...aliasParts(body, {}, context), [operations]: aliasOperations(body[operations] ?? null, context) }
}

/** A message of which every text but those named has nothing to do with persons. */
function aliasParts(
  body: JsonObject,
  parts: Readonly<Record<string, (text: string) => string>>,
  { namer }: BodyContext,
): JsonObject {
  const alias = (name: string, value: Json): Json => {
    if (isList(value)) return value.map((one) => alias(name, one))
    if (isObject(value)) return hidden
    if (typeof value !== 'string') return value
    return (Object.hasOwn(parts, name) ? parts[name] : undefined)?.(value) ?? aliasAddresses(value, namer)
  }
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [aliasAddresses(name, namer), alias(name, value)]))
}

/** A resource on its own. A group has no person; what it says of its members they bring along. */
function aliasOne(resource: JsonObject, { namer, kind, id, isDone, isReply }: BodyContext): JsonObject {
  const { id: ownId, userName, other } = readIdentity(resource)
  const told = isReply ? ownId : undefined
  const identity: Identity = id === undefined ? { id: told, userName, other } : { id, userName: isDone ? userName : undefined }
  return aliasResource(resource, { namer, kind, person: kind === 'Group' ? null : namer.personOf(identity) })
}

function aliasListed(resource: Json, context: BodyContext): Json {
  if (!isObject(resource)) return aliasLoose(resource, context)
  return aliasOne(resource, { ...context, kind: kindOfResource(resource) ?? context.kind, id: undefined })
}

function kindOfResource({ schemas }: JsonObject): Kind | undefined {
  if (!isList(schemas)) return undefined
  if (schemas.includes(urns.group)) return 'Group'
  return schemas.includes(urns.user) ? 'User' : undefined
}

function aliasOperations(operations: Json, context: BodyContext): Json {
  if (isObject(operations)) return aliasOperation(operations, context)
  if (!isList(operations)) return aliasLoose(operations, context)
  return operations.map((one) => (isObject(one) ? aliasOperation(one, context) : aliasLoose(one, context)))
}

function aliasOperation(operation: JsonObject, context: BodyContext): JsonObject {
  return Object.keys(operation).some((name) => name.toLowerCase() === 'method')
    ? aliasBulkOperation(operation, context)
    : aliasPatchOperation(operation, context)
}

/** `path` says what `value` is of, and either may come first. */
function aliasPatchOperation(operation: JsonObject, { namer, kind, id, isDone }: BodyContext): JsonObject {
  const entries = Object.entries(operation).map(([name, value]) => ({ name, lowered: name.toLowerCase(), value }))
  const path = entries.find(({ lowered }) => lowered === 'path')?.value
  const value = entries.find(({ lowered }) => lowered === 'value')?.value ?? null
  const attribute = typeof path === 'string' ? path : ''
  const given =
    /(?:^|:)userName$/i.test(attribute.trim()) && typeof value === 'string' ? { userName: value } : readIdentity(value)
  const identity: Identity = {
    ...(isDone && given.userName !== undefined && { userName: given.userName }),
    ...(id !== undefined && { id }),
  }
  const person = kind === 'Group' ? null : namer.personOf(identity)
  const context = { namer, kind, person }
  return Object.fromEntries(
    entries.map(({ name, lowered, value: one }) => {
      if (lowered === 'op') return [name, typeof one === 'string' ? aliasAddresses(one, namer) : one]
      if (lowered === 'path') return [name, typeof one === 'string' ? aliasPath(one, context) : hidden]
      if (attribute === '' && isObject(one)) return [name, aliasResource(one, context)]
      return [name, aliasAttribute(one, attribute, context)]
    }),
  )
}

function aliasBulkOperation(operation: JsonObject, context: BodyContext): JsonObject {
  const { namer } = context
  const { path, location } = operation
  const place = typeof path === 'string' ? path : typeof location === 'string' ? location : ''
  const id = place.split('/').at(-1) ?? ''
  const isOwn = kindOf(place) !== null && aliasId(id, namer) === id && id !== ''
  const inner: BodyContext = { ...context, kind: kindOf(place) ?? 'User', id: isOwn ? id : undefined, isDone: false }
  return Object.fromEntries(
    Object.entries(operation).map(([name, value]) => {
      switch (name.toLowerCase()) {
        case 'path':
        case 'location':
          return [name, typeof value === 'string' ? aliasTarget(value, namer) : hidden]
        case 'bulkid':
          return [name, typeof value === 'string' ? namer.alias(value, { label: 'bulkId', person: null }) : hidden]
        case 'data':
          return [name, aliasBody(value, { ...inner, isReply: false })]
        case 'response':
          return [name, aliasBody(value, inner)]
        default:
          return [name, typeof value === 'string' ? aliasAddresses(value, namer) : isObject(value) ? hidden : value]
      }
    }),
  )
}
