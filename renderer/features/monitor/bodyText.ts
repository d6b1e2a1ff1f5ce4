/** Above this a body is shown as text: a tree of it would hold up the screen. */
export const treeLimitBytes = 256 * 1024
/** Above this only the head of a body is shown. */
export const textLimitBytes = 2 * 1024 * 1024
/** How much of a body over `textLimitBytes` is shown. */
export const headChars = 64 * 1024

/** What of a body is shown, and how. */
export type BodyView =
  | { readonly kind: 'tree'; readonly value: object }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'head'; readonly lines: readonly string[] }

/** A long line is cut into several, since the layout of one very long line is as slow as that of many. */
const maxLineChars = 400

/** How to show `body` in a way that does not hold up the screen. `raw` shows it as it was sent. */
export function toBodyView(body: string, form: 'pretty' | 'raw'): BodyView {
  if (body.length > textLimitBytes) return { kind: 'head', lines: toLines(body.slice(0, headChars)) }
  const parsed = form === 'pretty' ? parseObject(body) : undefined
  if (body.length > treeLimitBytes) return { kind: 'lines', lines: toLines(parsed ? JSON.stringify(parsed, null, 2) : body) }
  return parsed ? { kind: 'tree', value: parsed } : { kind: 'text', text: body }
}

function parseObject(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    // Not JSON: it is shown as the text that it is.
    return undefined
  }
}

function toLines(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.length <= maxLineChars ? [line] : cut(line)))
}

function cut(line: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < line.length; at += maxLineChars) pieces.push(line.slice(at, at + maxLineChars))
  return pieces
}
