import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { isList, isObject } from '../../protocol/json.ts'
import { aliasPath } from './aliasPath.ts'
import { isKnownPath, type Rule, ruleOf } from './attributeRule.ts'
import { aliasValue, type Context, hidden, isOwnId } from './context.ts'
import type { Identity } from './persons.ts'

/** Nothing of SCIM nests so deep; what does is meant to exhaust the stack. */
const maxDepth = 64
/** No attribute's path is longer; patterns are not tried on what is. */
const maxPathLength = 400
const unknownPath = 'unknown'

/** The attributes of a resource, or the part of one that a patch operation without a path holds. */
export function aliasResource(resource: JsonObject, context: Context): JsonObject {
  if (context.kind === 'User') meetWholeName(resource, context)
  return aliasMembers(resource, '', { ...context, depth: 0 })
}

/** What sentences call a person by comes first of all names, and may stand in no attribute as a whole. */
function meetWholeName({ displayName, name }: JsonObject, { namer, person }: Context): void {
  const { formatted, givenName, familyName } = isObject(name) ? name : {}
  const joined = typeof givenName === 'string' && typeof familyName === 'string' ? `${givenName} ${familyName}` : undefined
  const whole = [displayName, formatted, joined].find((one) => typeof one === 'string' && one.trim() !== '' && one !== hidden)
  if (typeof whole === 'string') namer.alias(whole, { label: 'displayName', person })
}

/** The value of the attribute that a path names. */
export function aliasAttribute(value: Json, path: string, context: Context): Json {
  return walk(value, path.length > maxPathLength ? unknownPath : path, { ...context, depth: 0 })
}

/** What a resource says of whom it is about; `id` only where it is one of ours. */
export function readIdentity(resource: Json | undefined): Identity {
  if (!isObject(resource)) return {}
  const find = (wanted: string) => Object.entries(resource).find(([name]) => name.toLowerCase().split(':').at(-1) === wanted)?.[1]
  const [id, userName, externalId, emails] = [find('id'), find('username'), find('externalid'), find('emails')]
  const [email] = isList(emails) ? emails : []
  const other = [externalId, isObject(email) ? email['value'] : email].find((one) => typeof one === 'string' && one !== hidden)
  return {
    ...(typeof id === 'string' && isOwnId(id) && { id }),
    ...(typeof userName === 'string' && userName !== hidden && { userName }),
    ...(typeof other === 'string' && other !== '' && { other }),
  }
}

interface Place extends Context {
  readonly depth: number
}

function walk(value: Json, path: string, place: Place): Json {
  if (place.depth > maxDepth) return hidden
  const inner = { ...place, depth: place.depth + 1 }
  if (isList(value)) return value.map((one) => walk(one, path, inner))
  if (isObject(value)) return aliasMembers(value, path, { ...inner, ...findOther(value, path, place) })
  return aliasLeaf(value, ruleOf(place.kind, path), place)
}

/** Neither true, false nor null is anybody. */
function aliasLeaf(value: string | number | boolean | null, rule: Rule, context: Context): Json {
  if (typeof value === 'string') return aliasValue(value, rule, context)
  if (typeof value !== 'number') return value
  const alias = aliasValue(String(value), rule, context)
  return alias === String(value) ? value : alias
}

function aliasMembers(object: JsonObject, path: string, place: Place): JsonObject {
  // fromEntries defines members, so that one called __proto__ stays one.
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      const inner = toInnerPath(path, name)
      return [aliasName(name, place), walk(value, inner, place)]
    }),
  )
}

function toInnerPath(path: string, name: string): string {
  if (path.length + name.length > maxPathLength) return unknownPath
  if (path === '') return name
  // Behind the URN of an extension stands a colon; of a whole URN as a name, only it counts.
  if (name.includes(':')) return name
  return /^urn:\S+:\w+$/i.test(path) && !isKnownPath(path) ? `${path}:${name}` : `${path}.${name}`
}

/** A name that no attribute can have may be a person's. */
function aliasName(name: string, context: Context): string {
  return /^[\w$.:-]{1,200}$/.test(name) ? name : aliasPath(name, context)
}

/** A member's or a manager's name is that person's, whoever holds it. A group as a member keeps its name. */
function findOther(value: JsonObject, path: string, { namer }: Context): Partial<Context> {
  const last = path
    .toLowerCase()
    .replace(/\[.*\]/s, '')
    .split(/[.:]/)
    .at(-1)
  if (last !== 'members' && last !== 'manager') return {}
  const { value: id, type } = value
  if (typeof type === 'string' && /^group$/i.test(type)) return { kind: 'Group' }
  return { person: typeof id === 'string' && isOwnId(id) ? namer.personOf({ id }) : null }
}
