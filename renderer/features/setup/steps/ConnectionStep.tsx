import Typography from '@mui/material/Typography'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { Section } from '../../../components/Section.tsx'
import { Words } from '../../../components/Words.tsx'
import { EvidenceItem } from '../evidence/EvidenceItem.tsx'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { ProofItem } from '../evidence/ProofItem.tsx'
import { useConnectionChange, useSetupChange } from '../setupChanges.ts'
import type { StepProps } from '../stepProps.ts'
import { Instructions } from './Instructions.tsx'
import { OtherProviderTable } from './OtherProviderTable.tsx'
import { ProviderPicker } from './ProviderPicker.tsx'
import { StepLayout } from './StepLayout.tsx'
import { TickField } from './TickField.tsx'

/** Step 2: which provider, and how the connection is made there. */
export function ConnectionStep({ state, guide }: StepProps) {
  const connection = state.connection.slug
  const choose = useConnectionChange(connection)
  const tick = useSetupChange(connection)
  const { provider } = state.connection
  return (
    <StepLayout
      task={
        <>
          <Section title="Your identity provider">
            <ProviderPicker
              chosen={provider}
              isBusy={choose.isPending}
              onChoose={(choice) => choose.mutate({ provider: choice })}
            />
            {choose.error ? <ErrorNotice title="The choice was not saved" error={choose.error} /> : null}
          </Section>
          {provider === null ? (
            <Typography sx={{ color: 'text.secondary' }}>Choose one to see its menus and field names.</Typography>
          ) : (
            <Section title={`In ${guide.name}`}>
              <Instructions steps={guide.create} />
              {provider === 'other' ? <OtherProviderTable /> : null}
              <TickField
                isTicked={state.connectionTicked}
                isBusy={tick.isPending}
                onChange={(connectionTicked) => tick.mutate({ connectionTicked })}
              >
                <Words>{guide.created}</Words>
              </TickField>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                Labels last checked {guide.checkedAt}. Consoles change; the order stays.
              </Typography>
            </Section>
          )}
        </>
      }
      evidence={
        <EvidencePanel state={state} title={`What ${guide.name} has done`} isWaiting={false}>
          <EvidenceItem
            meaning={state.connectionTicked ? 'seen' : 'waiting'}
            word={state.connectionTicked ? 'Your word' : 'Waiting'}
            title={state.connectionTicked ? 'You said that the connection exists' : 'Waiting for your tick'}
          >
            {state.connectionTicked
              ? state.recognised.state === 'verified'
                ? 'A request has confirmed it.'
                : 'A first request confirms it.'
              : `Nothing can be seen from here while you make it. Tick the box when it exists in ${guide.name}.`}
          </EvidenceItem>
          <ProofItem
            connection={connection}
            proof={state.recognised}
            titles={{
              waiting: `Waiting for the first request from ${guide.name}`,
              seen: `A request came, not recognised as ${guide.name}`,
              rehearsed: `The simulator acted as ${guide.name}`,
              verified: `${guide.name} has been recognised`,
            }}
            waiting={`It comes with the connection test in step 3. ${
              provider === 'other'
                ? 'Any request with your token counts.'
                : `Only headers and traffic tell that it is ${guide.name}.`
            }`}
          />
        </EvidencePanel>
      }
    />
  )
}
