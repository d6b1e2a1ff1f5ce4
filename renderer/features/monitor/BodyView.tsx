import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMemo } from 'react'
import { formatSize } from '../../format.ts'
import { monospace } from '../../theme.ts'
import { headChars, toBodyView } from './bodyText.ts'
import { JsonTree } from './JsonTree.tsx'
import { LinesView } from './LinesView.tsx'

interface BodyViewProps {
  readonly body: string
  readonly form: 'pretty' | 'raw'
  readonly sizeBytes: number
  /** Spoken name of the scrolling box. */
  readonly label: string
}

/** A body: a tree of its JSON or its text; a large one in a form that does not hold up the screen. */
export function BodyView({ body, form, sizeBytes, label }: BodyViewProps) {
  const view = useMemo(() => toBodyView(body, form), [body, form])
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', fontFamily: monospace, fontSize: '0.75rem', lineHeight: '18px' }}>
      {view.kind === 'tree' && <JsonTree value={view.value} label={label} isLarge={body.length > 20_000} />}
      {view.kind === 'text' && (
        <Box
          component="pre"
          tabIndex={0}
          aria-label={label}
          sx={{
            m: 0,
            p: 1.5,
            maxHeight: 480,
            overflow: 'auto',
            font: 'inherit',
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {view.text}
        </Box>
      )}
      {(view.kind === 'lines' || view.kind === 'head') && <LinesView lines={view.lines} label={label} />}
      <Typography
        variant="caption"
        component="p"
        sx={{ m: 0, px: 1.5, py: 0.75, borderTop: 1, borderColor: 'divider', color: 'text.secondary' }}
      >
        {formatSize(sizeBytes)}
        {view.kind === 'head' && `, of which the first ${formatSize(headChars)} are shown; the copy button takes all`}
      </Typography>
    </Box>
  )
}
