import type { Explanation } from '#contract/exchange.ts'
import type { Topic } from '#contract/guides/guide.ts'
import type { Place } from './places.ts'

/** The page of the provider at hand; null where nobody knows which provider it is, or where it has none. */
export function findPage({ documentation }: Place, topic: Topic | null): Explanation['documentation'] {
  const page = topic === null ? undefined : documentation.find(({ topics }) => topics.includes(topic))
  return page ? { title: page.title, url: page.url } : null
}
