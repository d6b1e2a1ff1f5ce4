import type { Kind, Rule } from './attributeRule.ts'
import { isAliasAddress, type Namer, type Person } from './persons.ts'

/** What the walk through an exchange knows where it stands. */
export interface Context {
  readonly namer: Namer
  readonly kind: Kind
  /** Whom the values are of; null where nothing tells. */
  readonly person: Person | null
}

/** What stands for what nobody can tell to be harmless. */
export const hidden = '•••'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Whether a text has the form of the ids that are given out here. */
export const isOwnId = (text: string): boolean => uuid.test(text)

/** What an address ends at. */
const separators = /([\s"'<>()[\],;:/?&=%]+)/

/** A text that stays, but for the addresses in it. */
export function aliasAddresses(text: string, namer: Namer): string {
  if (!text.includes('@')) return text
  // Word by word, since one pattern for all would take the square of a long word's time.
  return text
    .split(separators)
    .map((word) => (!/.@./.test(word) || isAliasAddress(word) ? word : namer.alias(word, { label: 'login', person: null })))
    .join('')
}

/** A text of an attribute, as its rule says. */
export function aliasValue(text: string, rule: Rule, { namer, person }: Context): string {
  if (text.trim() === '' || text === hidden) return text
  switch (rule.kind) {
    case 'kept':
      return aliasAddresses(text, namer)
    case 'id':
      return aliasId(text, namer)
    case 'personal':
      return namer.alias(text, { label: rule.label, person })
  }
}

/** Ids of ours stay, alone or at the end of a URL; whatever else stands in their place may be a user name. */
export function aliasId(text: string, namer: Namer): string {
  if (text.trim() === '' || text === hidden || isOwnId(text)) return text
  const [, reference] = /^bulkId:(.+)$/i.exec(text) ?? []
  if (reference !== undefined) return `bulkId:${namer.alias(reference, { label: 'bulkId', person: null })}`
  const start = text.lastIndexOf('/') + 1
  if (start > 0 && isOwnId(text.slice(start))) return aliasAddresses(text, namer)
  return namer.alias(text, { label: 'login', person: null })
}
