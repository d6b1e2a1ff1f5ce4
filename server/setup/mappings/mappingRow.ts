import type { Mapping } from '#contract/setup.ts'
import type { StoredExchange } from '../../storage/storedExchange.ts'
import type { SentAttribute, SentAttributes } from '../sentAttributes.ts'

/** A successful write of a learner, with what it sent. */
export interface Write {
  readonly exchange: StoredExchange
  readonly sent: SentAttributes
}

/** An attribute that is looked for in what arrived. */
export interface MappingRow extends Pick<Mapping, 'attribute' | 'shortName' | 'schemaName' | 'origin' | 'source' | 'required'> {
  /** Paths under which it may arrive, in lower case, the best first. */
  readonly keys: readonly string[]
}

/** What a write sent of a row: a value where there is one. */
export function findSent({ keys }: MappingRow, { sent }: Write): SentAttribute | undefined {
  const found = keys.flatMap((key) => sent.get(key) ?? [])
  return found.find(({ isEmpty }) => !isEmpty) ?? found[0]
}
