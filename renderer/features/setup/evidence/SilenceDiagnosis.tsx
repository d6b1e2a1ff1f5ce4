import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useService } from '../../../useService.ts'
import { AnswerList } from '../diagnosis/AnswerList.tsx'
import { openDiagnosis } from '../setupStore.ts'
import { toDuration } from './patience.ts'

interface SilenceDiagnosisProps {
  readonly connection: string
  /** As long as this silence says nothing. */
  readonly afterSeconds: number
}

/** After some time without a request: what stands in the way, from the data. */
export function SilenceDiagnosis({ connection, afterSeconds }: SilenceDiagnosisProps) {
  const [isSilent, setIsSilent] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSilent(true), afterSeconds * 1000)
    return () => clearTimeout(timer)
  }, [afterSeconds])
  return isSilent ? <Findings connection={connection} afterSeconds={afterSeconds} /> : null
}

function Findings({ connection, afterSeconds }: SilenceDiagnosisProps) {
  const diagnosis = useService('getDiagnosis', { params: { connection } }).data
  if (!diagnosis) return null
  const findings = diagnosis.answers.filter((answer) => answer.verdict === 'bad' || answer.verdict === 'attention')
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="subtitle2" component="h3">
        No request in the last {toDuration(afterSeconds)}
      </Typography>
      {findings.length > 0 ? (
        <AnswerList connection={connection} answers={findings} />
      ) : (
        <Typography variant="body2">
          All is ready on this side. The request has to come from the provider: press its button again.
        </Typography>
      )}
      <Link component="button" type="button" variant="body2" onClick={openDiagnosis} sx={{ justifySelf: 'start', minHeight: 24 }}>
        Go through all five questions
      </Link>
    </Box>
  )
}
