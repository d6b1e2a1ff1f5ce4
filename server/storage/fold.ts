/** What stands for a text where case does not count; in SQL it is the function `fold`, since lower() knows ASCII alone. */
export function fold(text: string): string {
  return text.toLowerCase()
}

/** The function `fold` of SQL: of anything but a text, the value itself. */
export function foldValue(value: unknown): unknown {
  return typeof value === 'string' ? fold(value) : value
}
