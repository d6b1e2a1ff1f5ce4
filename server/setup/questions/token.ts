import { findEndingToken, type TokenInfo } from '#contract/connection.ts'
import type { ExchangeSummary, RefusedCredential } from '#contract/exchange.ts'
import type { Answer } from '#contract/setup.ts'
import { type Evidence, findExchange } from '../evidence.ts'
import { type ProviderLabels, toLabels } from '../providerLabels.ts'

const about = { id: 'token', question: 'Is the token active, and is it the one that was copied?' } as const

/** What was wrong with the header, as a sentence. */
const reasons: Readonly<Record<RefusedCredential, string>> = {
  missing: 'It carried no token at all.',
  noScheme: 'The token came without the word Bearer in front.',
  wrongScheme: 'Its Authorization header used another scheme than Bearer.',
  doubledScheme: 'The word Bearer stood twice: it was pasted together with the token.',
  quoted: 'The token stood in quotes.',
  containsSpace: 'There was a space or a line break inside the token.',
  empty: 'After the word Bearer nothing followed.',
  cut: 'The token was not whole: a part was lost when it was copied.',
  revoked: 'It carried a token that was replaced or revoked.',
  expired: 'It carried a token that has expired.',
  otherConnection: 'It carried the token of another connection.',
  unknown: 'It carried a token that was not made here.',
}

/** Tells from the newest request which token is in use. */
export function answerToken(evidence: Evidence): Answer {
  const { service, connection } = evidence
  const labels = toLabels(connection.provider)
  const tokens = service.tokens.list(connection.id).filter(({ kind }) => kind !== 'simulator')
  if (!tokens.some(isUsable)) {
    return {
      ...about,
      verdict: 'bad',
      finding: tokens.length === 0 ? 'No token has been made yet.' : 'All tokens have ended.',
      fix: `Make a token in step 1 and paste it into "${labels.tokenField}" in ${labels.credentialsPlace}: ${labels.tokenForm}.`,
      exchangeIds: [],
    }
  }
  const accepted = findExchange(evidence, { simulated: false, authenticated: true })
  const refused = findRefusedCredential(evidence, accepted?.id ?? 0)
  if (refused) return answerRefused(refused, labels, tokens)
  if (!accepted) {
    return {
      ...about,
      verdict: 'unknown',
      finding: `A token ending in ${lastFourOf(tokens)} is active, and no request has carried one yet.`,
      fix: null,
      exchangeIds: [],
    }
  }
  const tokenId = service.stores.exchanges.get(accepted.id)?.tokenId
  const used = tokens.find(({ id }) => id === tokenId)
  const ending = used && findEndingToken([used], Date.parse(service.now()))
  if (ending) return answerEnding(accepted, ending, labels)
  return answerAccepted({ exchange: accepted, used }, labels, tokens)
}

const isUsable = ({ status }: TokenInfo) => status === 'active' || status === 'ending'

const lastFourOf = (tokens: readonly TokenInfo[]) =>
  tokens
    .filter(({ status }) => status === 'active')
    .concat(tokens.filter(({ status }) => status === 'ending'))
    .map(({ lastFour }) => `…${lastFour}`)[0]

function findRefusedCredential({ service, connection }: Evidence, afterId: number) {
  const refused = service.stores.exchanges.newest(connection.id, {
    simulated: false,
    succeeded: false,
    authenticated: false,
    afterId,
  })
  const why = refused && service.stores.exchanges.get(refused.id)?.refusedCredential
  return refused && why ? { exchange: refused, why } : undefined
}

function answerRefused(
  { exchange, why }: { exchange: ExchangeSummary; why: RefusedCredential },
  labels: ProviderLabels,
  tokens: readonly TokenInfo[],
): Answer {
  return {
    ...about,
    verdict: 'bad',
    finding: `The newest request was refused. ${reasons[why]}`,
    fix: `Paste the token ending in ${lastFourOf(tokens)} into "${labels.tokenField}" in ${labels.credentialsPlace}: ${labels.tokenForm}. Then save and ${labels.pressTest}. If it is not at hand any more, make a new one in step 1.`,
    exchangeIds: [exchange.id],
  }
}

function answerEnding(
  { id }: ExchangeSummary,
  { token, endsAt, isUrgent }: { readonly token: TokenInfo; readonly endsAt: string; readonly isUrgent: boolean },
  labels: ProviderLabels,
): Answer {
  return {
    ...about,
    verdict: isUrgent ? 'bad' : 'attention',
    finding: `The newest request used the token ending in …${token.lastFour}, which is accepted until ${toMoment(endsAt)}. After that every request is refused.`,
    fix: `Reset the token in step 1 and let the old one live on for a while. Paste the new one into "${labels.tokenField}" in ${labels.credentialsPlace}: ${labels.tokenForm}.`,
    exchangeIds: [id],
  }
}

function answerAccepted(
  { exchange, used }: { exchange: ExchangeSummary; used: TokenInfo | undefined },
  labels: ProviderLabels,
  tokens: readonly TokenInfo[],
): Answer {
  const name = `The newest request used the token ending in …${exchange.tokenLastFour}`
  if (used?.status === 'active') {
    return { ...about, verdict: 'good', finding: `${name}, which is active.`, fix: null, exchangeIds: [exchange.id] }
  }
  const end =
    used?.status === 'ending' && used.expiresAt ? `which is accepted until ${toMoment(used.expiresAt)} only` : 'which has ended'
  return {
    ...about,
    verdict: used?.status === 'ending' ? 'attention' : 'bad',
    finding: `${name}, ${end}.`,
    fix: `Paste the token ending in ${lastFourOf(tokens)} into "${labels.tokenField}" in ${labels.credentialsPlace}: ${labels.tokenForm}.`,
    exchangeIds: [exchange.id],
  }
}

/** `2026-11-24 14:02 UTC`: the same on the screen and in the text for support, whose reader is elsewhere. */
const toMoment = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`
