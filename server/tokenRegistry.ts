import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { TokenInfo } from '#contract/connection.ts'
import type { Stores } from './storage/stores.ts'
import type { StoredToken } from './storage/tokenStore.ts'

/** Makes, matches and ends tokens. A token is 256 random bits behind a prefix; only its hash is kept. */
export interface TokenRegistry {
  /** All tokens of a connection, newest first. */
  readonly list: (connectionId: number) => TokenInfo[]
  /** Makes a token; the returned secret is kept nowhere. `expiresAt` null: no end. */
  readonly issue: (
    connectionId: number,
    kind: TokenInfo['kind'],
    options: { label: string; expiresAt: string | null },
  ) => { secret: string; info: TokenInfo }
  /** Makes the new token made on screen, with an end or none, and lets the older ones made there live on for `overlapMinutes`. */
  readonly reset: (connectionId: number, overlapMinutes: number, expiresAt?: string | null) => { secret: string; info: TokenInfo }
  readonly revoke: (connectionId: number, tokenId: number) => void
  /** The token labelled *environment* of a connection: the same value changes nothing, a new one replaces it at once. */
  readonly setEnvironmentToken: (connectionId: number, secret: string) => void
  readonly removeSimulatorTokens: (connectionId: number) => void
  /** What is stored has changed by another hand. */
  readonly reload: () => void
  /** Finds whose token a secret is, in constant time for each token; with the connection it belongs to. */
  readonly match: (secret: string) => { token: StoredToken; status: TokenInfo['status'] } | undefined
  /** Notes the use; written with the next batch of exchanges. */
  readonly markUsed: (token: StoredToken) => void
  /** Writes what `markUsed` noted. */
  readonly flush: () => void
}

/** What stands before the random part of each token made here, so that it is known again where it was cut or leaked. */
export const tokenPrefix = 'rollcall_'
/** 256 bits in base64url. */
export const tokenLength = tokenPrefix.length + 43

const hashOf = (secret: string) => hash('sha256', secret, 'buffer')

/** Keeps all tokens in memory, since each request needs them, and the store as their home. */
export function createTokenRegistry(stores: Stores, now: () => string): TokenRegistry {
  let tokens = stores.tokens.listAll()
  const used = new Map<number, string>()

  const reload = () => {
    tokens = stores.tokens.listAll()
  }

  const statusOf = (token: StoredToken): TokenInfo['status'] => {
    if (token.revokedAt !== null) return 'revoked'
    if (token.expiresAt !== null && token.expiresAt <= now()) return 'expired'
    return token.replaced ? 'ending' : 'active'
  }

  const toInfo = (token: StoredToken): TokenInfo => ({
    id: token.id,
    label: token.label,
    kind: token.kind,
    lastFour: token.lastFour,
    createdAt: token.createdAt,
    expiresAt: token.expiresAt,
    revokedAt: token.revokedAt,
    lastUsedAt: used.get(token.id) ?? token.lastUsedAt,
    status: statusOf(token),
  })

  const store = (
    connectionId: number,
    secret: string,
    about: { kind: TokenInfo['kind']; label: string; expiresAt: string | null },
  ) => {
    const token = stores.tokens.create({
      connectionId,
      hash: hashOf(secret),
      lastFour: secret.slice(-4),
      length: secret.length,
      createdAt: now(),
      ...about,
    })
    reload()
    return toInfo(token)
  }

  const issue: TokenRegistry['issue'] = (connectionId, kind, { label, expiresAt }) => {
    const secret = tokenPrefix + randomBytes(32).toString('base64url')
    return { secret, info: store(connectionId, secret, { kind, label, expiresAt }) }
  }

  const isUsable = (token: StoredToken) => ['active', 'ending'].includes(statusOf(token))

  return {
    list: (connectionId) => tokens.filter((token) => token.connectionId === connectionId).map(toInfo),
    issue,
    reset: (connectionId, overlapMinutes, expiresAt = null) =>
      stores.inTransaction(() => {
        const end = new Date(Date.parse(now()) + overlapMinutes * 60_000).toISOString()
        for (const token of tokens) {
          if (token.connectionId !== connectionId || token.kind !== 'screen' || !isUsable(token)) continue
          if (overlapMinutes === 0) stores.tokens.revoke(token.id, now())
          else stores.tokens.replace(token.id, token.expiresAt === null || token.expiresAt > end ? end : token.expiresAt)
        }
        return issue(connectionId, 'screen', { label: 'Made on screen', expiresAt })
      }),
    revoke: (connectionId, tokenId) => {
      const token = tokens.find((one) => one.id === tokenId && one.connectionId === connectionId)
      if (token && token.revokedAt === null) stores.tokens.revoke(tokenId, now())
      reload()
    },
    setEnvironmentToken: (connectionId, secret) => {
      const hash = hashOf(secret)
      const current = tokens.filter(
        (token) => token.connectionId === connectionId && token.kind === 'environment' && isUsable(token),
      )
      if (current.length === 1 && current[0]?.hash.equals(hash)) return
      stores.inTransaction(() => {
        for (const token of current) stores.tokens.revoke(token.id, now())
        store(connectionId, secret, { kind: 'environment', label: 'environment', expiresAt: null })
      })
    },
    removeSimulatorTokens: (connectionId) => {
      stores.tokens.removeSimulator(connectionId)
      reload()
    },
    reload,
    match: (secret) => {
      const hash = hashOf(secret)
      let found: StoredToken | undefined
      // Every token is compared, so that the time tells nothing; a usable one wins over an ended one of the same value.
      for (const token of tokens) {
        const isEqual = timingSafeEqual(token.hash, hash)
        if (isEqual && (!found || (!isUsable(found) && isUsable(token)))) found = token
      }
      return found && { token: found, status: statusOf(found) }
    },
    markUsed: (token) => void used.set(token.id, now()),
    flush: () => {
      for (const [id, at] of used) stores.tokens.markUsed(id, at)
      used.clear()
      reload()
    },
  }
}
