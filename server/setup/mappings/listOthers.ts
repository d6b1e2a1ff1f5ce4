import type { Mapping } from '#contract/setup.ts'
import type { Evidence } from '../evidence.ts'
import { nameAttribute } from './listRows.ts'
import { aside, findReadOnly, isWithin } from './listUnkept.ts'
import type { MappingRow, Write } from './mappingRow.ts'

/** What arrived, is kept, and stands in no row: each once, by its newest value. */
export function listOthers(
  evidence: Evidence,
  { rows, writes, state }: { rows: readonly MappingRow[]; writes: readonly Write[]; state: 'seen' | 'rehearsed' },
): Mapping[] {
  const { extensions } = evidence.connection
  const expected = new Set(rows.flatMap(({ keys }) => keys))
  const unkept = new Set(writes.flatMap(({ exchange }) => exchange.notKept.map((path) => path.toLowerCase())))
  const found = new Map<string, Mapping>()
  for (const { exchange, sent } of writes) {
    for (const [key, { attribute, example, isEmpty }] of sent) {
      if (isEmpty || found.has(key) || expected.has(key) || aside.test(key)) continue
      // Of a reference that is expected, its other parts.
      if (rows.some(({ keys: [own = ''] }) => key.startsWith(`${own}.`))) continue
      if ([...unkept].some((path) => isWithin(key, path)) || findReadOnly(evidence, attribute)) continue
      found.set(key, {
        attribute,
        ...nameAttribute(attribute, extensions),
        origin: 'other',
        source: null,
        required: false,
        state,
        example,
        exchangeId: exchange.id,
        doubt: null,
        fix: null,
      })
    }
  }
  return [...found.values()]
}
