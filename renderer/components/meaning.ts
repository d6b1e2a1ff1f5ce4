/**
 * The meanings that a colour, a shape and a word stand for together. proven: it really happened. waiting: something named
 * is expected. seen: something came that is not enough yet. attention: someone should look. failed. rehearsed: only
 * simulated. neutral: no judgement.
 */
export type Meaning = 'proven' | 'waiting' | 'seen' | 'attention' | 'failed' | 'rehearsed' | 'neutral'

/** The palette colour of a meaning, for `color` in `sx`: `success.main`. */
export function toColor(meaning: Meaning): string {
  switch (meaning) {
    case 'proven':
      return 'success.main'
    case 'waiting':
    case 'seen':
      return 'info.main'
    case 'attention':
      return 'warning.main'
    case 'failed':
      return 'error.main'
    case 'rehearsed':
    case 'neutral':
      return 'text.secondary'
  }
}

/** The colour as a CSS value, for backgrounds that are mixed from it. */
export function toCssColor(meaning: Meaning): string {
  return `var(--mui-palette-${toColor(meaning).replace('.', '-')})`
}

/** Stripes for what was only rehearsed, so that it differs from proof without colour. */
export const hatching =
  'repeating-linear-gradient(135deg, transparent 0 4px, color-mix(in srgb, var(--mui-palette-text-secondary) 16%, transparent) 4px 6px)'
