import type { Service } from '../service.ts'
import { tokenPrefix } from '../tokenRegistry.ts'

/** Whether a text that somebody wrote or pasted holds a token, whole or the beginning of one made here: such a text is never stored. */
export function holdsToken(service: Service, text: string): boolean {
  // A full stop may end a token or the sentence that it stands in.
  const words = text.split(/[^\w.~+/=-]+/).flatMap((word) => [word, word.replace(/[.=/-]+$/, '')])
  return words.some((word) => word.includes(tokenPrefix) || (word !== '' && service.tokens.match(word) !== undefined))
}
