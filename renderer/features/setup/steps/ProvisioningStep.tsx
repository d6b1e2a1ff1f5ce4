import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { Section } from '../../../components/Section.tsx'
import { Words } from '../../../components/Words.tsx'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { Basis } from '../guide/Basis.tsx'
import { ClaimList } from '../guide/ClaimList.tsx'
import { Traps } from '../guide/Traps.tsx'
import { ActionSwitches } from '../provisioning/ActionSwitches.tsx'
import { MappingEvidence } from '../provisioning/MappingEvidence.tsx'
import { MappingTable } from '../provisioning/MappingTable.tsx'
import { useSetupChange } from '../setupChanges.ts'
import type { StepProps } from '../stepProps.ts'
import { Instructions } from './Instructions.tsx'
import { StepLayout } from './StepLayout.tsx'
import { TickField } from './TickField.tsx'

/** Step 4: create, update and deactivate are switched on there and here; the mappings are read from real requests. */
export function ProvisioningStep({ state, guide }: StepProps) {
  const tick = useSetupChange(state.connection.slug)
  return (
    <StepLayout
      task={
        <>
          <Section title={`Switch on in ${guide.name}`}>
            <Basis guide={guide} />
            <Instructions steps={guide.enable} />
            <TickField
              isTicked={state.provisioningTicked}
              onChange={(provisioningTicked) => tick.mutateAsync({ provisioningTicked })}
            >
              <Words>{guide.enabled}</Words>
            </TickField>
            {tick.error ? <ErrorNotice title="Your tick was not saved" error={tick.error} /> : null}
          </Section>
          <Section title="Accepted here">
            <ActionSwitches connection={state.connection} standings={state.switches} />
          </Section>
          <Section title={`Attribute mappings in ${guide.name}`}>
            <ClaimList claims={guide.mappings.about} />
            <Traps guide={guide} step="provisioning" />
          </Section>
        </>
      }
      evidence={
        <EvidencePanel
          state={state}
          title={`What ${guide.name} has sent`}
          patience={null}
          after={
            <MappingTable
              connection={state.connection.slug}
              providerName={guide.name}
              mappings={state.mappings}
              unkept={state.unkept}
            />
          }
        >
          <MappingEvidence state={state} providerName={guide.name} />
        </EvidencePanel>
      }
    />
  )
}
