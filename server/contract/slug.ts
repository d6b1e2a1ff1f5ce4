import { z } from 'zod'

const maxLength = 40

/** A slug as it may stand in a URL. */
export const Slug = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** Addresses of the console's own begin with these. */
const reserved: ReadonlySet<string> = new Set(['api', 'assets'])

/** Why a slug cannot be taken; undefined where it can. */
export function findSlugFault(slug: string, taken: readonly string[]): 'form' | 'reserved' | 'taken' | undefined {
  if (!Slug.safeParse(slug).success) return 'form'
  if (reserved.has(slug)) return 'reserved'
  return taken.includes(slug) ? 'taken' : undefined
}

/** A free slug that reads like the name: `acme-okta`, `acme-okta-2`. */
export function suggestSlug(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  const stem = toStem(plain, maxLength) || 'connection'
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`
    const slug = toStem(stem, maxLength - end.length) + end
    if (findSlugFault(slug, taken) === undefined) return slug
  }
}

const toStem = (text: string, length: number) => text.replace(/^-+/, '').slice(0, length).replace(/-+$/, '')
