import { isKnownPath, ruleOf } from './attributeRule.ts'
import { aliasValue, type Context, hidden } from './context.ts'

const operators = /^(?:eq|ne|co|sw|ew|gt|ge|lt|le)$/i
const connectives = /^(?:and|or|not|pr)$/i
const token = /"(?:[^"\\]|\\.)*"?|[()[\]]|[^\s()[\]"]+|\s+/gs
const pathWord = /^[\w$.:-]{1,200}$/

/**
 * A filter with aliases for the persons in it. It is read word by word and not parsed, since a filter that cannot be parsed holds persons
 * as well: what is neither an operator nor in the place of an attribute's name is hidden.
 */
export function aliasFilter(filter: string, context: Context): string {
  return aliasWords(filter, context, { mayStandAlone: false })
}

/** The same for an attribute's path: `emails[value eq "maya@example.com"].type`. */
export function aliasPath(path: string, context: Context): string {
  return pathWord.test(path) ? path : aliasWords(path, context, { mayStandAlone: true })
}

function aliasWords(text: string, context: Context, { mayStandAlone }: { mayStandAlone: boolean }): string {
  const tokens = text.match(token) ?? []
  let outer = ''
  let path = ''
  let isValueDue = false
  const toValue = (value: string) => aliasValue(value, ruleOf(context.kind, outer === '' ? path : `${outer}.${path}`), context)

  const readWord = (word: string, index: number): string => {
    if (isValueDue) {
      isValueDue = false
      return isLiteral(word) ? aliasLiteral(word, toValue) : toValue(word)
    }
    if (operators.test(word) && path !== '') {
      isValueDue = true
      return word
    }
    if (connectives.test(word)) return word
    const isInPlace = isFollowed(tokens, index) || isKnownPath(word) || (mayStandAlone && tokens[index - 1] === ']')
    if (!isInPlace || !pathWord.test(word)) return hidden
    path = word
    return word
  }

  return tokens
    .map((one, index) => {
      if (one.startsWith('"')) {
        isValueDue = false
        return JSON.stringify(toValue(unquote(one)))
      }
      if (one === '[') outer = path
      if (one === ']') {
        path = outer
        outer = ''
      }
      return /^[\s()[\]]/.test(one) ? one : readWord(one, index)
    })
    .join('')
}

/** Whether what an attribute's name is followed by comes next. */
function isFollowed(tokens: readonly string[], index: number): boolean {
  const next = tokens.slice(index + 1, index + 3).find((one) => one.trim() !== '') ?? ''
  return next === '[' || operators.test(next) || /^pr$/i.test(next)
}

const isLiteral = (word: string) => /^(?:true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i.test(word)

/** A number may be somebody's as well, and its alias is a text. */
function aliasLiteral(word: string, toValue: (value: string) => string): string {
  if (!/\d/.test(word)) return word
  const alias = toValue(word)
  return alias === word ? word : JSON.stringify(alias)
}

function unquote(quoted: string): string {
  try {
    const text: unknown = JSON.parse(quoted)
    if (typeof text === 'string') return text
  } catch {
    // A lone backslash, or no quotation mark at the end: tolerated or refused, and recorded all the same.
  }
  return quoted.replace(/^"|"$/g, '')
}
