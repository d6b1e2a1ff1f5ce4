import { toShown } from '../../monitor/shown.ts'
import { aliasTarget } from './aliasTarget.ts'
import { isKnownPath } from './attributeRule.ts'
import { aliasAddresses, hidden, isOwnId } from './context.ts'
import type { Namer } from './persons.ts'

/** Writes aliases into sentences, which name persons by values that the rest of their exchange holds too. */
export interface TextAliaser {
  /** A sentence made here, or a text of which nothing better is known. */
  readonly aliasSentence: (text: string) => string
  /** The detail of an error, which quotes values: what it quotes and nobody knows is hidden. */
  readonly aliasDetail: (text: string) => string
}

/** @param known what stands for which value in this exchange; grows while it is walked through */
export function createTextAliaser(known: ReadonlyMap<string, string>, namer: Namer): TextAliaser {
  const replaceKnown = (text: string, rest: (text: string) => string): string =>
    splitAtForms(text, findForms(text, known))
      .map((part) => ('alias' in part ? part.alias : rest(part.text)))
      .join('')
  const aliasSentence = (text: string) => replaceKnown(text, (rest) => aliasAddresses(rest, namer))
  const aliasQuoted = (quoted: string): string => {
    const inner = quoted.slice(1, -1)
    const alias = aliasSentence(inner)
    if (alias !== inner || isHarmless(inner) || new Set(known.values()).has(inner)) return `"${alias}"`
    return inner.startsWith('/') ? `"${aliasTarget(inner, namer)}"` : `"${hidden}"`
  }
  return {
    aliasSentence,
    aliasDetail: (text) =>
      replaceKnown(text, (rest) => rest)
        .split(/("[^"]*")/)
        .map((part, index) => (index % 2 === 1 ? aliasQuoted(part) : aliasAddresses(part, namer)))
        .join(''),
  }
}

/** A piece of a text: one that stays, or what stands for one that does not. */
type Part = { readonly text: string } | { readonly alias: string }

/** The longest forms first, so that no part of a name is taken for another one. */
function splitAtForms(text: string, forms: ReadonlyMap<string, string>): readonly Part[] {
  let parts: readonly Part[] = [{ text }]
  for (const [form, alias] of [...forms].sort(([one], [other]) => other.length - one.length)) {
    parts = parts.flatMap((part) => ('alias' in part ? [part] : splitAt(part.text, form, alias)))
  }
  return parts
}

/** Whole words only: somebody called "al" is in no other name. */
function splitAt(text: string, form: string, alias: string): Part[] {
  const parts: Part[] = []
  let start = 0
  for (let index = text.indexOf(form); index >= 0; index = text.indexOf(form, index + 1)) {
    const end = index + form.length
    if (index < start || endsInWord(text.slice(0, index)) || beginsInWord(text.slice(end))) continue
    parts.push({ text: text.slice(start, index) }, { alias })
    start = end
  }
  return [...parts, { text: text.slice(start) }]
}

const endsInWord = (text: string) => /[\p{L}\p{N}]$/u.test(text.slice(-2))
const beginsInWord = (text: string) => /^[\p{L}\p{N}]/u.test(text.slice(0, 2))

/** How long a value may stand in a sentence or a detail before it is cut. */
const shownLengths = [60, 40, 30]
const quotedLength = 100

/** The forms in which known values stand in a text. */
function findForms(text: string, known: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>()
  for (const [value, alias] of known) {
    for (const form of toForms(value)) if (form !== '' && text.includes(form)) found.set(form, alias)
  }
  return found
}

function toForms(value: string): readonly string[] {
  if (value.length <= 30 && /^[!-~ ]*$/.test(value)) return [value]
  const shown = shownLengths.map((length) => toShown(value, length))
  return [...new Set([value, ...shown, ...(value.length > quotedLength ? [`${value.slice(0, quotedLength)}…`] : [])])]
}

const words: ReadonlySet<string> = new Set(['SCIM', 'Create', 'Update', 'Deactivate', 'Groups', 'add', 'remove', 'replace'])

const isHarmless = (text: string) => words.has(text) || isOwnId(text) || /^urn:[\w:.-]+$/i.test(text) || isKnownPath(text)
