/** What a request line says; a line of something that was no HTTP has no target. */
export interface RequestLine {
  readonly target: string
  readonly path: string
  /** Without the question mark; null where there is none. */
  readonly query: string | null
  /** `1.1`. */
  readonly version: string
}

/** Reads `GET /default/scim/v2/Users?count=2 HTTP/1.1`. */
export function readRequestLine(line: string): RequestLine {
  const [, target = '', version = '1.1'] = /^\S+ (.*) HTTP\/([\d.]+)$/s.exec(line) ?? []
  const start = target.indexOf('?')
  return start < 0
    ? { target, path: target, query: null, version }
    : { target, path: target.slice(0, start), query: target.slice(start + 1), version }
}

/** The first value of a header, whatever its case. */
export function findHeader(headers: readonly (readonly [string, string])[], wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}
