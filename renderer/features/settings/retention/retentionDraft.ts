import { Retention } from '#contract/connection.ts'

/** The limits as they are typed: digits, or nothing for no limit. */
export type RetentionDraft = { readonly [Name in keyof Retention]: string }

/** The limits as text. */
export function toDraft({ maxAgeDays, maxCount, maxSizeMb }: Retention): RetentionDraft {
  return { maxAgeDays: toText(maxAgeDays), maxCount: toText(maxCount), maxSizeMb: toText(maxSizeMb) }
}

const toText = (limit: number | null) => (limit === null ? '' : String(limit))

/** What was typed as a limit; undefined where it is none. */
export function readLimit(name: keyof Retention, text: string): number | null | undefined {
  const digits = text.replaceAll(/[\s,.]/g, '')
  if (digits === '') return null
  const read = Retention.shape[name].safeParse(/^\d+$/.test(digits) ? Number(digits) : undefined)
  return read.success ? read.data : undefined
}

/** All limits; undefined while one of them is none. */
export function readDraft(draft: RetentionDraft): Retention | undefined {
  const maxAgeDays = readLimit('maxAgeDays', draft.maxAgeDays)
  const maxCount = readLimit('maxCount', draft.maxCount)
  const maxSizeMb = readLimit('maxSizeMb', draft.maxSizeMb)
  if (maxAgeDays === undefined || maxCount === undefined || maxSizeMb === undefined) return undefined
  return { maxAgeDays, maxCount, maxSizeMb }
}
