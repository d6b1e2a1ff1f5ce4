import type { ConsoleHandlers } from '../routeTable.ts'
import type { Sessions } from '../session.ts'

const ninetyDaysMs = 90 * 24 * 60 * 60_000

/** Trades a ticket for the session's cookie. A page that is loaded again with a used ticket keeps the session it has. */
export function sessionHandlers(sessions: Sessions): Pick<ConsoleHandlers, 'openSession'> {
  return {
    openSession: ({ body, req, res }) => {
      const session = sessions.open(body.ticket)
      if (session === undefined) return { opened: sessions.isOpen(req.headers.cookie) }
      res.cookie(sessions.cookieName, session, { httpOnly: true, sameSite: 'strict', path: '/', maxAge: ninetyDaysMs })
      return { opened: true }
    },
  }
}
