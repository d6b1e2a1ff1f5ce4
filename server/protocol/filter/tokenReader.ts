import { invalidFilter } from '../scimError.ts'
import { loneBackslash } from '../tolerance/loneBackslash.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'

/** A piece of a filter: a bracket, a string in quotes, or a word (name, operator, number, value without quotes). */
export interface Token {
  readonly kind: '(' | ')' | '[' | ']' | 'string' | 'word' | 'end'
  /** A string without its quotes and escapes. */
  readonly text: string
  /** Counts from 1. */
  readonly position: number
}

/** Hands out the tokens of a filter in order. */
export interface TokenReader {
  readonly peek: () => Token
  readonly next: () => Token
  /** Takes the bracket if it comes next. */
  readonly take: (kind: '(' | ')' | '[' | ']') => boolean
  readonly expect: (kind: '(' | ')' | '[' | ']') => void
  /** Takes the word if it comes next, whatever its case. */
  readonly takeKeyword: (keyword: string) => boolean
  /** Takes `.name` if it comes next, as it may after a `]`. */
  readonly takeSubAttribute: () => string | undefined
  readonly expectEnd: () => void
  /** Runs `work` one level deeper; too deep a nesting is refused, so that no text overflows the stack. */
  readonly nested: <T>(work: () => T) => T
  /** Counts a comparison; too many are refused. */
  readonly countComparison: () => void
  readonly tolerances: Tolerances
}

const maxLength = 8192
const maxDepth = 50
const maxComparisons = 200

/**
 * @throws ScimError invalidFilter, from here or from the reader's functions, with the position of the error
 */
export function createTokenReader(text: string, tolerances: Tolerances): TokenReader {
  if (text.length > maxLength) throw invalidFilter(`It is longer than ${maxLength} characters.`)
  let token = readToken(text, 0, tolerances)
  let depth = 0
  let comparisons = 0

  const peek = () => token.value
  const next = () => {
    const taken = token.value
    token = readToken(text, token.end, tolerances)
    return taken
  }
  const take = (kind: Token['kind']) => peek().kind === kind && next() !== undefined
  return {
    peek,
    next,
    take,
    expect: (kind) => {
      if (!take(kind)) throw unexpected(peek(), `"${kind}"`)
    },
    takeKeyword: (keyword) => peek().kind === 'word' && peek().text.toLowerCase() === keyword && next() !== undefined,
    takeSubAttribute: () => {
      const { kind, text: word } = peek()
      return kind === 'word' && subAttributePattern.test(word) ? next().text.slice(1) : undefined
    },
    expectEnd: () => {
      if (peek().kind !== 'end') throw unexpected(peek(), 'the end')
    },
    nested: (work) => {
      depth += 1
      if (depth > maxDepth) throw invalidFilter(`It nests more than ${maxDepth} levels deep at position ${peek().position}.`)
      const result = work()
      depth -= 1
      return result
    },
    countComparison: () => {
      comparisons += 1
      if (comparisons > maxComparisons) throw invalidFilter(`It makes more than ${maxComparisons} comparisons.`)
    },
    tolerances,
  }
}

const subAttributePattern = /^\.[$A-Za-z][\w$-]*$/

/** Says where something else was due. What stands there is not quoted: it may be part of a secret. */
export function unexpected(token: Token, due: string) {
  const what = { string: 'a string', word: 'a word', end: 'nothing' }
  const found = token.kind === 'string' || token.kind === 'word' || token.kind === 'end' ? what[token.kind] : `"${token.kind}"`
  return invalidFilter(`At position ${token.position} stands ${found} where ${due} is due.`)
}

interface ReadToken {
  readonly value: Token
  /** Where the next token is looked for. */
  readonly end: number
}

function readToken(text: string, from: number, tolerances: Tolerances): ReadToken {
  let start = from
  while (isSpace(text[start])) start += 1
  const first = text[start]
  const position = start + 1
  if (first === undefined) return { value: { kind: 'end', text: '', position }, end: start }
  if (first === '(' || first === ')' || first === '[' || first === ']') {
    return { value: { kind: first, text: first, position }, end: start + 1 }
  }
  if (first === '"') return readString(text, start, tolerances)
  let end = start + 1
  while (isWordCharacter(text[end])) end += 1
  return { value: { kind: 'word', text: text.slice(start, end), position }, end }
}

const isSpace = (character: string | undefined) =>
  character === ' ' || character === '\t' || character === '\r' || character === '\n'
const isWordCharacter = (character: string | undefined) =>
  character !== undefined && !isSpace(character) && !'()[]"'.includes(character)

const escapes: Readonly<Record<string, string | undefined>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** A string as JSON writes it (RFC 8259 §7). */
function readString(text: string, start: number, tolerances: Tolerances): ReadToken {
  let value = ''
  let at = start + 1
  while (at < text.length) {
    const character = text.charAt(at)
    if (character === '"') return { value: { kind: 'string', text: value, position: start + 1 }, end: at + 1 }
    if (character !== '\\') {
      value += character
      at += 1
      continue
    }
    const escaped = readEscape(text, at)
    if (!escaped && !tolerances.use(loneBackslash)) {
      throw invalidFilter(`At position ${at + 1} a backslash stands in a string without being part of an escape.`)
    }
    value += escaped ? escaped.value : '\\'
    at += escaped ? escaped.length : 1
  }
  throw invalidFilter(`The string that starts at position ${start + 1} has no closing quotation mark.`)
}

function readEscape(text: string, at: number): { value: string; length: number } | undefined {
  const hexadecimal = text.slice(at + 2, at + 6)
  if (text[at + 1] === 'u' && /^[0-9a-f]{4}$/i.test(hexadecimal)) {
    return { value: String.fromCharCode(Number.parseInt(hexadecimal, 16)), length: 6 }
  }
  const value = Object.hasOwn(escapes, text.charAt(at + 1)) ? escapes[text.charAt(at + 1)] : undefined
  return value === undefined ? undefined : { value, length: 2 }
}
