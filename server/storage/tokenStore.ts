import type { Database } from 'better-sqlite3'

/** A token as it is stored: its SHA-256 and what may be told of it, never the token. */
export interface StoredToken {
  readonly id: number
  readonly connectionId: number
  readonly label: string
  readonly kind: 'screen' | 'environment' | 'simulator'
  /** SHA-256 of the token's text. */
  readonly hash: Buffer
  readonly lastFour: string
  /** Of the token's text, so that a cut one is recognised. */
  readonly length: number
  readonly createdAt: string
  /** null: no end set. */
  readonly expiresAt: string | null
  /** Another took its place; it lives on until `expiresAt`. */
  readonly replaced: boolean
  readonly revokedAt: string | null
  readonly lastUsedAt: string | null
}

/** The tokens of all connections. Times are ISO 8601 in UTC. */
export interface TokenStore {
  /** Newest first. */
  readonly list: (connectionId: number) => StoredToken[]
  /** Newest first, of all connections. */
  readonly listAll: () => StoredToken[]
  readonly create: (token: Omit<StoredToken, 'id' | 'replaced' | 'revokedAt' | 'lastUsedAt'>) => StoredToken
  /** Another takes its place: it ends at `at`. */
  readonly replace: (id: number, at: string) => void
  readonly revoke: (id: number, at: string) => void
  readonly markUsed: (id: number, at: string) => void
  /** @returns how many were removed */
  readonly removeSimulator: (connectionId: number) => number
}

interface TokenRow {
  readonly id: number
  readonly connection_id: number
  readonly label: string
  readonly kind: StoredToken['kind']
  readonly hash: Buffer
  readonly last_four: string
  readonly length: number
  readonly created_at: string
  readonly expires_at: string | null
  readonly replaced: 0 | 1
  readonly revoked_at: string | null
  readonly last_used_at: string | null
}

const columns = `id, connection_id, label, kind, hash, last_four, length, created_at, expires_at, replaced, revoked_at,
           last_used_at`

/** The tokens over a database. */
export function createTokenStore(db: Database): TokenStore {
  const selectOfConnection = db.prepare<[number], TokenRow>(`
    SELECT ${columns}
      FROM token
     WHERE connection_id = ?
     ORDER BY id DESC`)
  const selectAll = db.prepare<[], TokenRow>(`
    SELECT ${columns}
      FROM token
     ORDER BY id DESC`)
  const insert = db.prepare<Omit<TokenRow, 'id' | 'replaced' | 'revoked_at' | 'last_used_at'>>(`
    INSERT INTO token (connection_id, label, kind, hash, last_four, length, created_at, expires_at)
    VALUES (@connection_id, @label, @kind, @hash, @last_four, @length, @created_at, @expires_at)`)
  const updateReplaced = db.prepare<[string, number]>(`
    UPDATE token
       SET expires_at = ?,
           replaced = 1
     WHERE id = ?`)
  const updateRevoked = db.prepare<[string, number]>(`
    UPDATE token
       SET revoked_at = ?
     WHERE id = ?`)
  const updateUsed = db.prepare<[string, number]>(`
    UPDATE token
       SET last_used_at = ?
     WHERE id = ?`)
  const deleteSimulator = db.prepare<[number]>(`
    DELETE FROM token
     WHERE connection_id = ?
       AND kind = 'simulator'`)

  return {
    list: (connectionId) => selectOfConnection.all(connectionId).map(toToken),
    listAll: () => selectAll.all().map(toToken),
    create: (token) => {
      const { lastInsertRowid } = insert.run({
        connection_id: token.connectionId,
        label: token.label,
        kind: token.kind,
        hash: token.hash,
        last_four: token.lastFour,
        length: token.length,
        created_at: token.createdAt,
        expires_at: token.expiresAt,
      })
      return { ...token, id: Number(lastInsertRowid), replaced: false, revokedAt: null, lastUsedAt: null }
    },
    replace: (id, at) => void updateReplaced.run(at, id),
    revoke: (id, at) => void updateRevoked.run(at, id),
    markUsed: (id, at) => void updateUsed.run(at, id),
    removeSimulator: (connectionId) => deleteSimulator.run(connectionId).changes,
  }
}

function toToken(row: TokenRow): StoredToken {
  return {
    id: row.id,
    connectionId: row.connection_id,
    label: row.label,
    kind: row.kind,
    hash: row.hash,
    lastFour: row.last_four,
    length: row.length,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    replaced: row.replaced === 1,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  }
}
