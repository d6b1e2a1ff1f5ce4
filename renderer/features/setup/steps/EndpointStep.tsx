import Typography from '@mui/material/Typography'
import { Section } from '../../../components/Section.tsx'
import { Words } from '../../../components/Words.tsx'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { ProofItem } from '../evidence/ProofItem.tsx'
import { toPatience } from '../evidence/patience.ts'
import { Basis } from '../guide/Basis.tsx'
import { ClaimText } from '../guide/ClaimText.tsx'
import { Traps } from '../guide/Traps.tsx'
import { toSentence, toSubject } from '../guide/toSubject.ts'
import type { StepProps } from '../stepProps.ts'
import { GuideFields } from './GuideFields.tsx'
import { Instructions } from './Instructions.tsx'
import { StepLayout } from './StepLayout.tsx'

/** Step 3: URL and token go into the provider, in its own field names and the exact form it wants; its test proves them. */
export function EndpointStep(props: StepProps) {
  const { state, guide } = props
  const connection = state.connection.slug
  const { button, about } = guide.test
  const isWaiting = state.connectionTest.state === 'waiting' && state.connectionTest.problem === null
  return (
    <StepLayout
      task={
        <>
          <Section title={`Open the form in ${guide.name}`}>
            <Basis guide={guide} />
            <Instructions steps={guide.open} />
          </Section>
          <Section title={`Paste these into ${guide.name}`}>
            <GuideFields {...props} />
          </Section>
          <Section title="Test and save">
            <Instructions steps={guide.save} start={guide.open.length + 1} />
            {about === undefined ? null : (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                <ClaimText claim={about} />
              </Typography>
            )}
            <Traps guide={guide} step="endpoint" />
          </Section>
        </>
      }
      evidence={
        <EvidencePanel
          state={state}
          title={`What ${guide.name} has done`}
          patience={isWaiting ? toPatience(guide, 'test') : null}
        >
          <ProofItem
            connection={connection}
            proof={state.connectionTest}
            titles={{
              waiting: `Waiting for ${guide.name}’s ${button === null ? 'first request' : 'connection test'}`,
              seen: 'A request came, and it proves nothing yet',
              rehearsed: 'The simulator tested the connection',
              verified: `${toSubject(guide)} reached this endpoint with the right token`,
            }}
            waiting={<Words>{toSentence(guide.test.press)}</Words>}
          />
        </EvidencePanel>
      }
    />
  )
}
