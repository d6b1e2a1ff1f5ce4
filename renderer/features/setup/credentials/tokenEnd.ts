/** When a new token is to end; `date` is a day as the date field writes it, in the reader's zone. */
export interface TokenEnd {
  readonly choice: 'never' | '90' | '365' | 'date'
  readonly date: string
}

export const noEnd: TokenEnd = { choice: 'never', date: '' }

const dayMs = 24 * 60 * 60_000

/** The end as ISO 8601 in UTC, null for none; undefined while no day to come is chosen. A day counts to its last second. */
export function toExpiresAt({ choice, date }: TokenEnd, now: Date = new Date()): string | null | undefined {
  if (choice === 'never') return null
  if (choice !== 'date') return new Date(now.getTime() + Number(choice) * dayMs).toISOString()
  const end = new Date(`${date}T23:59:59`)
  return end > now ? end.toISOString() : undefined
}
