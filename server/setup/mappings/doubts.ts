import type { ProviderChoice } from '#contract/provider.ts'
import type { Evidence } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'
import { findSent, type MappingRow, type Write } from './mappingRow.ts'

/** What looks wrong about the values of a row. */
export interface Doubt {
  readonly sentence: string
  readonly exchangeId: number
  /** What to do in the directory, or in the provider's mappings. */
  readonly fix: string
}

/** A verdict on the value that one write sent; undefined where it says nothing about the row. */
type Judgement = Pick<Doubt, 'sentence' | 'fix'> | 'good' | undefined

/**
 * What looks wrong about the newest value of each learner, told by the newest of them.
 *
 * @param writes newest first
 */
export function findDoubt(evidence: Evidence, row: MappingRow, writes: readonly Write[]): Doubt | null {
  const judged = new Set<string | null>()
  const doubts: Doubt[] = []
  for (const write of writes) {
    const { id, resourceId } = write.exchange
    if (judged.has(resourceId)) continue
    const judgement = judge(evidence, row, write)
    if (judgement === undefined) continue
    judged.add(resourceId)
    if (judgement !== 'good') doubts.push({ ...judgement, exchangeId: id })
  }
  const [newest, ...others] = doubts
  if (!newest) return null
  const more = others.length === 0 ? '' : ` The same goes for ${others.length} more.`
  return { ...newest, sentence: `${newest.sentence}${more}` }
}

function judge(evidence: Evidence, row: MappingRow, write: Write): Judgement {
  const { exchange } = write
  const value = findSent(row, write)
  const who = exchange.resourceName ?? 'one person'
  const { mappingsPlace } = toLabels(evidence.connection.provider)
  const from = row.source === null ? '' : ` (${row.source})`
  const fix = `Give ${who} a value in the directory${from}, or map ${row.shortName} in ${mappingsPlace} to a source that everybody has.`
  if (value?.isEmpty) return row.required ? { sentence: `Arrives empty for ${who}.`, fix } : 'good'
  if (value) return judgeText(evidence, row, value.example) ?? 'good'
  // An update need not repeat it. Who is created without `active` is active.
  if (exchange.action !== 'created' || !row.required || row.attribute === 'active') return undefined
  return { sentence: `Left out for ${who}.`, fix }
}

/** @param text as it was kept; null where it is secret */
function judgeText({ service, connection }: Evidence, row: MappingRow, text: string | null): Judgement {
  if (text === null) return undefined
  const { name, mappingsPlace } = toLabels(connection.provider)
  const [key = ''] = row.keys
  const change = (to: string) => `In ${mappingsPlace}, map ${row.shortName} to ${row.source ?? to}.`
  if (/^emails\b.*\.value$/.test(key) && !text.includes('@')) {
    return { sentence: `“${text}” is no e-mail address.`, fix: change('the e-mail address') }
  }
  if (key === 'username' && sendsEmailAsName(connection.provider) && !text.includes('@')) {
    return {
      sentence: `“${text}” is no e-mail address, and ${name} sends one as userName by default.`,
      fix: `Choose the e-mail address as the source of userName${row.source === null ? '' : ` (${row.source})`}, unless people have other names on purpose.`,
    }
  }
  if (/:manager$/.test(key) && service.stores.resources.find(connection.id, 'User', text) === undefined) {
    return {
      sentence: `“${text}” is the id of nobody here.`,
      fix: `In ${mappingsPlace}, map ${row.shortName} to the id that this endpoint gave the manager, or take the row out: who is created before the manager has none yet.`,
    }
  }
  return undefined
}

/** Their default takes the name that people sign in with, which has the form of an e-mail address. */
const sendsEmailAsName = (provider: ProviderChoice | null): boolean => provider !== null && /^(?:okta|entra)/.test(provider)
