import { assertNever } from '../protocol/assertNever.ts'
import { toInstant } from '../protocol/dateTime.ts'
import type { Filter } from '../protocol/filter/ast.ts'
import { foldText } from '../protocol/foldText.ts'
import type { Operand } from './filterOperand.ts'
import { type SqlFragment, sqlFragment } from './sqlFragment.ts'

/** A comparison of a filter. */
export type Comparison = Extract<Filter, { kind: 'compare' }>

/** True where the operand has a value. */
export function presentToSql({ expression }: Operand): SqlFragment {
  return sqlFragment(`(${expression.sql} IS NOT NULL)`, ...expression.params)
}

/** Compares one value; an absent one is unequal to every value and equals null. */
export function compareToSql(operand: Operand, { operator, value }: Comparison): SqlFragment {
  const { sql, params } = toComparedKey(operand)
  if (value === null) return sqlFragment(`(${sql} IS ${operator === 'eq' ? '' : 'NOT '}NULL)`, ...params)
  const wanted = toWanted(operand, value)
  switch (operator) {
    case 'eq':
      return sqlFragment(`${sql} = ?`, ...params, wanted)
    case 'ne':
      return sqlFragment(`(${sql} IS NOT ?)`, ...params, wanted)
    // Not LIKE: to it, % and _ are not letters.
    case 'co':
      return sqlFragment(`instr(${sql}, ?) > 0`, ...params, wanted)
    case 'sw':
      return sqlFragment(`instr(${sql}, ?) = 1`, ...params, wanted)
    case 'ew':
      return endsWith({ sql, params }, String(wanted))
    case 'gt':
      return sqlFragment(`${sql} > ?`, ...params, wanted)
    case 'ge':
      return sqlFragment(`${sql} >= ?`, ...params, wanted)
    case 'lt':
      return sqlFragment(`${sql} < ?`, ...params, wanted)
    case 'le':
      return sqlFragment(`${sql} <= ?`, ...params, wanted)
    default:
      return assertNever(operator)
  }
}

function endsWith({ sql, params }: SqlFragment, wanted: string): SqlFragment {
  // substr() from 0 would be the whole text.
  if (wanted === '') return sqlFragment(`${sql} IS NOT NULL`, ...params)
  // SQLite counts characters, not UTF-16 units.
  return sqlFragment(`substr(${sql}, ?) = ?`, ...params, -Array.from(wanted).length, wanted)
}

function toKey({ attribute, expression, isFolded }: Operand): SqlFragment {
  const isText = attribute.type === 'string' || attribute.type === 'reference' || attribute.type === 'binary'
  if (!isText || attribute.caseExact || isFolded) return expression
  return sqlFragment(`fold(${expression.sql})`, ...expression.params)
}

/**
 * What a value is compared and sorted by: its text in the case that counts. A time that a client sent is compared as an instant: it
 * may name any offset. Those of columns are all of one form.
 */
export function toComparedKey(operand: Operand): SqlFragment {
  const { sql, params } = toKey(operand)
  return isSentTime(operand)
    ? sqlFragment(`CAST(round(unixepoch(${sql}, 'subsec') * 1000) AS INTEGER)`, ...params)
    : { sql, params }
}

function isSentTime({ attribute, expression }: Operand): boolean {
  return attribute.type === 'dateTime' && !expression.sql.startsWith('resource.')
}

function toWanted(operand: Operand, value: string | number | boolean): string | number {
  const { attribute, isFolded } = operand
  // JSON's true and false are 1 and 0 to SQLite.
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  if (attribute.type === 'dateTime') {
    const instant = toInstant(value) ?? Number.NaN
    // Our own times are stored in the one form that sorts as it counts.
    return isSentTime(operand) ? instant : new Date(instant).toISOString()
  }
  return attribute.caseExact && !isFolded ? value : foldText(value)
}
