import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { Preferences } from '#contract/console.ts'
import { toQueryKey } from '../useService.ts'
import { type Command, offerCommands } from './commands.ts'

/** Where letters are typed, or a key means something else. */
const ownKeys = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu]'

/**
 * Offers commands while the component is shown: in the palette, and by their keys. These are quiet in a field, under a dialog or menu, and
 * together with Ctrl, Alt or Meta; those that are a character can be switched off (WCAG 2.1.4).
 */
export function useCommands(commands: readonly Command[]): void {
  const client = useQueryClient()
  const latest = useRef(commands)
  useLayoutEffect(() => {
    latest.current = commands
  })
  useEffect(() => offerCommands(() => latest.current), [])

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    const command = commands.find(({ key }) => key === event.key.toLowerCase())
    if (!command || (event.target instanceof Element && event.target.closest(ownKeys))) return
    const preferences = client.getQueryData<Preferences>(toQueryKey('getPreferences'))
    if (event.key.length === 1 && preferences?.singleKeys === false) return
    event.preventDefault()
    command.run()
  })
  useEffect(() => {
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
}
