import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Ways of the keyboard to the list. */
interface ListFocus {
  /** To its first row in sight, or where it was last. */
  readonly stepInto: () => void
  /** To the list, at no row yet. */
  readonly focus: () => void
}

/**
 * Leads the keyboard to the list: by what is returned, and by an arrow up or down where it is nowhere yet, as after the page was opened.
 * The arrow that leads there is the list's first.
 */
export function useListFocus(table: RefObject<HTMLElement | null>, { isUsed }: { readonly isUsed: boolean }): ListFocus {
  const focus = () => {
    const list = table.current?.querySelector<HTMLElement>('[role=listbox]')
    list?.focus()
    return list
  }
  const step = (key: string) => focus()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
    if (!isUsed || !isArrow || hasModifier || event.target !== document.body) return
    event.preventDefault()
    step(event.key)
  })
  useEffect(() => {
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
  return { stepInto: () => step('ArrowDown'), focus }
}
