import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useState } from 'react'
import type { Answer } from '#contract/setup.ts'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { closeDiagnosis, useSetupStore } from '../setupStore.ts'
import { AnswerList } from './AnswerList.tsx'
import { useDiagnosis } from './useDiagnosis.ts'

/** Troubleshooting: the questions in the order in which a request meets what they are about, each answered from what is found, and the same as text for support. */
export function DiagnosisPanel({ connection }: { readonly connection: string }) {
  const isOpen = useSetupStore((screen) => screen.isDiagnosisOpen)
  const titleId = useId()
  // It does not come back by itself when the wizard is left with it open.
  useEffect(() => closeDiagnosis, [])
  return (
    <Drawer
      anchor="right"
      open={isOpen}
      onClose={closeDiagnosis}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { width: 440, maxWidth: '100vw', borderLeft: 1, borderColor: 'divider' },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', px: 3, py: 2, borderBottom: 1, borderColor: 'divider' }}>
        <Typography id={titleId} variant="h2" sx={{ flex: 1 }}>
          Troubleshooting
        </Typography>
        <IconButton aria-label="Close troubleshooting" onClick={closeDiagnosis} edge="end">
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      {isOpen ? <Answers connection={connection} /> : null}
    </Drawer>
  )
}

function Answers({ connection }: { readonly connection: string }) {
  const diagnosis = useDiagnosis(connection)
  const [isLooking, setIsLooking] = useState(false)
  const lookAgain = async () => {
    setIsLooking(true)
    await diagnosis.refetch()
    setIsLooking(false)
  }
  if (diagnosis.error) {
    return (
      <ErrorNotice title="The questions could not be answered" error={diagnosis.error} onRetry={() => void diagnosis.refetch()} />
    )
  }
  if (!diagnosis.data) return null
  return (
    <Box sx={{ p: 3, display: 'grid', gap: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ flex: 1 }}>
          {summarise(diagnosis.data.answers)}
        </Typography>
        <Button
          variant="outlined"
          color="inherit"
          disabled={isLooking}
          onClick={() => void lookAgain()}
          sx={{ borderColor: 'divider', minWidth: 112 }}
        >
          {isLooking ? 'Looking…' : 'Look again'}
        </Button>
      </Box>
      <AnswerList connection={connection} answers={diagnosis.data.answers} />
      <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 2, display: 'grid', gap: 1, justifyItems: 'start' }}>
        <Typography variant="h3" component="h3">
          Ask support
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The provider, all answers, what was expected and what came, as text. It holds no token and no password.
        </Typography>
        <CopyButton value={diagnosis.data.text} label="Copy for support" withText />
      </Box>
    </Box>
  )
}

/** "10 questions: 1 wrong, 2 to look at, 4 good, 3 not known yet." */
function summarise(answers: readonly Answer[]): string {
  const words = { bad: 'wrong', attention: 'to look at', good: 'good', unknown: 'not known yet' } as const
  const counts = (['bad', 'attention', 'good', 'unknown'] as const).flatMap((wanted) => {
    const { length } = answers.filter(({ verdict }) => verdict === wanted)
    return length === 0 ? [] : [`${length} ${words[wanted]}`]
  })
  return `${answers.length} questions: ${counts.join(', ')}.`
}
