import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { type Meaning, toColor } from './meaning.ts'

interface MeaningIconProps {
  readonly meaning: Meaning
  /** Spoken instead of the shape; left out where a word stands beside it. */
  readonly label?: string
  /** Edge in pixels. */
  readonly size?: number
}

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const shapes: Readonly<Record<Meaning, ReactNode>> = {
  proven: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.3 2.2 2.2 4.3-4.7" {...stroke} stroke="var(--mui-palette-background-paper)" />
    </>
  ),
  waiting: <circle cx="8" cy="8" r="6.2" {...stroke} strokeDasharray="2.4 2.5" />,
  seen: (
    <>
      <circle cx="8" cy="8" r="6.2" {...stroke} />
      <circle cx="8" cy="8" r="2.6" fill="currentColor" />
    </>
  ),
  attention: <path d="M8 1.8 15 14H1L8 1.8Zm0 4.7v3.3m0 1.9v.1" {...stroke} />,
  failed: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" {...stroke} stroke="var(--mui-palette-background-paper)" />
    </>
  ),
  rehearsed: (
    <>
      <circle cx="8" cy="8" r="6.2" {...stroke} strokeWidth="1.2" />
      <path d="M4 9.2 9.2 4M5 12 12 5m-5.2 7L12 6.8" {...stroke} strokeWidth="1.1" />
    </>
  ),
  neutral: <circle cx="8" cy="8" r="4" {...stroke} />,
}

/** The shape of a meaning. Never alone: a word stands beside it, or `label` is spoken. */
export function MeaningIcon({ meaning, label, size = 16 }: MeaningIconProps) {
  return (
    <Box
      component="svg"
      viewBox="0 0 16 16"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
      sx={{ width: size, height: size, flex: 'none', color: toColor(meaning), display: 'block' }}
    >
      {shapes[meaning]}
    </Box>
  )
}
