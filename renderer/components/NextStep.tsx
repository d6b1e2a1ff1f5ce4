import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Words } from './Words.tsx'

interface NextStepProps {
  readonly who: string
  readonly steps: readonly string[]
}

/** Who must act, and what to click. */
export function NextStep({ who, steps }: NextStepProps) {
  return (
    <Box>
      <Typography variant="subtitle2" component="p">
        {who}
      </Typography>
      <Box component="ol" sx={{ m: 0, mt: 0.25, paddingInlineStart: 2.5, fontSize: '0.8125rem', display: 'grid', gap: 0.25 }}>
        {steps.map((step) => (
          <li key={step}>
            <Words>{step}</Words>
          </li>
        ))}
      </Box>
    </Box>
  )
}
