/** xsd:dateTime with a time zone or without (RFC 7643 §2.3.5). */
const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i

/** The instant that a dateTime names, in milliseconds since 1970; UTC where it names no time zone. Undefined for any other text. */
export function toInstant(text: string): number | undefined {
  const [, , zone] = pattern.exec(text) ?? []
  const instant = pattern.test(text) ? Date.parse(zone === undefined ? `${text}Z` : text) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}
