import { assertNever } from '../protocol/assertNever.ts'
import type { AttributePath, Filter } from '../protocol/filter/ast.ts'
import { foldText } from '../protocol/foldText.ts'
import { type ResolvedAttribute, resolveAttribute } from '../protocol/path.ts'
import { invalidFilter } from '../protocol/scimError.ts'
import { toUniqueKey, toUniquePath } from '../protocol/uniqueValues.ts'
import { type Comparison, compareToSql, presentToSql } from './filterCondition.ts'
import { elementsOf, type FilterScope, isUniqueName, plainOperand, presenceOf } from './filterOperand.ts'
import { andFragments, notFragment, orFragments, prefixRange, type SqlFragment, sqlFragment } from './sqlFragment.ts'

/**
 * Turns a filter that `checkFilter` let pass into a condition on a row of `resource`, with the meaning that `matches` has. The
 * condition may be NULL, which counts as false. Every value is bound. userName, a group's displayName, id, externalId, e-mail
 * addresses and members are looked up by index where the operator lets them; all else is read in order of creation.
 *
 * @throws ScimError invalidFilter (400) for what is in no database: URLs and entity tags
 */
export function filterToSql(filter: Filter, scope: FilterScope): SqlFragment {
  return combine(filter, (part) => {
    const target = resolve(part.path, scope)
    switch (part.kind) {
      case 'present':
        return attributePresent(target, scope)
      case 'compare':
        return lookUp(target, part, scope) ?? attributeCompares(target, part, scope)
      case 'valuePath':
        return valueMatches(target, part.filter, scope)
      default:
        return assertNever(part)
    }
  })
}

type Logical = Extract<Filter, { kind: 'and' | 'or' | 'not' }>
type Leaf = Exclude<Filter, Logical>

function combine(filter: Filter, leafToSql: (leaf: Leaf) => SqlFragment): SqlFragment {
  switch (filter.kind) {
    case 'and':
      return andFragments(combine(filter.left, leafToSql), combine(filter.right, leafToSql))
    case 'or':
      return orFragments(combine(filter.left, leafToSql), combine(filter.right, leafToSql))
    case 'not':
      return notFragment(combine(filter.filter, leafToSql))
    default:
      return leafToSql(filter)
  }
}

function resolve(path: AttributePath, { type }: FilterScope): ResolvedAttribute {
  const target = resolveAttribute(type, path)
  if (!target) throw invalidFilter(`A ${type.name} has no attribute ${path.attribute} that could be filtered by.`)
  return target
}

function attributePresent(target: ResolvedAttribute, scope: FilterScope): SqlFragment {
  const isWhole = target.attribute.type === 'complex' && !target.subAttribute
  if (!target.attribute.multiValued) return isWhole ? presenceOf(target) : presentToSql(plainOperand(target))
  const elements = elementsOf(target, scope)
  return elements.select(isWhole ? sqlFragment('TRUE') : presentToSql(elements.operandOf(target.subAttribute)))
}

function attributeCompares(target: ResolvedAttribute, comparison: Comparison, scope: FilterScope): SqlFragment {
  if (!target.attribute.multiValued) return compareToSql(plainOperand(target), comparison)
  const elements = elementsOf(target, scope)
  const operand = elements.operandOf(target.subAttribute)
  const isAnyPresent = elements.select(presentToSql(operand))
  const { operator, value } = comparison
  if (value === null) return operator === 'eq' ? notFragment(isAnyPresent) : isAnyPresent
  if (operator !== 'ne') return elements.select(compareToSql(operand, comparison))
  // One unequal value is enough, and so is none at all.
  const isAnyUnequal = elements.select(andFragments(presentToSql(operand), compareToSql(operand, comparison)))
  return orFragments(isAnyUnequal, notFragment(isAnyPresent))
}

/** `emails[type eq "work" and value co "@example.com"]`: the filter in brackets is asked of one value at a time. */
function valueMatches(target: ResolvedAttribute, filter: Filter, scope: FilterScope): SqlFragment {
  const elements = target.attribute.multiValued ? elementsOf(target, scope) : undefined
  const condition = combine(filter, (part) => {
    if (part.kind === 'valuePath') throw invalidFilter('A filter in brackets cannot contain another one.')
    const inner = { attribute: target.attribute.name, subAttribute: part.path.attribute }
    const resolved = resolve(target.isExtension ? { ...inner, urn: target.schema.id } : inner, scope)
    const operand = elements ? elements.operandOf(resolved.subAttribute) : plainOperand(resolved)
    return part.kind === 'present' ? presentToSql(operand) : compareToSql(operand, part)
  })
  if (!elements) return andFragments(presenceOf(target), condition)
  const address = isEmails(target) ? findRequiredValue(filter) : undefined
  const selected = elements.select(condition)
  return address === undefined ? selected : andFragments(hasEmail(address), selected)
}

/** The value that every match has, so that it can be looked up first: `value eq "..."` on its own or under `and` alone. */
function findRequiredValue(filter: Filter): string | undefined {
  if (filter.kind === 'and') return findRequiredValue(filter.left) ?? findRequiredValue(filter.right)
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || filter.path.attribute !== 'value') return undefined
  return typeof filter.value === 'string' ? filter.value : undefined
}

/** What an index answers in a form of its own. */
function lookUp(target: ResolvedAttribute, { operator, value }: Comparison, scope: FilterScope): SqlFragment | undefined {
  if (operator === 'eq' && !target.isExtension && target.attribute.name === 'active') {
    if (value === false) return sqlFragment(`resource.status = 'archived'`)
    // A learner of whom nobody said whether it is active has the status, not the attribute.
    if (value === true) return sqlFragment(`(resource.status = 'active' AND json_extract(resource.document, '$.active') = TRUE)`)
  }
  if (typeof value !== 'string') return undefined
  if (operator === 'eq' && isEmails(target) && target.subAttribute?.name === 'value') return hasEmail(value)
  if (operator === 'eq' && target.isExtension) return hasUniqueValue(target, value, scope)
  if (!isUniqueName(target)) return undefined
  if (operator === 'sw')
    return sqlFragment('(resource.folded_name >= ? AND resource.folded_name < ?)', ...prefixRange(foldText(value)))
  // Deleted users keep their name without the claim to it: the claim leads past any number of them.
  if (operator === 'eq' && target.attribute.name === 'userName') {
    return sqlFragment('(resource.folded_name = ? AND resource.name_claim = 1)', foldText(value))
  }
  return undefined
}

function isEmails({ isExtension, attribute }: ResolvedAttribute): boolean {
  return !isExtension && attribute.name === 'emails'
}

/** An attribute of an extension whose values must not repeat is found by the key that sees to it. */
function hasUniqueValue(target: ResolvedAttribute, value: string, { connectionId }: FilterScope): SqlFragment | undefined {
  const key = toUniqueKey(target, value)
  if (key === undefined || key === '') return undefined
  return sqlFragment(
    `resource.seq IN (SELECT unique_value.resource_seq
                        FROM unique_value
                       WHERE unique_value.connection_id = ?
                         AND unique_value.urn = ?
                         AND unique_value.path = ?
                         AND unique_value.key = ?)`,
    connectionId,
    target.schema.id,
    toUniquePath(target),
    key,
  )
}

/** The table of e-mail addresses is read once, not once for each resource. */
function hasEmail(address: string): SqlFragment {
  return sqlFragment('resource.seq IN (SELECT email.resource_seq FROM email WHERE email.folded_value = ?)', foldText(address))
}
