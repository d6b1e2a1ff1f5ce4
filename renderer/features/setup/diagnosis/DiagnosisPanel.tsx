import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useEffect, useId } from 'react'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useService } from '../../../useService.ts'
import { closeDiagnosis, useSetupStore } from '../setupStore.ts'
import { AnswerList } from './AnswerList.tsx'

/** Troubleshooting: the five questions, answered from what is stored and what arrived, and the same as text for support. */
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
  const diagnosis = useService('getDiagnosis', { params: { connection } })
  if (diagnosis.error) {
    return (
      <ErrorNotice title="The questions could not be answered" error={diagnosis.error} onRetry={() => void diagnosis.refetch()} />
    )
  }
  if (!diagnosis.data) return null
  return (
    <Box sx={{ p: 3, display: 'grid', gap: 3 }}>
      <AnswerList connection={connection} answers={diagnosis.data.answers} />
      <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 2, display: 'grid', gap: 1, justifyItems: 'start' }}>
        <Typography variant="h3" component="h3">
          Ask support
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The provider, the five answers, what was expected and what came, as text. It holds no token and no password.
        </Typography>
        <CopyButton value={diagnosis.data.text} label="Copy for support" withText />
      </Box>
    </Box>
  )
}
