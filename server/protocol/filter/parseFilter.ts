import { invalidFilter } from '../scimError.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'
import { unquotedValue } from '../tolerance/unquotedValue.ts'
import { valuePathComparison } from '../tolerance/valuePathComparison.ts'
import type { AttributePath, CompareOperator, Filter } from './ast.ts'
import { parseAttributePath } from './parseAttributePath.ts'
import { createTokenReader, type TokenReader, unexpected } from './tokenReader.ts'

type CompareValue = string | number | boolean | null

/**
 * Reads a filter (RFC 7644 §3.4.2.2). Whether its attributes exist is not asked here: see `checkFilter`.
 *
 * @throws ScimError invalidFilter with the position of the error, counted from 1; also for a text over 8192 characters,
 *   a nesting over 50 levels and more than 200 comparisons
 */
export function parseFilter(text: string, tolerances: Tolerances): Filter {
  const tokens = createTokenReader(text, tolerances)
  const filter = parseOr(tokens, parseAttributeExpression)
  tokens.expectEnd()
  return filter
}

/** valFilter = attrExp / logExp / *1"not" "(" valFilter ")"; the part of a value path that stands in brackets. */
export function parseValueFilter(tokens: TokenReader): Filter {
  return tokens.nested(() => parseOr(tokens, parseComparison))
}

/** What the expressions of a filter are made of: with value paths outside of brackets, without inside. */
type ParseExpression = (tokens: TokenReader) => Filter

/** or = and *( "or" and ) */
function parseOr(tokens: TokenReader, parseExpression: ParseExpression): Filter {
  let left = parseAnd(tokens, parseExpression)
  while (tokens.takeKeyword('or')) left = { kind: 'or', left, right: parseAnd(tokens, parseExpression) }
  return left
}

/** and = term *( "and" term ) */
function parseAnd(tokens: TokenReader, parseExpression: ParseExpression): Filter {
  let left = parseTerm(tokens, parseExpression)
  while (tokens.takeKeyword('and')) left = { kind: 'and', left, right: parseTerm(tokens, parseExpression) }
  return left
}

/** term = *1"not" "(" or ")" / expression */
function parseTerm(tokens: TokenReader, parseExpression: ParseExpression): Filter {
  if (tokens.takeKeyword('not')) {
    tokens.expect('(')
    return { kind: 'not', filter: parseGroup(tokens, parseExpression) }
  }
  return tokens.take('(') ? parseGroup(tokens, parseExpression) : parseExpression(tokens)
}

/** The rest of a group: or ")" */
function parseGroup(tokens: TokenReader, parseExpression: ParseExpression): Filter {
  const filter = tokens.nested(() => parseOr(tokens, parseExpression))
  tokens.expect(')')
  return filter
}

/** attributeExpression = attrPath ( "[" valFilter "]" / comparison ) */
function parseAttributeExpression(tokens: TokenReader): Filter {
  const path = parseAttributePath(tokens)
  if (!tokens.take('[')) return parseCondition(tokens, path)
  const filter = parseValueFilter(tokens)
  tokens.expect(']')
  const { position } = tokens.peek()
  const subAttribute = tokens.takeSubAttribute()
  if (subAttribute === undefined) return { kind: 'valuePath', path, filter }
  if (!tokens.tolerances.use(valuePathComparison)) {
    throw invalidFilter(`At position ${position} a sub-attribute follows a value path, which only a PATCH may have.`)
  }
  const condition = parseCondition(tokens, { attribute: subAttribute })
  return { kind: 'valuePath', path, filter: { kind: 'and', left: filter, right: condition } }
}

/** attrExp = attrPath condition */
function parseComparison(tokens: TokenReader): Filter {
  return parseCondition(tokens, parseAttributePath(tokens))
}

/** condition = SP "pr" / SP compareOp SP compValue */
function parseCondition(tokens: TokenReader, path: AttributePath): Filter {
  tokens.countComparison()
  if (tokens.takeKeyword('pr')) return { kind: 'present', path }
  return { kind: 'compare', path, operator: parseOperator(tokens), value: parseValue(tokens) }
}

const operators: readonly CompareOperator[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']

/** What other languages write, with what is written here, if anything is. Only these are repeated: any other word may be a part of a secret. */
const foreignOperators: ReadonlyMap<string, CompareOperator | undefined> = new Map([
  ...['=', '==', 'is', 'equals'].map((word) => [word, 'eq'] as const),
  ...['!=', '<>'].map((word) => [word, 'ne'] as const),
  ['contains', 'co'],
  ['startswith', 'sw'],
  ['endswith', 'ew'],
  ['>', 'gt'],
  ['>=', 'ge'],
  ['<', 'lt'],
  ['<=', 'le'],
  ...['regex', 'like', 'ilike', 'matches', 'in'].map((word) => [word, undefined] as const),
])

/** compareOp = "eq" / "ne" / "co" / "sw" / "ew" / "gt" / "lt" / "ge" / "le" */
function parseOperator(tokens: TokenReader): CompareOperator {
  const operator = operators.find((known) => tokens.takeKeyword(known))
  if (operator) return operator
  const { text, position } = tokens.peek()
  const foreign = text.toLowerCase()
  if (!foreignOperators.has(foreign)) throw unexpected(tokens.peek(), 'an operator (pr, eq, ne, co, sw, ew, gt, ge, lt or le)')
  const known = foreignOperators.get(foreign)
  throw invalidFilter(`The operator "${foreign}" at position ${position} is not supported${known ? `: write ${known}` : ''}.`)
}

/** compValue = false / null / true / number / string, as JSON writes them */
function parseValue(tokens: TokenReader): CompareValue {
  const { kind, text, position } = tokens.peek()
  if (kind !== 'string' && kind !== 'word') throw unexpected(tokens.peek(), 'a value')
  tokens.next()
  if (kind === 'string') return text
  const literal = toLiteral(text)
  if (literal !== undefined) return literal
  if (!tokens.tolerances.use(unquotedValue)) {
    throw invalidFilter(`The value at position ${position} needs quotation marks around it.`)
  }
  return text.length > 1 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text
}

const numberPattern = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i

function toLiteral(word: string): CompareValue | undefined {
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  return numberPattern.test(word) ? Number(word) : undefined
}
