import type { Answer } from '#contract/setup.ts'
import { toScimUrl } from '../../service.ts'
import type { StoredExchange } from '../../storage/exchangeStore.ts'
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
    .filter(({ id }) => id > afterId)
    .map(({ id }) => service.stores.exchanges.get(id))
    .find((exchange) => exchange !== undefined && isWrongPath(exchange))
}

/** No request yet is a diagnosis, too: where the caller sits decides what is most likely missing. */
function answerSilence({ service, connection }: Evidence, scimUrl: string): Answer {
  const labels = toLabels(connection.provider)
  const publicUrl = service.getPublicUrl()
  const local = `http://${service.addresses.scim}`
  const tunnel = `Start a tunnel to ${local} (for instance "cloudflared tunnel --url ${local}"), enter its address as the public URL, and paste the new SCIM URL into "${labels.urlField}".`
  if (publicUrl === null) {
    const finding = labels.isCloud
      ? `No request has arrived. ${labels.name} calls from its cloud and cannot reach ${service.addresses.scim} on this computer, and no public URL is set.`
      : `No request has arrived. Only programs that can reach ${service.addresses.scim} can send one, since no public URL is set.`
    return { ...about, verdict: labels.isCloud ? 'bad' : 'unknown', finding, fix: tunnel, exchangeIds: [] }
  }
  if (labels.isCloud && publicUrl.startsWith('http:')) {
    return {
      ...about,
      verdict: 'bad',
      finding: `No request has arrived. The public URL ${publicUrl} is not https, and ${labels.name} calls nothing else.`,
      fix: 'Use the https address of the tunnel as the public URL.',
      exchangeIds: [],
    }
  }
  return {
    ...about,
    verdict: 'attention',
    finding: `No request has arrived at ${scimUrl} yet.`,
    fix: `${toSentence(`in ${labels.credentialsPlace} compare "${labels.urlField}" with ${scimUrl}, save and ${labels.pressTest}`)} If nothing arrives then, see that the tunnel runs and leads to ${local}; a restarted quick tunnel has a new address.`,
    exchangeIds: [],
  }
}
