/**
 * Finds where a text stops being JSON (RFC 8259); needed because the messages of `JSON.parse` quote the text instead of naming the
 * position. The text must not nest deep: this descends with it.
 *
 * @returns the index of the first character that is wrong; the length of the text where more was due, or nothing is wrong
 */
export function findJsonError(text: string): number {
  const scanner = { text, at: 0 }
  if (skipValue(scanner)) skipSpace(scanner)
  return Math.min(scanner.at, text.length)
}

interface Scanner {
  readonly text: string
  at: number
}

/** value = object / array / string / literal; `at` stays on the error where there is one. */
function skipValue(scanner: Scanner): boolean {
  skipSpace(scanner)
  switch (scanner.text[scanner.at]) {
    case '{':
      return skipItems(scanner, { end: '}', skipItem: skipMember })
    case '[':
      return skipItems(scanner, { end: ']', skipItem: skipValue })
    case '"':
      return skipString(scanner)
    default:
      return skipLiteral(scanner)
  }
}

/** Opening bracket, items between commas, closing bracket. */
function skipItems(scanner: Scanner, { end, skipItem }: { end: string; skipItem: (scanner: Scanner) => boolean }): boolean {
  scanner.at += 1
  skipSpace(scanner)
  if (skipCharacter(scanner, end)) return true
  do {
    if (!skipItem(scanner)) return false
    skipSpace(scanner)
  } while (skipCharacter(scanner, ','))
  return skipCharacter(scanner, end)
}

/** member = string ":" value */
function skipMember(scanner: Scanner): boolean {
  skipSpace(scanner)
  if (scanner.text[scanner.at] !== '"' || !skipString(scanner)) return false
  skipSpace(scanner)
  return skipCharacter(scanner, ':') && skipValue(scanner)
}

/** Every character but the quotation mark, the backslash and control characters, or an escape. */
function skipString(scanner: Scanner): boolean {
  scanner.at += 1
  while (skipPattern(scanner, /[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y));
  return skipCharacter(scanner, '"')
}

function skipLiteral(scanner: Scanner): boolean {
  return skipPattern(scanner, /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y)
}

function skipSpace(scanner: Scanner): void {
  skipPattern(scanner, /[ \t\r\n]*/y)
}

function skipCharacter(scanner: Scanner, character: string): boolean {
  if (scanner.text[scanner.at] !== character) return false
  scanner.at += 1
  return true
}

function skipPattern(scanner: Scanner, pattern: RegExp): boolean {
  pattern.lastIndex = scanner.at
  const found = pattern.exec(scanner.text)
  if (!found) return false
  scanner.at += found[0].length
  return true
}
