import type { UnkeptAttribute } from '#contract/setup.ts'
import { findAttribute, findSchema } from '../../protocol/path.ts'
import { getResourceType } from '../../protocol/schemas/resourceTypes.ts'
import type { Evidence } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'
import { listExtensionUrns } from './listRows.ts'
import type { Write } from './mappingRow.ts'

/** Parts of a value that no mapping is about. */
export const aside = /(?:^|\.)(?:type|primary|\$ref|display)$/i

/** What arrived and is not kept, each once, by its newest value. */
export function listUnkept(evidence: Evidence, writes: readonly Write[]): UnkeptAttribute[] {
  const found = new Map<string, UnkeptAttribute>()
  for (const write of writes) {
    const { exchange, sent } = write
    const readOnly = [...sent.values()].flatMap(({ attribute }) => findReadOnly(evidence, attribute) ?? [])
    for (const attribute of [...exchange.notKept, ...readOnly]) {
      const key = attribute.toLowerCase()
      if (found.has(key)) continue
      const reason = key === 'password' ? 'password' : readOnly.includes(attribute) ? 'readOnly' : 'unknown'
      found.set(key, {
        attribute,
        reason,
        example: findExample(write, key),
        exchangeId: exchange.id,
        ...tell(evidence, { attribute, reason }),
      })
    }
  }
  return [...found.values()]
}

/** The attribute that an administrator knows: `groups` for `groups[type eq "direct"].value`. */
export function findReadOnly(evidence: Evidence, path: string): string | undefined {
  const type = getResourceType('User', evidence.connection.extensions)
  const urn = [...listExtensionUrns(evidence)].find((one) => path.toLowerCase().startsWith(`${one}:`))
  const schema = urn === undefined ? type.schema : findSchema(type, urn)?.schema
  const [name = ''] = path.slice(urn === undefined ? 0 : urn.length + 1).split(/[.[]/)
  const attribute = findAttribute(schema?.attributes ?? [], name)
  if (attribute?.mutability !== 'readOnly') return undefined
  return `${urn === undefined ? '' : `${schema?.id}:`}${attribute.name}`
}

function findExample({ sent }: Write, key: string): string | null {
  const own = [...sent].filter(([one]) => isWithin(one, key))
  return (own.find(([one]) => one === key) ?? own.find(([one]) => !aside.test(one)))?.[1].example ?? null
}

/** True for the path itself and for all that stands behind it, whatever is selected in between. */
export function isWithin(path: string, outer: string): boolean {
  const plain = path.replace(/\[[^\]]*\]/g, '')
  return [path, plain].some((one) => one === outer || ['.', ':', '['].some((end) => one.startsWith(`${outer}${end}`)))
}

function tell(
  { connection }: Evidence,
  { attribute, reason }: Pick<UnkeptAttribute, 'attribute' | 'reason'>,
): Pick<UnkeptAttribute, 'why' | 'fix'> {
  const { mappingsPlace } = toLabels(connection.provider)
  switch (reason) {
    case 'password':
      return { why: 'A password is never stored here.', fix: null }
    case 'readOnly':
      return {
        why: 'Read-only: this endpoint sets it by itself.',
        fix: attribute === 'groups' ? null : `Take its row out in ${mappingsPlace}.`,
      }
    case 'unknown':
      return {
        why: 'No schema here has it.',
        fix: `Take its row out in ${mappingsPlace}, or add it here as a custom attribute under *Settings*.`,
      }
  }
}
