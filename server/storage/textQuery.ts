/**
 * What a reader typed as a query of the full text: every word must occur, in any order, each from its beginning; what is
 * joined by signs, such as an address, must stand together.
 *
 * @returns null where there is no letter or digit to look for
 */
export function toTextQuery(text: string): string | null {
  const words = text.split(/[\s\0]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
}
