const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** What opens the palette, as it stands on this keyboard. */
export const paletteKey = isApple ? '⌘K' : 'Ctrl K'

/** The same for `aria-keyshortcuts`. */
export const paletteShortcut = isApple ? 'Meta+K' : 'Control+K'

/** Whether a key event asks for the palette. */
export function isPaletteKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey
}
