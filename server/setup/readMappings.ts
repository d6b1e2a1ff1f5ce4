import type { Mapping } from '#contract/setup.ts'
import type { StoredExchange } from '../storage/exchangeStore.ts'
import type { Evidence } from './evidence.ts'
import { type ExpectedMapping, listExpectedMappings } from './expectedMappings.ts'
import { readSentAttributes } from './sentAttributes.ts'

/** As many of the newest writes are read; the newest create is always among them, because it holds every mapped attribute. */
const writeCount = 20

/** Sets what arrived beside what is expected, and lists what arrived and is not kept. */
export function readMappings(evidence: Evidence): { mappings: Mapping[]; unmapped: string[] } {
  const expected = listExpectedMappings(evidence.connection.provider)
  const real = readWrites(evidence, { simulated: false })
  const simulated = readWrites(evidence, { simulated: true })
  return {
    mappings: expected.map(
      (mapping) => findValue(mapping, real, 'seen') ?? findValue(mapping, simulated, 'rehearsed') ?? toMissing(mapping),
    ),
    unmapped: listUnmapped(real.length > 0 ? real : simulated),
  }
}

interface Write {
  readonly exchange: StoredExchange
  readonly sent: ReadonlyMap<string, string | null>
}

/** Newest first. */
function readWrites({ service, connection }: Evidence, { simulated }: { simulated: boolean }): Write[] {
  const { exchanges } = service.stores
  const succeeded = { simulated, succeeded: true }
  const single = [
    exchanges.newest(connection.id, { ...succeeded, actions: ['created'] }),
    // Where a provider patches, this one alone carries `active`.
    exchanges.newest(connection.id, { ...succeeded, actions: ['archived', 'restored'] }),
  ].flatMap((summary) => (summary ? (exchanges.get(summary.id) ?? []) : []))
  const writes = new Map(
    [...exchanges.newestWrites(connection.id, { simulated, limit: writeCount }), ...single].map((one) => [one.id, one]),
  )
  return [...writes.values()]
    .sort((left, right) => right.id - left.id)
    .map((exchange) => ({ exchange, sent: readSentAttributes(exchange.method, exchange.request.body) }))
}

function findValue(
  { alsoAs = [], ...expected }: ExpectedMapping,
  writes: readonly Write[],
  state: 'seen' | 'rehearsed',
): Mapping | undefined {
  const key = expected.attribute.toLowerCase()
  for (const { exchange, sent } of writes) {
    // A reference such as the manager comes as a plain id or as an object.
    const found = [key, `${key}.value`, ...alsoAs].find((one) => sent.has(one))
    if (found !== undefined) return { ...expected, state, example: sent.get(found) ?? null, exchangeId: exchange.id }
  }
  return undefined
}

function toMissing({ attribute, required, source }: ExpectedMapping): Mapping {
  return { attribute, required, source, state: 'missing', example: null, exchangeId: null }
}

function listUnmapped(writes: readonly Write[]): string[] {
  return [...new Set(writes.flatMap(({ exchange }) => exchange.notKept))]
}
