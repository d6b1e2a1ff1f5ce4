const isAscii = /^[\0-\x7f]*$/
const marks = /\p{M}+/gu

/** The function `plain` of SQL: a folded text without its accents, for who types a name on a keyboard that lacks them. */
export function plainText(text: string): string {
  return isAscii.test(text) ? text : text.normalize('NFD').replace(marks, '')
}
