import Box from '@mui/material/Box'
import { Fragment } from 'react'
import { monospace } from '../theme.ts'
import { CopyButton } from './CopyButton.tsx'

interface WordsProps {
  /** Text in which `*label*` marks a label of someone else's screen, and a value between backticks is to be pasted there. */
  readonly children: string
}

/** Running text with the labels of another product in italics, and values to copy: `In *Base URL*, put exactly ...`. */
export function Words({ children }: WordsProps) {
  return children.split(/(\*[^*\n]+\*|`[^`\n]+`)/).map((part, index) => {
    const key = `${index}${part}`
    if (index % 2 === 0) return <Fragment key={key}>{part}</Fragment>
    const text = part.slice(1, -1)
    return part.startsWith('*') ? <em key={key}>{text}</em> : <Value key={key}>{text}</Value>
  })
}

function Value({ children }: { readonly children: string }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, verticalAlign: 'middle', maxWidth: '100%' }}
    >
      <Box component="code" sx={{ fontFamily: monospace, fontSize: '0.75rem', overflowWrap: 'anywhere', userSelect: 'all' }}>
        {children}
      </Box>
      <CopyButton value={children} label={`Copy ${children}`} />
    </Box>
  )
}
