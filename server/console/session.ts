import { createHash, randomBytes } from 'node:crypto'
import type { Service } from '../service.ts'
import type { Stores } from '../storage/stores.ts'

const ticketLifeMs = 10 * 60_000

/** Who may use the console: a one-time ticket in a printed link becomes a cookie. Only hashes of both are stored. */
export interface Sessions {
  /** Carries the data folder's id, since cookies ignore ports and two services must not overwrite each other's. */
  readonly cookieName: string
  /** The console's address with a new ticket in it, which opens one session within ten minutes. */
  readonly newLink: () => string
  /** Takes a ticket. @returns the value for the cookie; undefined where the ticket is unknown, used or too old */
  readonly open: (ticket: string) => string | undefined
  /** Whether a `Cookie` header holds a session. */
  readonly isOpen: (cookieHeader: string | undefined) => boolean
}

/** Sessions live in the store, so that they survive a restart. */
export function createSessions(service: Service): Sessions {
  const { sessions } = service.stores
  const cookieName = `rollcall_${service.stores.folderId()}`

  return {
    cookieName,
    newLink: () => createLink(service.stores, { address: service.addresses.console, at: service.now() }),
    open: (ticket) => {
      if (!sessions.takeTicket(hashOf(ticket), service.now())) return undefined
      const session = createSecret()
      sessions.create(hashOf(session), service.now())
      return session
    },
    isOpen: (cookieHeader = '') => readCookies(cookieHeader, cookieName).some((value) => sessions.has(hashOf(value))),
  }
}

/** The link to the console at `address`, with a ticket that is new `at` this time; another process may make one too. */
export function createLink({ sessions }: Stores, { address, at }: { address: string; at: string }): string {
  const ticket = createSecret()
  sessions.createTicket(hashOf(ticket), new Date(Date.parse(at) + ticketLifeMs).toISOString())
  return `http://${address}/?ticket=${ticket}`
}

/** 256 bits, fit for URLs and cookies. */
const createSecret = () => randomBytes(32).toString('base64url')

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/** All values of a cookie: another local server may have set one of the same name, and its place in the header is not ours to choose. */
function readCookies(header: string, name: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
