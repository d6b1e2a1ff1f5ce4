import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Leads the keyboard to the list: by the function that is returned, and by an arrow up or down where it is nowhere yet, as after the
 * page was opened. The arrow that leads there is the list's first.
 */
export function useListFocus(table: RefObject<HTMLElement | null>, { isUsed }: { readonly isUsed: boolean }): () => void {
  const focusList = (key = 'ArrowDown') => {
    const list = table.current?.querySelector<HTMLElement>('[role=listbox]')
    if (!list) return
    list.focus()
    list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
    if (!isUsed || !isArrow || hasModifier || event.target !== document.body) return
    event.preventDefault()
    focusList(event.key)
  })
  useEffect(() => {
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
  return () => focusList()
}
