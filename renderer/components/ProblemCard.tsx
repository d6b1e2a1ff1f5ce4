import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { DocumentationLink } from './DocumentationLink.tsx'
import { MeaningIcon } from './MeaningIcon.tsx'
import { type Meaning, toCssColor } from './meaning.ts'
import { NextStep } from './NextStep.tsx'
import { Words } from './Words.tsx'

interface ProblemCardProps {
  readonly meaning?: Meaning
  /** A headline without a full stop. */
  readonly title: string
  /** Beside the headline: a time, a state. */
  readonly aside?: ReactNode
  readonly happened: string
  /** What follows from it. */
  readonly consequence: string
  /** Who must act: "You, in Okta". */
  readonly who: string
  /** What to click, in order; labels in `*stars*`. */
  readonly steps: readonly string[]
  /** The provider's own page about it. */
  readonly documentation: { readonly title: string; readonly url: string } | null
  /** Below: a link to the proof, an action. */
  readonly children?: ReactNode
}

/** A problem as three short parts: what happened, what it means, what to click and who does it. */
export function ProblemCard(props: ProblemCardProps) {
  const { meaning = 'failed', title, aside, happened, consequence, who, steps, documentation, children } = props
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'divider',
        borderLeft: `3px solid ${toCssColor(meaning)}`,
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 2,
        py: 1.5,
        display: 'grid',
        gap: 1,
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ pt: '2px' }}>
          <MeaningIcon meaning={meaning} label={meaning === 'failed' ? 'Failed' : 'Attention'} />
        </Box>
        <Typography variant="h3" component="h3" sx={{ flex: 1, minWidth: 0 }}>
          <Words>{title}</Words>
        </Typography>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary', flex: 'none' }}>
          {aside}
        </Typography>
      </Box>
      <Typography variant="body2">
        <Words>{happened}</Words> <Words>{consequence}</Words>
      </Typography>
      <NextStep who={who} steps={steps} />
      <DocumentationLink page={documentation} />
      {children}
    </Box>
  )
}
