import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { ProviderChoice } from '#contract/provider.ts'
import { DocumentationLink } from '../../../components/DocumentationLink.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { Section } from '../../../components/Section.tsx'
import { Words } from '../../../components/Words.tsx'
import { EvidenceItem } from '../evidence/EvidenceItem.tsx'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { RecognitionItem } from '../evidence/RecognitionItem.tsx'
import { Basis } from '../guide/Basis.tsx'
import { ClaimList } from '../guide/ClaimList.tsx'
import { Traps } from '../guide/Traps.tsx'
import { useConnectionChange, useSetupChange } from '../setupChanges.ts'
import type { StepProps } from '../stepProps.ts'
import { Instructions } from './Instructions.tsx'
import { ProviderPicker } from './ProviderPicker.tsx'
import { StepLayout } from './StepLayout.tsx'
import { TickField } from './TickField.tsx'

/** Step 2: which provider, what it needs, and how the connection is made there. */
export function ConnectionStep({ state, guide }: StepProps) {
  const connection = state.connection.slug
  const choose = useConnectionChange(connection)
  const { provider } = state.connection
  // What was chosen last is shown at once, however fast the arrow keys are.
  const [wanted, setWanted] = useState<ProviderChoice>()
  const handleChoose = (choice: ProviderChoice) => {
    setWanted(choice)
    choose.mutate({ provider: choice }, { onSettled: () => setWanted((last) => (last === choice ? undefined : last)) })
  }
  return (
    <StepLayout
      task={
        <>
          <Section title="Your identity provider">
            <ProviderPicker chosen={wanted ?? provider} onChoose={handleChoose} />
            {choose.error ? <ErrorNotice title="The choice was not saved" error={choose.error} /> : null}
          </Section>
          {provider === null ? (
            <Typography sx={{ color: 'text.secondary' }}>Choose one to see its menus and field names.</Typography>
          ) : (
            <MakeConnection state={state} guide={guide} />
          )}
        </>
      }
      evidence={
        <EvidencePanel state={state} title={`What ${guide.name} has done`} patience={null}>
          <TickItem state={state} guide={guide} />
          <RecognitionItem state={state} guide={guide} />
        </EvidencePanel>
      }
    />
  )
}

function MakeConnection({ state, guide }: Pick<StepProps, 'state' | 'guide'>) {
  const tick = useSetupChange(state.connection.slug)
  return (
    <>
      <Section title="What must exist first">
        <Basis guide={guide} />
        <ClaimList claims={guide.prerequisites} />
      </Section>
      <Section title={`In ${guide.name}`}>
        <Instructions steps={guide.create} />
        <Traps guide={guide} step="connection" />
        <TickField isTicked={state.connectionTicked} onChange={(connectionTicked) => tick.mutateAsync({ connectionTicked })}>
          <Words>{guide.created}</Words>
        </TickField>
        {tick.error ? <ErrorNotice title="Your tick was not saved" error={tick.error} /> : null}
        {guide.documentation.length === 0 ? null : (
          <Box sx={{ display: 'grid', gap: 0.25 }}>
            {guide.documentation.map((page) => (
              <DocumentationLink key={page.url} page={page} />
            ))}
          </Box>
        )}
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          Labels last checked {guide.checkedAt}. Consoles change; the order stays.
        </Typography>
      </Section>
    </>
  )
}

function TickItem({ state, guide }: Pick<StepProps, 'state' | 'guide'>) {
  const isTicked = state.connectionTicked
  return (
    <EvidenceItem
      meaning={isTicked ? 'seen' : 'waiting'}
      word={isTicked ? 'Your word' : 'Waiting'}
      title={isTicked ? 'You said that the connection exists' : 'Waiting for your tick'}
    >
      {isTicked
        ? toConfirmation(state, guide)
        : `Nothing can be seen from here while you make it. Tick the box when it exists in ${guide.name}.`}
    </EvidenceItem>
  )
}

function toConfirmation({ recognised }: StepProps['state'], { recognition }: StepProps['guide']): string {
  if (recognised.state === 'verified') return 'A request has confirmed it.'
  return recognition.caller === null ? 'The connection test in step 3 is what shows it.' : 'A first request confirms it.'
}
