import { Section } from '../../../components/Section.tsx'
import { Words } from '../../../components/Words.tsx'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { ProofItem } from '../evidence/ProofItem.tsx'
import type { StepProps } from '../stepProps.ts'
import { GuideFields } from './GuideFields.tsx'
import { Instructions } from './Instructions.tsx'
import { OtherProviderTable } from './OtherProviderTable.tsx'
import { StepLayout } from './StepLayout.tsx'

/** Step 3: URL and token go into the provider, in its own field names and the exact form it wants; its test proves them. */
export function EndpointStep(props: StepProps) {
  const { state, guide } = props
  const connection = state.connection.slug
  const test = guide.testButton
  return (
    <StepLayout
      task={
        <>
          <Section title={`Open the form in ${guide.name}`}>
            <Instructions steps={guide.open} />
            {guide.provider === 'other' ? <OtherProviderTable /> : null}
          </Section>
          <Section title={`Paste these into ${guide.name}`}>
            <GuideFields {...props} />
          </Section>
          <Section title="Test and save">
            <Instructions steps={guide.save} start={guide.open.length + 1} />
          </Section>
        </>
      }
      evidence={
        <EvidencePanel state={state} title={`What ${guide.name} has done`} isWaiting={state.connectionTest.state === 'waiting'}>
          <ProofItem
            connection={connection}
            proof={state.connectionTest}
            titles={{
              waiting: `Waiting for ${guide.name}’s ${test === null ? 'first request' : 'connection test'}`,
              seen: 'A request came, and it proves nothing yet',
              rehearsed: 'The simulator tested the connection',
              verified: `${guide.name} reached this endpoint with the right token`,
            }}
            waiting={<Words>{test === null ? 'Save the form, or press its test button.' : `Press *${test}*.`}</Words>}
          />
        </EvidencePanel>
      }
    />
  )
}
