import type { CheckedOutside, OutsideKind } from '#contract/reach.ts'
import type { Answer } from '#contract/setup.ts'
import type { KeptCheck } from '../../reach/reachRegistry.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import type { ReachEvidence } from '../evidence.ts'
import { toCheckWords } from '../outsideWords.ts'
import { toLabels } from '../providerLabels.ts'

/** A check in words, for the screens. */
export function toCheckedOutside(service: Service, { provider }: StoredConnection, check: KeptCheck): CheckedOutside {
  const { at, url, outcome } = check
  const words = toCheckWords(outcome, { url, caller: toLabels(provider).name, address: service.addresses.scim })
  return { at, url, kind: outcome.kind, ...words }
}

/** The last check that the user asked for; none is made without that. */
export function answerOutside({ service, connection, reach }: ReachEvidence): Answer {
  const about = { id: 'outside', question: 'Does it answer from outside?', exchangeIds: [] } satisfies Partial<Answer>
  const publicUrl = service.getPublicUrl()
  if (publicUrl === null) {
    return { ...about, verdict: 'unknown', finding: 'Without a public URL there is nothing to check.', fix: null }
  }
  const action = { kind: 'checkOutside' } as const
  if (reach.outside) {
    const { at, finding, fix, kind } = toCheckedOutside(service, connection, reach.outside)
    return { ...about, verdict: kind === 'ok' ? 'good' : 'bad', finding, fix, action, at }
  }
  const finding = `Not checked yet since Rollcall started. The check sends one request without a token to ${publicUrl} and sees whether it arrives here.`
  return { ...about, verdict: 'unknown', finding, fix: null, action }
}

const certificateTroubles: readonly OutsideKind[] = ['notTls', 'selfSigned', 'expired', 'notYetValid', 'wrongName', 'untrusted']
/** Ends of a check that came before any certificate was shown. */
const beforeTls: readonly OutsideKind[] = [
  'notHttps',
  'localAddress',
  'unknownName',
  'noDns',
  'unreachable',
  'refused',
  'timeout',
  'cut',
]

/** What the last check saw of the certificate. */
export function answerCertificate({ service, connection, reach }: ReachEvidence): Answer {
  const about = {
    id: 'certificate',
    question: 'Is the certificate publicly trusted?',
    exchangeIds: [],
  } satisfies Partial<Answer>
  const publicUrl = service.getPublicUrl()
  if (publicUrl === null || publicUrl.startsWith('http:')) {
    const finding = publicUrl === null ? 'There is none without a public URL.' : `${publicUrl} shows none: it is not https.`
    return { ...about, verdict: 'unknown', finding, fix: null }
  }
  if (!reach.outside || beforeTls.includes(reach.outside.outcome.kind)) {
    return { ...about, verdict: 'unknown', finding: 'The check from outside tells, once it comes that far.', fix: null }
  }
  const { finding, fix, kind } = toCheckedOutside(service, connection, reach.outside)
  return certificateTroubles.includes(kind)
    ? { ...about, verdict: 'bad', finding, fix }
    : { ...about, verdict: 'good', finding: `${new URL(publicUrl).host} shows a certificate that is trusted.`, fix: null }
}
