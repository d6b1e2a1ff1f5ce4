import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { type ReactNode, useId, useState } from 'react'
import { MeaningIcon } from '../components/MeaningIcon.tsx'
import { type Meaning, toColor } from '../components/meaning.ts'
import { monospace } from '../theme.ts'

interface PillProps {
  readonly meaning: Meaning
  /** The state in words. */
  readonly word: string
  /** Beside it in monospace; hidden where there is no room. */
  readonly value?: string
  /** Heading of the explanation. */
  readonly title: string
  /** The explanation that pressing it opens. */
  readonly children: ReactNode
}

/** A state of the whole, in the bar: shape, words, value; a button to its explanation. */
export function Pill({ meaning, word, value, title, children }: PillProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const titleId = useId()
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          gap: 0.75,
          borderColor: 'divider',
          color: 'text.primary',
          fontWeight: 400,
          maxWidth: { xs: 200, md: 300, lg: 420 },
          minWidth: 0,
        }}
      >
        <MeaningIcon meaning={meaning} size={14} />
        <Box
          component="span"
          sx={{
            fontWeight: 600,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
            flexShrink: { xs: 1, md: 0 },
            color: meaning === 'attention' || meaning === 'failed' ? toColor(meaning) : undefined,
          }}
        >
          {word}
        </Box>
        {value === undefined ? null : (
          <Box
            component="span"
            sx={{
              fontFamily: monospace,
              fontSize: '0.75rem',
              color: 'text.secondary',
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
              display: { xs: 'none', md: 'inline' },
            }}
          >
            {value}
          </Box>
        )}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-labelledby': titleId,
            sx: { mt: 0.5, p: 2, width: 380, maxWidth: 'calc(100vw - 32px)' },
          },
        }}
      >
        <Box id={titleId} component="h2" sx={{ m: 0, mb: 1, fontSize: '0.875rem', fontWeight: 600 }}>
          {title}
        </Box>
        <Box sx={{ fontSize: '0.8125rem', display: 'grid', gap: 1.5 }}>{children}</Box>
      </Popover>
    </>
  )
}
