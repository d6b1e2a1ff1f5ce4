import type { AttributeLine, HistoryState } from '#contract/history.ts'
import { urns } from '#contract/scim/urns.ts'
import { type Line, listLines, type SchemaLines } from '../../monitor/history/listLines.ts'
import type { State } from '../../monitor/history/timeline.ts'
import { toName } from '../../storage/resourceRow.ts'
import { toHistoryStatus } from './readHistory.ts'
import type { Subject } from './subject.ts'

/** A learner or group as it was after the exchange `at`, with who set each value. */
export function readState(
  subject: Subject,
  { at = Number.MAX_SAFE_INTEGER, against }: { at?: number | undefined; against?: number | undefined },
): HistoryState {
  const state = at === Number.MAX_SAFE_INTEGER ? subject.now : subject.stateAfter(at)
  // What is unknown now is told by its newest write, a deletion.
  const shown = state.kind === 'unknown' ? subject.stateAfter(at) : state
  const setters = findSetters(subject, { state: shown, at })
  return {
    resourceType: subject.resourceType,
    status: toHistoryStatus(shown),
    name: toShownName(subject, shown),
    schemas: toSchemas(subject, shown).map(({ urn, lines }) => ({
      urn,
      name: findExtensionName(subject, urn),
      lines: lines.map((line): AttributeLine => ({ ...line, setBy: setters.get(toKey(urn, line)) ?? null })),
    })),
    groups: subject.groupsAfter(at),
    relatedCount: subject.countAfter(at),
    changes: against === undefined ? [] : subject.compare(subject.stateAfter(against), shown),
  }
}

/** How it was called then; where that is not known, how it was called at last. */
function toShownName({ id, now, steps }: Subject, state: State): string {
  const states = [state, now, ...steps.flatMap(({ after, before }) => [after, before])]
  const known = states.find((one) => one.kind === 'known')
  return (known?.kind === 'known' && toName(known.attributes)) || id
}

function toSchemas(subject: Subject, state: State): SchemaLines[] {
  const shown = subject.show(state)
  return shown ? listLines(shown, subject.type.schema.id) : []
}

/** A schema without a name is called by its URN, which is told anyway. */
function findExtensionName({ type }: Subject, urn: string | null): string | null {
  const schema = type.schemaExtensions.find((extension) => extension.schema.id === urn)?.schema
  return !schema || schema.id === urns.enterpriseUser || schema.name === schema.id ? null : schema.name
}

const toKey = (urn: string | null, { path, value }: Line): string => `${urn} ${path} ${value}`

const toKeys = (subject: Subject, state: State): Set<string> =>
  new Set(toSchemas(subject, state).flatMap(({ urn, lines }) => (urn === null ? [] : lines.map((line) => toKey(urn, line)))))

/** For each value the write before which it was not there; back from the newest, until each has one or nothing more is kept. */
function findSetters(subject: Subject, { state, at }: { state: State; at: number }) {
  const setters = new Map<string, AttributeLine['setBy']>()
  const pending = toKeys(subject, state)
  for (const { write, before } of subject.steps) {
    if (write.exchangeId > at) continue
    if (pending.size === 0 || before.kind === 'unknown') break
    const keys = toKeys(subject, before)
    for (const key of pending) {
      if (keys.has(key)) continue
      setters.set(key, { exchange: write.exchangeId, at: write.receivedAt, sentence: write.sentence })
      pending.delete(key)
    }
  }
  return setters
}
