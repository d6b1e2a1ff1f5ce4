import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { callService } from '../../service.ts'

/** none: the address holds no ticket, or it was taken. */
export type TicketState = 'none' | 'opening' | 'refused'

/** One call a ticket, however often the page is rendered: it opens once. */
const attempts = new Map<string, Promise<boolean>>()

function openSession(ticket: string): Promise<boolean> {
  const attempt =
    attempts.get(ticket) ??
    callService('openSession', { body: { ticket } }).then(
      ({ opened }) => opened,
      // Whatever the reason, the page then says how to get a new link.
      () => false,
    )
  attempts.set(ticket, attempt)
  return attempt
}

/** Trades the `?ticket=` of the address for a session, and takes it out of the address and the history. */
export function useTicket(): TicketState {
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const ticket = search.get('ticket')
  const [wasRefused, setWasRefused] = useState(false)
  useEffect(() => {
    if (ticket === null) return
    let isCurrent = true
    void openSession(ticket).then((opened) => {
      if (!isCurrent) return
      setWasRefused(!opened)
      void navigate(pathname, { replace: true })
    })
    return () => {
      isCurrent = false
    }
  }, [ticket, pathname, navigate])
  if (ticket !== null) return 'opening'
  return wasRefused ? 'refused' : 'none'
}
