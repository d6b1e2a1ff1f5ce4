import { useEffect, useEffectEvent } from 'react'

/** What each key does, by `KeyboardEvent.key` in lower case. */
export type Keys = Readonly<Record<string, () => void>>

/** Single keys for a whole screen. They are quiet in a field, under a dialog or menu, and together with Ctrl, Alt or Meta. */
export function useKeys(keys: Keys): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const deed = keys[event.key.toLowerCase()]
    if (!deed || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (
      event.target instanceof Element &&
      event.target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]')
    )
      return
    event.preventDefault()
    deed()
  })
  useEffect(() => {
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
}
