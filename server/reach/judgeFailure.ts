import type { CheckOutcome } from './outcome.ts'
import { type CheckFailure, timeoutCode } from './sendCheck.ts'

/** What a request that got no reply ran into. */
export function judgeFailure(failure: CheckFailure, url: URL, timeoutMs: number): CheckOutcome {
  const host = url.hostname
  const code = failure.code ?? ''
  switch (code) {
    case timeoutCode:
    case 'ETIMEDOUT':
      return { kind: 'timeout', seconds: Math.round(timeoutMs / 100) / 10 }
    case 'ENOTFOUND':
      return { kind: 'unknownName', host }
    case 'EAI_AGAIN':
      return { kind: 'noDns', host }
    case 'ECONNREFUSED':
      return { kind: 'refused', host, port: url.port || (url.protocol === 'https:' ? '443' : '80') }
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
      return { kind: 'unreachable', host }
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return { kind: 'selfSigned' }
    case 'CERT_HAS_EXPIRED':
      return { kind: 'expired' }
    case 'CERT_NOT_YET_VALID':
      return { kind: 'notYetValid' }
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return { kind: 'wrongName', host, names: readNames(failure) }
    case 'EPROTO':
      return { kind: 'notTls' }
    case 'ECONNRESET':
    case 'EPIPE':
      return { kind: 'cut' }
  }
  if (code.startsWith('HPE_')) return { kind: 'notHttp' }
  if (code.startsWith('ERR_SSL_')) return { kind: 'notTls' }
  // What is left of OpenSSL's names for a chain that ends nowhere: UNABLE_TO_VERIFY_LEAF_SIGNATURE and its like.
  if (/CERT|SIGNATURE|ISSUER|CRL/.test(code)) return { kind: 'untrusted', code }
  return { kind: 'cut' }
}

/** Node puts the certificate beside the error. */
function readNames(failure: CheckFailure): string {
  const names: unknown = 'cert' in failure && failure.cert instanceof Object ? Reflect.get(failure.cert, 'subjectaltname') : ''
  return typeof names === 'string' ? names.replace(/\b(?:DNS|IP Address):/g, '').slice(0, 200) : ''
}
