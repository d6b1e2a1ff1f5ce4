import { useEffect, useRef } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'

/** What the browser's history keeps of a request that was opened in the list. */
const fromList = 'list'

/** Which request is open, as the address tells; one step back in the history closes it, however many were looked at. */
export function useOpenExchange(connection: string) {
  const navigate = useNavigate()
  const { search, state } = useLocation()
  const openId = readOpenId(useParams()['exchange'])
  const isClosing = useRef(false)
  useEffect(() => {
    if (openId === undefined) isClosing.current = false
  }, [openId])

  const toPath = (id?: number) => ({ pathname: `/${connection}/activity${id === undefined ? '' : `/${id}`}`, search })
  return {
    openId,
    open: (id: number) => void navigate(toPath(id), openId === undefined ? { state: fromList } : { replace: true, state }),
    close: () => {
      // The list is the step before, unless an address led straight here or the filter is another one now.
      if (state !== fromList) return void navigate(toPath(), { replace: true })
      // A step takes a moment, and a key that is pressed again meanwhile means no second one.
      if (isClosing.current) return
      isClosing.current = true
      void navigate(-1)
    },
  }
}

function readOpenId(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}
