import type { Database } from 'better-sqlite3'

/** The console's tickets and sessions, by the hash of their secret. */
export interface SessionStore {
  readonly createTicket: (hash: Buffer, expiresAt: string) => void
  /** Uses a ticket up. False where there was none or it is too old. */
  readonly takeTicket: (hash: Buffer, now: string) => boolean
  readonly create: (hash: Buffer, at: string) => void
  readonly has: (hash: Buffer) => boolean
}

/** The tickets and sessions over a database. */
export function createSessionStore(db: Database): SessionStore {
  const insertTicket = db.prepare<[Buffer, string]>(`
    INSERT INTO ticket (hash, expires_at)
    VALUES (?, ?)`)
  const deleteTicket = db.prepare<[Buffer, string]>(`
    DELETE FROM ticket
     WHERE hash = ?
       AND expires_at > ?`)
  const deleteExpired = db.prepare<[string]>(`
    DELETE FROM ticket
     WHERE expires_at <= ?`)
  const insertSession = db.prepare<[Buffer, string]>(`
    INSERT INTO session (hash, created_at)
    VALUES (?, ?)`)
  const selectSession = db
    .prepare<[Buffer], number>(`
    SELECT 1
      FROM session
     WHERE hash = ?`)
    .pluck()

  return {
    createTicket: (hash, expiresAt) => void insertTicket.run(hash, expiresAt),
    takeTicket: (hash, now) => {
      const isTaken = deleteTicket.run(hash, now).changes === 1
      deleteExpired.run(now)
      return isTaken
    },
    create: (hash, at) => void insertSession.run(hash, at),
    has: (hash) => selectSession.get(hash) !== undefined,
  }
}
