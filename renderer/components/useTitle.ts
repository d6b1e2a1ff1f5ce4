import { createContext, useContext, useEffect } from 'react'

/** What the title of every screen ends with. */
export const TitleEnd = createContext('Rollcall')

/** Tells the tabs, the history and the window list of a browser which screen this is: the title, then whose it is. */
export function useTitle(title: string): void {
  const end = useContext(TitleEnd)
  useEffect(() => {
    document.title = `${title} · ${end}`
  }, [title, end])
}
