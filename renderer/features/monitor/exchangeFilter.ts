import { ExchangeFilter, type ExchangeSummary } from '#contract/exchange.ts'
import { isFailure, writeActions } from '../../exchangeOutcome.ts'

/** A change to the filter; `undefined` takes a condition away. */
export type FilterChange = { readonly [Name in keyof ExchangeFilter]?: ExchangeFilter[Name] | undefined }

const names = [
  'show',
  'text',
  'action',
  'method',
  'status',
  'caller',
  'simulated',
  'mark',
  'token',
  'since',
  'until',
  'resourceId',
  'group',
  'ids',
] as const

/** The filter that a query string tells; what cannot be read is left out, so that an old link still opens. */
export function readFilter(params: URLSearchParams): ExchangeFilter {
  const read: Record<string, string> = {}
  for (const name of names) {
    const value = params.get(name)
    if (value && ExchangeFilter.shape[name].safeParse(value).success) read[name] = value
  }
  return ExchangeFilter.parse(read)
}

/** The query string of a filter, in a fixed order, without what is the default. */
export function toSearchParams(filter: ExchangeFilter): URLSearchParams {
  const params = new URLSearchParams()
  for (const name of names) {
    const value = filter[name]
    if (value !== undefined && value !== '' && value !== 'all') params.set(name, String(value))
  }
  return params
}

/** The filter after `change`, without empty conditions. */
export function changeFilter(filter: ExchangeFilter, change: FilterChange): ExchangeFilter {
  const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return ExchangeFilter.parse(Object.fromEntries(entries))
}

/** True where the filter may hide rows. */
export function isNarrowed(filter: ExchangeFilter): boolean {
  return toSearchParams(filter).size > 0
}

/** Whether an arrival belongs to the list; `unknown` where only the service can tell. */
export function matchFilter(filter: ExchangeFilter, exchange: ExchangeSummary): 'yes' | 'no' | 'unknown' {
  if (filter.show === 'writes' && !writeActions.has(exchange.action)) return 'no'
  if (filter.show === 'failures' && !isFailure(exchange)) return 'no'
  if (filter.action !== undefined && filter.action !== exchange.action) return 'no'
  if (filter.method !== undefined && filter.method !== exchange.method) return 'no'
  if (filter.status !== undefined && filter.status !== exchange.status) return 'no'
  if (filter.caller !== undefined && filter.caller !== exchange.caller) return 'no'
  if (filter.simulated !== undefined && (filter.simulated === 'yes') !== (exchange.simulation !== null)) return 'no'
  // Nobody has marked what has just arrived.
  if (filter.mark !== undefined) return 'no'
  if (filter.resourceId !== undefined && filter.resourceId !== exchange.resourceId) return 'no'
  if (filter.ids !== undefined && !filter.ids.split(',').includes(String(exchange.id))) return 'no'
  if (filter.since !== undefined && exchange.receivedAt < filter.since) return 'no'
  if (filter.until !== undefined && exchange.receivedAt >= filter.until) return 'no'
  if (filter.text !== undefined && !hasWords(exchange, filter.text)) return 'unknown'
  return filter.group === undefined && filter.token === undefined ? 'yes' : 'unknown'
}

/** What the full text finds without a look at headers and bodies: each plain word, from its beginning. */
function hasWords({ sentence, target }: ExchangeSummary, text: string): boolean {
  const words = toWords(`${sentence} ${target}`)
  return text.split(/\s+/).every((wanted) => {
    const [word, ...more] = toWords(wanted)
    return word !== undefined && more.length === 0 && words.some((one) => one.startsWith(word))
  })
}

function toWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
