import type { Answer } from '#contract/setup.ts'
import { toScimUrl } from '../../service.ts'
import type { StoredExchange } from '../../storage/storedExchange.ts'
import { type Evidence, findExchange } from '../evidence.ts'
import { toLabels, toSentence } from '../providerLabels.ts'
import { explainPath, isWrongPath } from '../wrongPath.ts'

const about = { id: 'url', question: 'Is the URL right?' } as const

/** Tells from the paths that arrived, or from the silence, whether the URL is right. */
export function answerUrl(evidence: Evidence): Answer {
  const { service, connection } = evidence
  const labels = toLabels(connection.provider)
  const scimUrl = toScimUrl(service, connection.slug)
  const good = service.stores.exchanges.newest(connection.id, { simulated: false, succeeded: true, authenticated: true })
  const wrong = findWrongPath(evidence, good?.id ?? 0)
  if (wrong) {
    return {
      ...about,
      verdict: 'bad',
      finding: `The last request could not be placed, because ${explainPath(wrong, connection.slug)}: ${wrong.method} ${wrong.target.slice(0, 120)}`,
      fix: `Paste ${scimUrl} into "${labels.urlField}" in ${labels.credentialsPlace}, without anything before or after it, and save.`,
      exchangeIds: [wrong.id],
    }
  }
  const arrived = good ?? findExchange(evidence, { simulated: false })
  if (!arrived) return answerSilence(evidence, scimUrl)
  return {
    ...about,
    verdict: 'good',
    finding: `Requests reach ${scimUrl}; the newest is ${arrived.method} ${arrived.target}.`,
    fix: null,
    exchangeIds: [arrived.id],
  }
}

function findWrongPath({ service, connection }: Evidence, afterId: number): StoredExchange | undefined {
  const { exchanges } = service.stores.exchanges.list(connection.id, { show: 'failures', simulated: 'no', limit: 20 })
  return exchanges
    .filter(({ id, caller }) => id > afterId && caller !== 'rollcall')
    .map(({ id }) => service.stores.exchanges.get(id))
    .find((exchange) => exchange !== undefined && isWrongPath(exchange))
}

/** What the path would be cannot be told from silence; what to compare can. */
function answerSilence({ service, connection }: Evidence, scimUrl: string): Answer {
  const { isCloud, credentialsPlace, urlField, pressTest } = toLabels(connection.provider)
  if (service.getPublicUrl() === null && isCloud) {
    const finding = 'No request has arrived whose path could tell.'
    return { ...about, verdict: 'unknown', finding, fix: null, exchangeIds: [] }
  }
  return {
    ...about,
    verdict: service.getPublicUrl() === null ? 'unknown' : 'attention',
    finding: `No request has arrived at ${scimUrl} yet.`,
    fix: toSentence(`in ${credentialsPlace} compare "${urlField}" with ${scimUrl}, save and ${pressTest}`),
    exchangeIds: [],
  }
}
