import { MarkColour } from '#contract/exchange.ts'

interface ColourLook {
  readonly name: string
  /** A CSS value of the theme. */
  readonly css: string
  /** A shape of its own, for those who do not tell the colours apart. */
  readonly path: string
}

/** How each colour of a mark is named and drawn. */
export const markColours: Readonly<Record<MarkColour, ColourLook>> = {
  red: { name: 'Red', css: 'var(--mui-palette-error-main)', path: 'M8 1 15 8 8 15 1 8Z' },
  amber: { name: 'Amber', css: 'var(--mui-palette-warning-main)', path: 'M1 2.5h14L8 14.5Z' },
  green: { name: 'Green', css: 'var(--mui-palette-success-main)', path: 'M2 2h12v12H2Z' },
  blue: { name: 'Blue', css: 'var(--mui-palette-info-main)', path: 'M4.5 2h7L15 8l-3.5 6h-7L1 8Z' },
}

/** All of them as choices of a filter. */
export const colourChoices = MarkColour.options.map((colour) => ({ value: colour, label: markColours[colour].name }))

/** The shape of a colour; its word stands beside it or is spoken. */
export function ColourShape({ colour, size = 14 }: { readonly colour: MarkColour; readonly size?: number }) {
  const { css, path } = markColours[colour]
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden style={{ color: css, flex: 'none', display: 'block' }}>
      <path d={path} fill="currentColor" />
    </svg>
  )
}
