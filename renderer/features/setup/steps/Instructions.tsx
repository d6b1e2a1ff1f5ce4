import Box from '@mui/material/Box'
import { Words } from '../../../components/Words.tsx'
import type { Instruction } from '../guides/guide.ts'

interface InstructionsProps {
  readonly steps: readonly Instruction[]
  /** The number of the first one. */
  readonly start?: number
}

/** What to click, numbered, with the provider's labels in italics. */
export function Instructions({ steps, start = 1 }: InstructionsProps) {
  return (
    <Box
      component="ol"
      start={start}
      sx={{
        m: 0,
        pl: 3,
        display: 'grid',
        gap: 1,
        lineHeight: 1.4,
        '& li::marker': { color: 'text.secondary', fontVariantNumeric: 'tabular-nums' },
      }}
    >
      {steps.map((step) => (
        <Box component="li" key={step} sx={{ pl: 0.5 }}>
          <Words>{step}</Words>
        </Box>
      ))}
    </Box>
  )
}
