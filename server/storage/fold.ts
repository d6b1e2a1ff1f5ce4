/** What stands for a text where case does not count; in SQL it is the function `fold`, since lower() knows ASCII alone. */
export function fold(text: string): string {
  return text.toLowerCase()
}
