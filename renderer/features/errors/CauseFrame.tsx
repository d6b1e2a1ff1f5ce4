import ArrowIcon from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Collapse from '@mui/material/Collapse'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId, useState } from 'react'
import { MeaningIcon } from '../../components/MeaningIcon.tsx'
import { type Meaning, toCssColor } from '../../components/meaning.ts'
import { Words } from '../../components/Words.tsx'

interface CauseFrameProps {
  readonly meaning: Meaning
  readonly title: string
  /** Beside the headline. */
  readonly chips?: ReactNode
  readonly children: ReactNode
}

/** The card of one cause, in a list of them. */
export function CauseFrame({ meaning, title, chips, children }: CauseFrameProps) {
  const titleId = useId()
  return (
    <Box
      component="li"
      aria-labelledby={titleId}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderInlineStart: `3px solid ${toCssColor(meaning)}`,
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 2,
        py: 1.5,
        display: 'grid',
        gap: 1.25,
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.5, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0, display: 'flex', gap: 1 }}>
          <Box sx={{ pt: '3px' }}>
            <MeaningIcon meaning={meaning} />
          </Box>
          <Typography id={titleId} variant="h3" sx={{ fontSize: '1rem', minWidth: 0, overflowWrap: 'anywhere' }}>
            <Words>{title}</Words>
          </Typography>
        </Box>
        {chips && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>{chips}</Box>}
      </Box>
      {children}
    </Box>
  )
}

interface FoldedProps {
  /** What opens. */
  readonly label: string
  /** In one line with the button. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** What is there for who wants to know more. */
export function Folded({ label, beside, children }: FoldedProps) {
  const [isOpen, setIsOpen] = useState(false)
  const partId = useId()
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button
          variant="outlined"
          color="inherit"
          sx={{ borderColor: 'divider' }}
          aria-expanded={isOpen}
          aria-controls={partId}
          endIcon={<ArrowIcon sx={{ transform: isOpen ? 'rotate(180deg)' : 'none', transition: 'transform 150ms' }} />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Less' : label}
        </Button>
        {beside}
      </Box>
      <Collapse in={isOpen} id={partId} unmountOnExit>
        {children}
      </Collapse>
    </>
  )
}
