import type { Attributes, Json, JsonObject } from '#contract/scim/resource.ts'
import { getAttribute, setAttribute } from '../attributeValues.ts'
import type { Filter } from '../filter/ast.ts'
import { isList, isObject } from '../json.ts'
import { formatPath, type ResolvedAttribute } from '../path.ts'
import { membersAttribute } from '../schemas/group.ts'
import { invalidPath, mutability } from '../scimError.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'
import { mergeComplex, type ValidationContext, validateValue } from '../validateValue.ts'
import { applyToSelected } from './applyToSelected.ts'
import type { AttributeChange } from './attributeChange.ts'
import { addValues, removeValues } from './changeValues.ts'
import { movePrimary } from './movePrimary.ts'

/** What a change works with: the attribute, which of its values, and where it is noted what is not stored. */
export interface ChangeTarget {
  readonly resolved: ResolvedAttribute
  readonly filter?: Filter
  readonly tolerances: Tolerances
  readonly notKept: string[]
}

/** Changes one attribute (RFC 7644 §3.5.2.1 to §3.5.2.3). */
export function applyToAttribute(attributes: Attributes, change: AttributeChange, target: ChangeTarget): Attributes {
  const { resolved, tolerances, notKept } = target
  const { attribute } = resolved
  if (attribute === membersAttribute)
    throw invalidPath('members can be changed as a whole, or by a path such as members[value eq "…"].')
  if (target.filter && !(attribute.multiValued && attribute.type === 'complex')) {
    throw invalidPath(`${attribute.name} has no values to select from by a filter.`)
  }
  const before = getAttribute(attributes, resolved)
  // Of a part, or of some of the values, whoever finishes the resource sees what is left.
  const isWhole = resolved.subAttribute === undefined && !target.filter
  if (change.op === 'remove' && isWhole && attribute.required) {
    throw mutability(`${attribute.name} is required and cannot be removed.`).because('missing', attribute.name)
  }
  const context = {
    label: formatPath({ schema: resolved.schema, isExtension: resolved.isExtension, attribute }),
    tolerances,
    notKept,
  }
  const after = attribute.multiValued
    ? changeMultiValued(isList(before) ? before : [], change, { ...target, context })
    : changeSingle(before, change, { ...target, context })
  // RFC 7643 §2.5: a list without values is no value.
  return setAttribute(attributes, resolved, isList(after) && after.length === 0 ? undefined : after)
}

interface Target extends ChangeTarget {
  readonly context: ValidationContext
}

function changeSingle(before: Json | undefined, change: AttributeChange, { resolved, context }: Target): Json | undefined {
  const { attribute, subAttribute } = resolved
  const value = change.op === 'remove' ? null : (change.value ?? null)
  if (subAttribute) return mergeComplex(toObject(before), { [subAttribute.name]: value }, { attribute, context })
  const isMerged = attribute.type === 'complex' && isObject(value)
  return isMerged ? mergeComplex(toObject(before), value, { attribute, context }) : validateValue(value, attribute, context)
}

const toValues = (value: Json | undefined) => (isList(value) ? value : undefined)

const toObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

function changeMultiValued(before: readonly Json[], change: AttributeChange, target: Target): readonly Json[] | undefined {
  const { filter, resolved, context } = target
  const { attribute, subAttribute } = resolved
  const value = change.value ?? null
  if (filter) return applyToSelected(before, change, { attribute, subAttribute, filter, context })
  if (subAttribute) {
    const merge = (one: Json) => mergeComplex(toObject(one), { [subAttribute.name]: value }, { attribute, context })
    return movePrimary(before.length > 0 || change.op === 'remove' ? before.map(merge) : [merge({})], () => true)
  }
  switch (change.op) {
    case 'remove':
      return removeValues(before, value, { attribute, context })
    case 'add':
      return addValues(before, value, { attribute, context })
    case 'replace':
      return toValues(validateValue(value, attribute, context))
  }
}
