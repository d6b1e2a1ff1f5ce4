import { createHash } from 'node:crypto'
import { z } from 'zod'
import { expiredCursor, invalidCursor } from '../protocol/scimError.ts'
import type { Position } from '../storage/resourceCursor.ts'

/** How long a cursor is good for, in seconds; ServiceProviderConfig says so too. */
export const cursorTimeoutSeconds = 3600

/** Where the next page of a walk begins (RFC 9865 §2). It says all itself, so that nothing is kept for a walk that nobody ends. */
export interface Cursor {
  /** When it was given out, as ISO 8601 in UTC. */
  readonly at: string
  readonly position: Position
  readonly isBackward: boolean
  /** Of every page of the walk. */
  readonly count: number
  /** As counted for the first page: the later ones cost the same, however many match. */
  readonly totalResults: number
}

const Content = z.tuple([z.number(), z.int(), z.union([z.string(), z.number(), z.null()]), z.boolean(), z.int(), z.int()])

/**
 * Writes a cursor in the characters that a URL takes as they are.
 *
 * @param query what all pages of a walk have in common, with something that only this service knows
 */
export function formatCursor({ at, position, isBackward, count, totalResults }: Cursor, query: readonly unknown[]): string {
  const content: z.infer<typeof Content> = [Date.parse(at), position.seq, position.key, isBackward, count, totalResults]
  const text = Buffer.from(JSON.stringify(content)).toString('base64url')
  return `${text}.${toFingerprint(text, query)}`
}

/**
 * Reads a cursor that `formatCursor` wrote for the same query.
 *
 * @throws ScimError invalidCursor (400) for any other text, expiredCursor (400)
 */
export function parseCursor(text: string, query: readonly unknown[], now: string): Cursor {
  const [content = '', fingerprint] = text.split('.')
  if (fingerprint !== toFingerprint(content, query)) {
    throw invalidCursor('The cursor is not one that was given out for this query: begin again with an empty cursor.')
  }
  const [atMs, seq, key, isBackward, count, totalResults] = Content.parse(
    JSON.parse(Buffer.from(content, 'base64url').toString()),
  )
  if (Date.parse(now) - atMs > cursorTimeoutSeconds * 1000) {
    throw expiredCursor(`The cursor is older than ${cursorTimeoutSeconds} seconds: begin again with an empty cursor.`)
  }
  return { at: new Date(atMs).toISOString(), position: { seq, key }, isBackward, count, totalResults }
}

function toFingerprint(content: string, query: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([content, ...query]))
    .digest('base64url')
    .slice(0, 22)
}
