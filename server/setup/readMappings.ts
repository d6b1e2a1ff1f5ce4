import type { Mapping, UnkeptAttribute } from '#contract/setup.ts'
import type { Evidence } from './evidence.ts'
import { findDoubt } from './mappings/doubts.ts'
import { listOthers } from './mappings/listOthers.ts'
import { listExtensionUrns, listRows } from './mappings/listRows.ts'
import { listUnkept } from './mappings/listUnkept.ts'
import { findSent, type MappingRow, type Write } from './mappings/mappingRow.ts'
import { toLabels, toSentence } from './providerLabels.ts'
import { readSentAttributes } from './sentAttributes.ts'

/** As many of the newest writes are read; the newest create is always among them, because it holds every mapped attribute. */
const writeCount = 20

/** Sets what arrived beside what is expected and what this connection added, and lists what arrived and is not kept. */
export function readMappings(evidence: Evidence): { mappings: Mapping[]; unkept: UnkeptAttribute[] } {
  const rows = listRows(evidence)
  const real = readWrites(evidence, { simulated: false })
  const simulated = readWrites(evidence, { simulated: true })
  const state = real.length > 0 ? 'seen' : 'rehearsed'
  const writes = real.length > 0 ? real : simulated
  const expected = rows.map((row): Mapping => {
    const arrived = findValue(row, real, 'seen') ?? findValue(row, simulated, 'rehearsed') ?? missing
    const doubt = arrived.state === 'missing' ? null : findDoubt(evidence, row, writes)
    const { keys: _, ...shown } = row
    return {
      ...shown,
      ...arrived,
      doubt: doubt && { sentence: doubt.sentence, exchangeId: doubt.exchangeId },
      fix: doubt?.fix ?? (arrived.state === 'missing' ? toGapFix(evidence, row) : null),
    }
  })
  return { mappings: [...expected, ...listOthers(evidence, { rows, writes, state })], unkept: listUnkept(evidence, writes) }
}

/** Newest first. */
function readWrites(evidence: Evidence, { simulated }: { simulated: boolean }): Write[] {
  const { service, connection } = evidence
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
  const extensions = listExtensionUrns(evidence)
  return [...writes.values()]
    .sort((left, right) => right.id - left.id)
    .map((exchange) => ({ exchange, sent: readSentAttributes(exchange.method, exchange.request.body, extensions) }))
}

type Arrived = Pick<Mapping, 'state' | 'example' | 'exchangeId'>

const missing: Arrived = { state: 'missing', example: null, exchangeId: null }

function findValue(row: MappingRow, writes: readonly Write[], state: 'seen' | 'rehearsed'): Arrived | undefined {
  for (const write of writes) {
    const found = findSent(row, write)
    if (found && !found.isEmpty) return { state, example: found.example, exchangeId: write.exchange.id }
  }
  return undefined
}

/** The click that makes an attribute arrive. */
function toGapFix({ connection }: Evidence, { attribute, shortName, origin, source }: MappingRow): string {
  const { mappingsPlace, switches } = toLabels(connection.provider)
  // No row of a mapping in most consoles.
  if (attribute === 'active') return toSentence(switches.deactivate)
  const name = origin === 'custom' ? attribute : shortName
  return `In ${mappingsPlace} add ${name}${source === null ? '' : ` from ${source}`}, then change one person so that it is sent.`
}
