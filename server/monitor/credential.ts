import type { RefusedCredential } from '#contract/exchange.ts'

/** What is known of a token whose secret was presented. */
export interface TokenMatch {
  readonly status: 'active' | 'ending' | 'expired' | 'revoked'
  /** It belongs to the connection that the URL names. */
  readonly connectionMatches: boolean
}

/** What an `Authorization` header said. Only `secret` is confidential: it is for masking, never for storage or a text. */
export interface Credential<Match extends TokenMatch> {
  readonly kind: 'accepted' | 'refused'
  /** Why it was refused. */
  readonly why?: RefusedCredential
  /** What followed the scheme; undefined where nothing did. */
  readonly secret?: string
  /** The first word, where it is one that schemes are named by. */
  readonly scheme: string | null
  /** Of what followed the scheme. */
  readonly length: number
  /** More than one space, or a tab, stood between scheme and token. */
  readonly toleratedSpaces: boolean
  /** The known token, also where it was refused. */
  readonly match: Match | null
}

/** Schemes of the IANA registry, and words that products put in their place. */
const otherScheme =
  /^(basic|digest|negotiate|ntlm|oauth|token|apikey|api-key|ssws|hoba|mutual|dpop|gnap|scram-sha-\d+|vapid|jwt|key)(?=[ \t]|$)/i

/** A quote of any kind at either end; UTF-8 quotes arrive as bytes, `%22` as it was pasted. */
const quoteAtEnd =
  /^(?:["'`]|%22|%27|\u00e2\u0080[\u0098-\u009f]|[\u2018-\u201f])|(?:["'`]|%22|%27|\u00e2\u0080[\u0098-\u009f]|[\u2018-\u201f])$/i

/** Whitespace, encoded whitespace, and the bytes of invisible characters such as a non-breaking space. */
const spaceInside = /[^\x21-\x7e]|%(?:20|09|0a|0d|c2%a0)/i

/**
 * Reads an `Authorization` header. Outer spaces and a second space after the scheme are legal in HTTP and accepted; whatever
 * else differs from `Bearer <token>` is refused with its reason.
 *
 * @param match finds the known token that a secret belongs to
 * @param expected how a token made here begins, and how long it is
 */
export function readCredential<Match extends TokenMatch>(
  authorization: string | undefined,
  match: (secret: string) => Match | undefined,
  expected: { readonly prefix: string; readonly length: number },
): Credential<Match> {
  if (authorization === undefined)
    return { kind: 'refused', why: 'missing', scheme: null, length: 0, toleratedSpaces: false, match: null }
  const value = authorization.replace(/^[ \t]+|[ \t]+$/g, '')
  const bearer = /^bearer(?:([ \t]+)|$)/i.exec(value)
  if (!bearer) return readWithoutBearer(value, match, expected)

  const secret = value.slice(bearer[0].length)
  const found = secret === '' ? undefined : match(secret)
  const shared = {
    secret,
    scheme: 'Bearer',
    length: secret.length,
    toleratedSpaces: (bearer[1]?.length ?? 1) > 1 || bearer[1] === '\t',
  }
  if (!found) return { ...shared, kind: 'refused', why: readFault(secret, match, expected), match: null }
  if (!found.connectionMatches) return { ...shared, kind: 'refused', why: 'otherConnection', match: found }
  if (found.status === 'revoked' || found.status === 'expired')
    return { ...shared, kind: 'refused', why: found.status, match: found }
  return { ...shared, kind: 'accepted', match: found }
}

/** What is wrong with a token that is nobody's; the most telling fault first. */
function readFault(
  secret: string,
  match: (secret: string) => TokenMatch | undefined,
  expected: { readonly prefix: string; readonly length: number },
): RefusedCredential {
  if (secret === '') return 'empty'
  if (/^["'`]?bearer(?:[^a-z0-9]|$)/i.test(secret)) return 'doubledScheme'
  if (quoteAtEnd.test(secret)) return 'quoted'
  if (spaceInside.test(secret)) return 'containsSpace'
  const isOurs = secret.toLowerCase().startsWith(expected.prefix)
  if (isOurs && secret.length !== expected.length) return 'cut'
  if (!isOurs && expected.prefix.startsWith(secret.toLowerCase())) return 'cut'
  // Copied without its prefix.
  if (!isOurs && match(expected.prefix + secret)) return 'cut'
  return 'unknown'
}

function readWithoutBearer<Match extends TokenMatch>(
  value: string,
  match: (secret: string) => Match | undefined,
  expected: { readonly prefix: string },
): Credential<Match> {
  const scheme = otherScheme.exec(value)?.[1] ?? null
  const secret = scheme === null ? value : value.slice(scheme.length).trimStart()
  const found = match(secret) ?? match(secret.replace(/^["'`]+|["'`]+$/g, '')) ?? null
  const refuse = (why: RefusedCredential): Credential<Match> => ({
    kind: 'refused',
    why,
    ...(secret === '' ? {} : { secret }),
    scheme,
    length: secret.length,
    toleratedSpaces: false,
    match: found,
  })
  if (value === '') return refuse('empty')
  if (scheme !== null) return refuse('wrongScheme')
  if (found || value.toLowerCase().startsWith(expected.prefix)) return refuse('noScheme')
  if (quoteAtEnd.test(value)) return refuse('quoted')
  // "Bearer" with something other than a space after it.
  if (/^bearer(?:[^\x21-\x7e]|%20|%c2%a0)/i.test(value)) return refuse('containsSpace')
  if (/^bearer/i.test(value)) return refuse('noScheme')
  return refuse(/[ \t]/.test(value) ? 'wrongScheme' : 'noScheme')
}
