import type { Tolerance } from './tolerance.ts'

/** RFC 9110 §11.4 allows one space or more; RFC 6750 §2.1 has exactly one. */
export const spacesAfterBearer: Tolerance = {
  name: 'spaces-after-bearer',
  reason: 'More than one space stood between Bearer and the token.',
  source: 'Tokens pasted with a space in front, where the form prints Bearer itself.',
}
