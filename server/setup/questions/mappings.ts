import type { Answer, Mapping } from '#contract/setup.ts'
import type { Evidence } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'
import { readMappings } from '../readMappings.ts'

const about = { id: 'mappings', question: 'Are the required attribute mappings there?' } as const

/** Names the required attributes that real writes never carried, and values that look wrong. */
export function answerMappings(evidence: Evidence): Answer {
  const { mappings } = readMappings(evidence)
  const required = mappings.filter((mapping) => mapping.required)
  const missing = required.filter(({ state }) => state !== 'seen')
  const doubtful = mappings.filter(({ state, doubt }) => state === 'seen' && doubt !== null)
  const exchangeIds = [
    ...new Set(required.flatMap(({ state, exchangeId }) => (state === 'seen' && exchangeId ? [exchangeId] : []))),
  ]
  if (missing.length === required.length) {
    return { ...about, verdict: 'unknown', finding: 'No real create or update has arrived yet.', fix: null, exchangeIds }
  }
  if (missing.length > 0) {
    const { name, mappingsPlace } = toLabels(evidence.connection.provider)
    return {
      ...about,
      verdict: 'bad',
      finding: `${missing.map(({ attribute }) => attribute).join(', ')} never arrived in a create or update of ${name}.`,
      fix: `In ${mappingsPlace} add ${missing.map(toRow).join(', ')}, then change one person so that it is sent.`,
      exchangeIds,
    }
  }
  if (doubtful.length === 0) {
    return { ...about, verdict: 'good', finding: 'All required attributes arrive.', fix: null, exchangeIds }
  }
  return {
    ...about,
    verdict: 'attention',
    finding: `All required attributes arrive. ${doubtful.map(({ shortName, doubt }) => `${shortName}: ${doubt?.sentence}`).join(' ')}`,
    fix: [...new Set(doubtful.map(({ fix }) => fix))].join(' '),
    exchangeIds: [...new Set(doubtful.flatMap(({ doubt }) => doubt?.exchangeId ?? []))],
  }
}

const toRow = ({ attribute, source }: Mapping) => (source ? `${attribute} from ${source}` : attribute)
