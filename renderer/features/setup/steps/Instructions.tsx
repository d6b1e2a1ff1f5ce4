import Box from '@mui/material/Box'
import { type Claim, toText } from '#contract/guides/guide.ts'
import { ClaimText } from '../guide/ClaimText.tsx'

interface InstructionsProps {
  readonly steps: readonly Claim[]
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
        <Box component="li" key={toText(step)} sx={{ pl: 0.5 }}>
          <ClaimText claim={step} />
        </Box>
      ))}
    </Box>
  )
}
