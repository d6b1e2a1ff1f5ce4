import type { Attributes, Json, JsonObject } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { setValue } from '../attributeValues.ts'
import { toAttributePath } from '../filter/parseAttributePath.ts'
import { isObject } from '../json.ts'
import { findSchema, formatPath, type PatchPath, parsePath, type ResolvedAttribute, resolveAttribute } from '../path.ts'
import { invalidValue, mutability, quoteValue, ScimError } from '../scimError.ts'
import { qualifiedKey } from '../tolerance/qualifiedKey.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'
import { unqualifiedExtension } from '../tolerance/unqualifiedExtension.ts'
import { isUnassigned, maxNoteLength } from '../validateValue.ts'
import { applyToAttribute } from './applyToAttribute.ts'

/** What a set of attributes is applied with. */
export interface ResourceTarget {
  readonly op: 'add' | 'replace'
  readonly type: ResourceType
  readonly tolerances: Tolerances
  /** Collects the paths of what was sent and is not stored. */
  readonly notKept: string[]
  /** Asked when a read-only attribute is named: true passes over it, false refuses it. */
  readonly mayIgnoreReadOnly: () => boolean
}

/**
 * Applies an object that names attributes of a resource: a whole resource, or the value of a patch operation without a path
 * (RFC 7644 §3.5.2.1, §3.5.2.3). Unknown attributes are passed over and noted.
 */
export function applyToResource(attributes: Attributes, value: JsonObject, target: ResourceTarget): Attributes {
  let after = attributes
  for (const [key, one] of Object.entries(value)) {
    const extension = findSchema(target.type, key)
    after = extension?.isExtension
      ? applyExtension(after, one, { ...target, urn: extension.schema.id })
      : applyKey(after, { key, value: one }, target)
  }
  return after
}

function applyExtension(attributes: Attributes, value: Json, target: ResourceTarget & { urn: string }): Attributes {
  const { urn, tolerances } = target
  if (isUnassigned(value, tolerances)) return setValue(attributes, urn, undefined)
  if (!isObject(value)) throw invalidValue(`${urn} must be an object with attributes, not ${quoteValue(value)}.`)
  let after = attributes
  for (const [key, one] of Object.entries(value)) after = applyKey(after, { key, value: one }, target)
  return after
}

function applyKey(
  attributes: Attributes,
  { key, value }: { key: string; value: Json },
  target: ResourceTarget & { urn?: string },
): Attributes {
  const { op, type, urn, tolerances, notKept } = target
  const sent = urn === undefined ? key : `${urn}:${key}`
  const path = readKey(sent, tolerances)
  const resolved = path && resolveAttribute(type, path.path)
  if (!path || !resolved || !isWrittenPlainly(key, path, { ...target, isExtension: resolved.isExtension })) {
    notKept.push(sent.slice(0, maxNoteLength))
    return attributes
  }
  const { attribute, subAttribute } = resolved
  if (attribute.name === 'schemas') return attributes
  if (attribute.mutability === 'readOnly' || subAttribute?.mutability === 'readOnly') {
    if (target.mayIgnoreReadOnly()) return attributes
    throw mutability(`${formatPath(resolved)} is read-only.`)
  }
  if (isNeverKept(resolved)) {
    notKept.push(attribute.name)
    return attributes
  }
  return applyToAttribute(
    attributes,
    { op, value },
    { resolved, ...(path.filter && { filter: path.filter }), tolerances, notKept },
  )
}

/** A password. What an extension never returns is kept: it may be required, unique or immutable all the same. */
export const isNeverKept = ({ attribute, isExtension }: ResolvedAttribute): boolean =>
  attribute.returned === 'never' && !isExtension

function readKey(key: string, tolerances: Tolerances): PatchPath | undefined {
  const path = toAttributePath(key)
  if (path) return { path }
  if (!key.includes('[')) return undefined
  try {
    return parsePath(key, tolerances)
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    // The name of an attribute that no schema has may look like anything.
    return undefined
  }
}

/** Whether a key is a mere name in the place where its attribute belongs, or may stand where it stands all the same. */
function isWrittenPlainly(
  key: string,
  { path, filter }: PatchPath,
  { urn, isExtension, tolerances }: { urn?: string; isExtension: boolean; tolerances: Tolerances },
): boolean {
  const isQualified = key.includes(':') || path.subAttribute !== undefined || filter !== undefined
  if (isQualified) return tolerances.use(qualifiedKey)
  return !isExtension || urn !== undefined || tolerances.use(unqualifiedExtension)
}
