import type { Action } from '#contract/exchange.ts'
import type { Arrival } from './arrival.ts'
import { readAction } from './readAction.ts'
import { readTarget } from './target.ts'
import { toSearchQuery } from './toNewExchange.ts'

/** What a request means while it has no reply yet: the same as if it failed. */
export function readMeantAction({ method, url, segments, body }: Arrival): Action {
  const { target } = readTarget(method, segments ?? [])
  const query = target.kind === 'search' ? toSearchQuery(body) : Object.fromEntries(new URLSearchParams(url.split('?')[1]))
  return readAction({ method, target, query, body, before: null, after: null, status: 0, totalResults: null })
}
