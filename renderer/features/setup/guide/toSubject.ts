import type { Guide } from '#contract/guides/guide.ts'

/** The provider's name at the start of a sentence. Products are written as they write themselves. */
export function toSubject({ name, provider }: Guide): string {
  return provider === 'other' ? toStart(name) : name
}

/** A clause as a sentence of its own. */
export const toSentence = (clause: string): string => `${toStart(clause)}.`

const toStart = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
