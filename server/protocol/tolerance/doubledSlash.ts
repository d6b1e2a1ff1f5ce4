import type { Tolerance } from './tolerance.ts'

/** RFC 3986 §6 keeps two slashes apart from one. */
export const doubledSlash: Tolerance = {
  name: 'doubled-slash',
  reason: 'The path had two slashes in a row; they were read as one.',
  source: 'Any identity provider whose base URL was entered with a slash at its end, such as JumpCloud.',
}
