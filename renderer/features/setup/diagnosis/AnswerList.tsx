import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { Answer } from '#contract/setup.ts'
import { MeaningIcon } from '../../../components/MeaningIcon.tsx'
import type { Meaning } from '../../../components/meaning.ts'
import { toColor } from '../../../components/meaning.ts'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { Words } from '../../../components/Words.tsx'
import { closeDiagnosis } from '../setupStore.ts'
import { AnswerActionButton } from './AnswerActionButton.tsx'

const verdicts: Readonly<Record<Answer['verdict'], { readonly meaning: Meaning; readonly word: string }>> = {
  good: { meaning: 'proven', word: 'Good' },
  attention: { meaning: 'attention', word: 'Look at this' },
  bad: { meaning: 'failed', word: 'Wrong' },
  unknown: { meaning: 'neutral', word: 'Not known yet' },
}

interface AnswerListProps {
  readonly connection: string
  readonly answers: readonly Answer[]
}

/** Questions of troubleshooting with their answers: the finding, what to click, the requests that tell. */
export function AnswerList({ connection, answers }: AnswerListProps) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
      {answers.map((answer) => {
        const { meaning, word } = verdicts[answer.verdict]
        return (
          <Box component="li" key={answer.id} sx={{ display: 'flex', gap: 1.25 }}>
            <Box sx={{ pt: '2px' }}>
              <MeaningIcon meaning={meaning} />
            </Box>
            <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5 }}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
                <Typography variant="h3" component="h3" sx={{ flex: 1 }}>
                  {answer.question}
                </Typography>
                <Typography variant="caption" sx={{ fontWeight: 600, color: toColor(meaning) }}>
                  {word}
                </Typography>
              </Box>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                <Words>{answer.finding}</Words>
                {answer.at === undefined ? null : (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {' '}
                    <Timestamp at={answer.at} />
                  </Box>
                )}
              </Typography>
              {answer.fix === null ? null : (
                <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                  <Words>{answer.fix}</Words>
                </Typography>
              )}
              {answer.action === undefined ? null : <AnswerActionButton connection={connection} action={answer.action} />}
              {answer.exchangeIds.length === 0 ? null : (
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, fontSize: '0.8125rem' }}>
                  {answer.exchangeIds.slice(0, 5).map((id) => (
                    <Link
                      key={id}
                      component={RouterLink}
                      to={`/${connection}/activity/${id}`}
                      onClick={closeDiagnosis}
                      sx={{ py: '3px' }}
                    >
                      Request {id}
                    </Link>
                  ))}
                </Box>
              )}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
