import type { Instead, Proof } from '#contract/setup.ts'
import { toScimUrl } from '../../service.ts'
import type { StoredExchange } from '../../storage/storedExchange.ts'
import { type Evidence, findExchange } from '../evidence.ts'
import { type ProviderLabels, toLabels, toSentence } from '../providerLabels.ts'
import { toSummary, toWho } from './sighting.ts'

/** What came where the connection test is waited for, or how it came. */
export function findInsteadOfTest(evidence: Evidence, { state, exchange }: Proof): Instead | null {
  const labels = toLabels(evidence.connection.provider)
  if (state === 'verified') return findOtherHost(evidence, labels)
  return exchange === null ? findDiscovered(evidence, labels) : null
}

/** Anybody may read what is offered. */
function findDiscovered(evidence: Evidence, labels: ProviderLabels): Instead | null {
  const discovered = findExchange(evidence, { simulated: false, authenticated: false, actions: ['discovered'] })
  if (!discovered) return null
  return {
    kind: 'discoveredOnly',
    exchange: discovered,
    sentence: `${toWho(evidence, discovered)} read what this endpoint offers, for which no token is needed. The URL is right; the token is not proven.`,
    fix: [
      toSentence(labels.pressTest),
      `If that does nothing more: enter the token in "${labels.tokenField}" in ${labels.credentialsPlace}.`,
    ],
  }
}

/** A tunnel that has a new name, or a public URL that was never put right: what is linked to in replies leads elsewhere then. */
function findOtherHost(evidence: Evidence, labels: ProviderLabels): Instead | null {
  const { service, connection } = evidence
  const publicUrl = service.getPublicUrl()
  const newest = publicUrl && findExchange(evidence, { simulated: false, authenticated: true })
  const exchange = newest && service.stores.exchanges.get(newest.id)
  if (!publicUrl || !exchange) return null
  const host = findForeignHost(exchange, new URL(publicUrl).host)
  if (host === null) return null
  return {
    kind: 'otherHost',
    exchange: toSummary(evidence, exchange),
    sentence: `The newest request came through ${host}, and the public URL is ${publicUrl}.`,
    fix: [
      `If ${host} is the right one: set it as the public URL in step 1.`,
      `If not: paste ${toScimUrl(service, connection.slug)} into "${labels.urlField}" in ${labels.credentialsPlace}, and save.`,
    ],
  }
}

const local = /^(?:localhost|127\.|\[::1\]|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|host\.docker\.internal)/i

/** The name that the caller used, where that can be told and is another; most tunnels pass it on in one of two headers. */
function findForeignHost({ request }: StoredExchange, expected: string): string | null {
  const hosts = ['x-forwarded-host', 'host'].flatMap(
    (name) => request.headers.find(([header]) => header.toLowerCase() === name)?.[1].toLowerCase() ?? [],
  )
  if (hosts.includes(expected.toLowerCase())) return null
  return hosts.find((host) => !local.test(host)) ?? null
}
