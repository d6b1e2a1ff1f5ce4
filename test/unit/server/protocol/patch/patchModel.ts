import type { Json } from '#contract/scim/resource.ts'
import type { Attribute } from '#contract/scim/schema.ts'

/** A patch operation in parts; every part is valid by itself. */
export interface ModelOperation {
  readonly op: 'add' | 'remove' | 'replace'
  readonly urn: string | undefined
  readonly attribute: Attribute
  readonly subAttribute: Attribute | undefined
  /** The filter of a value path: equalities that all have to hold. */
  readonly where: readonly (readonly [part: Attribute, value: string | number | boolean])[] | undefined
  /** Not for a removal. */
  readonly value: Json | undefined
}

/** Why an operation cannot be applied, by its scimType. */
export class ModelError extends Error {}

type Parts = Record<string, Json>
type Value = Json | Parts

/**
 * RFC 7644 §3.5.2 as plainly as it can be put: a copy is changed step by step, by nothing of the product. A value path that selects
 * nothing is noTarget; one of `replace` puts a value that still answers its filter in the place of those that it selects.
 */
export function applyModel(before: Json, operations: readonly ModelOperation[]): Json {
  const resource = copy(before)
  for (const operation of operations) {
    const { urn, attribute } = operation
    if (urn !== undefined) resource[urn] ??= {}
    const container = urn === undefined ? resource : asParts(resource[urn])
    if (attribute.multiValued) changeSeveral(container, operation)
    else changeOne(container, operation)
    if (isEmpty(container[attribute.name])) delete container[attribute.name]
    if (urn !== undefined && isEmpty(container)) delete resource[urn]
  }
  return finish(resource)
}

function changeOne(container: Parts, { op, attribute, subAttribute, value }: ModelOperation): void {
  const { name } = attribute
  if (subAttribute) container[name] = changePart(asParts(container[name]), subAttribute.name, op === 'remove' ? undefined : value)
  else if (op === 'remove') delete container[name]
  else container[name] = attribute.type === 'complex' ? { ...asParts(container[name]), ...asParts(value) } : (value ?? null)
}

function changeSeveral(container: Parts, operation: ModelOperation): void {
  const { op, attribute, subAttribute, where, value } = operation
  const list = asList(container[attribute.name])
  const preferred = new Set<Value>()
  const keep = (values: readonly Value[]) => {
    const isMarked = (one: Value) => asParts(one)['primary'] === true
    const hasPreferred = values.some((one) => preferred.has(one) && isMarked(one))
    for (const one of values) if (hasPreferred && !preferred.has(one) && isMarked(one)) asParts(one)['primary'] = false
    container[attribute.name] = values.filter((one) => !isEmpty(one))
  }

  if (where || subAttribute) {
    if (!where && list.length === 0 && op !== 'remove') list.push({})
    const selected = list.filter((one) => (where ?? []).every(([part, wanted]) => equals(asParts(one)[part.name], wanted, part)))
    if (where && selected.length === 0) throw new ModelError('noTarget')
    if (where && !subAttribute && op === 'remove') {
      keep(list.filter((one) => !selected.includes(one)))
      return
    }
    for (const one of selected.map(asParts)) {
      if (subAttribute) changePart(one, subAttribute.name, op === 'remove' ? undefined : value)
      else {
        if (op === 'replace') for (const name of Object.keys(one)) delete one[name]
        if (op === 'replace') for (const [part, wanted] of where ?? []) one[part.name] = wanted
        Object.assign(one, copy(value ?? null))
      }
      // The mark stays with a value that the operation has changed.
      if (one['primary'] === true) preferred.add(one)
    }
    keep(list)
    return
  }

  if (op !== 'add') {
    keep(op === 'remove' ? [] : asList(copyAny(value ?? [])))
    return
  }
  for (const added of asList(copyAny(value ?? []))) {
    const same = list.findLast((one) => isSame(one, added))
    if (same === undefined) list.push(added)
    else if (attribute.type === 'complex') Object.assign(asParts(same), added)
    if (attribute.type === 'complex' && asParts(added)['primary'] === true) preferred.add(same ?? added)
  }
  keep(list)
}

function changePart(parts: Parts, name: string, value: Json | undefined): Parts {
  if (value === undefined) delete parts[name]
  else parts[name] = value
  return parts
}

/** RFC 7643 §2.4: one preferred value at most. What says nothing beside its type is no value. */
function finish(resource: Parts): Parts {
  for (const container of [
    resource,
    ...Object.entries(resource).flatMap(([name, one]) => (name.startsWith('urn:') ? [asParts(one)] : [])),
  ]) {
    for (const [name, list] of Object.entries(container)) {
      if (!Array.isArray(list)) continue
      if (list.filter((one) => asParts(one)['primary'] === true).length > 1) throw new ModelError('invalidValue')
      if (container !== resource) continue
      const kept = list.filter(
        (one) => typeof one !== 'object' || Object.keys(one).some((part) => part !== 'type' && part !== 'primary'),
      )
      if (kept.length === 0) delete container[name]
      else container[name] = kept
    }
  }
  return resource
}

/** RFC 7643 §2.4: two values are the same when `value` and `type` are; without a `value`, when all is. */
function isSame(one: Value, other: Value): boolean {
  const [left, right] = [asParts(one), asParts(other)]
  if (typeof one !== 'object') return one === other
  if (left['value'] !== undefined || right['value'] !== undefined)
    return left['value'] === right['value'] && left['type'] === right['type']
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => left[name] === right[name])
}

function equals(actual: Json | undefined, wanted: string | number | boolean, { type, caseExact }: Attribute): boolean {
  if (typeof actual !== 'string' || typeof wanted !== 'string') return actual === wanted
  if (type === 'dateTime') return Date.parse(actual) === Date.parse(wanted)
  return caseExact ? actual === wanted : actual.toLowerCase() === wanted.toLowerCase()
}

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const copyAny = (value: Json): Json => JSON.parse(JSON.stringify(value))
const copy = (value: Json): Parts => asParts(copyAny(value))

// The model is given valid parts only, so that what should be an object or a list is one.
const asParts = (value: Value | undefined): Parts => (typeof value === 'object' && value !== null ? (value as Parts) : {})
const asList = (value: Value | undefined): Value[] => (Array.isArray(value) ? (value as Value[]) : [])
