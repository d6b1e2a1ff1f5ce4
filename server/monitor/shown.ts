import type { Attributes, Json } from '#contract/scim/resource.ts'
import { findMember, findText } from './jsonObject.ts'

/** A text from outside as it stands in a sentence: on one line, without invisible characters, at most `length` characters. */
export function toShown(text: string, length = 60): string {
  if (text.length <= length && /^[!-~]+(?: [!-~]+)*$/.test(text)) return text
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const characters = Array.from(plain)
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : plain
}

/** How a resource is called: its displayName, else its formatted or joined name, else its userName; null where it has none. */
export function toResourceName(attributes: Attributes | Json | null | undefined): string | null {
  const name = findMember(attributes, 'name')
  const joined = [findText(name, 'givenName'), findText(name, 'familyName')].filter((part) => part !== undefined).join(' ')
  const found = findText(attributes, 'displayName') ?? findText(name, 'formatted') ?? (joined || findText(attributes, 'userName'))
  return found === undefined ? null : toShown(found) || null
}

/** "1 member", "2 members". */
export function toCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
