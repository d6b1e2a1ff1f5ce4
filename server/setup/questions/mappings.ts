import type { Answer, Mapping } from '#contract/setup.ts'
import type { Evidence } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'
import { readMappings } from '../readMappings.ts'

const about = { id: 'mappings', question: 'Are the required attribute mappings there?' } as const

/** Names the required attributes that real writes never carried. */
export function answerMappings(evidence: Evidence): Answer {
  const required = readMappings(evidence).mappings.filter((mapping) => mapping.required)
  const missing = required.filter(({ state }) => state !== 'seen')
  const exchangeIds = [
    ...new Set(required.flatMap(({ state, exchangeId }) => (state === 'seen' && exchangeId ? [exchangeId] : []))),
  ]
  if (missing.length === 0) {
    return { ...about, verdict: 'good', finding: 'All required attributes arrive.', fix: null, exchangeIds }
  }
  if (missing.length === required.length) {
    return { ...about, verdict: 'unknown', finding: 'No real create or update has arrived yet.', fix: null, exchangeIds }
  }
  const { name, mappingsPlace } = toLabels(evidence.connection.provider)
  return {
    ...about,
    verdict: 'bad',
    finding: `${missing.map(({ attribute }) => attribute).join(', ')} never arrived in a create or update of ${name}.`,
    fix: `In ${mappingsPlace} add ${missing.map(toRow).join(', ')}, then change one person so that it is sent.`,
    exchangeIds,
  }
}

const toRow = ({ attribute, source }: Mapping) => (source ? `${attribute} from ${source}` : attribute)
