import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Link as RouterLink, useNavigate, useParams } from 'react-router'
import { findGuide } from '#contract/guides/findGuide.ts'
import type { SetupState } from '#contract/setup.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useTitle } from '../../components/useTitle.ts'
import { useService } from '../../useService.ts'
import { DiagnosisPanel } from './diagnosis/DiagnosisPanel.tsx'
import { StepFooter } from './StepFooter.tsx'
import { useSetupChange } from './setupChanges.ts'
import { findStep, getStep, positionOf, type SetupStep, setupSteps } from './setupSteps.ts'
import { openDiagnosis } from './setupStore.ts'
import { TryIt } from './simulator/TryIt.tsx'
import { UrlChangeNotice } from './UrlChangeNotice.tsx'
import { WizardSteps } from './WizardSteps.tsx'

/** The setup of a connection in five steps, each proven by what the provider really sends. */
export function SetupWizard({ connection }: { readonly connection: string }) {
  const setup = useService('getSetup', { params: { connection } })
  const { step: stepId } = useParams()
  if (setup.error && !setup.data) {
    return <ErrorNotice title="The setup could not be read" error={setup.error} onRetry={() => void setup.refetch()} />
  }
  if (!setup.data) return null
  // An address without a step shows where the wizard was left. To redirect there instead would race with a click on "Setup".
  return <Wizard state={setup.data} step={findStep(stepId) ?? getStep(setup.data.currentStep)} />
}

function Wizard({ state, step }: { readonly state: SetupState; readonly step: SetupStep }) {
  const connection = state.connection.slug
  const guide = findGuide(state.connection.provider)
  const navigate = useNavigate()
  const change = useSetupChange(connection)
  // The secret is kept here and nowhere else: it is gone when the wizard is left.
  const [freshToken, setFreshToken] = useState<string | null>(null)
  // Decided once: what arrives while the wizard is open moves nothing.
  const [isNew] = useState(state.lastArrival === null)
  const goTo = (next: SetupStep) => {
    change.mutate({ currentStep: next.id })
    void navigate(`/${connection}/setup/${next.id}`)
  }
  const handleStored = () => {
    change.mutate({ tokenStored: true }, { onSuccess: () => setFreshToken(null) })
  }
  const position = positionOf(step)
  useTitle(`Setup: ${step.title(guide)}`)
  const StepComponent = step.component
  return (
    <Box sx={{ minHeight: '100%', display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ px: { xs: 2, sm: 3 }, pt: 2, display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
          <Typography variant="h1" sx={{ flex: 1 }}>
            Setup
          </Typography>
          {state.connection.provider === null ? null : (
            <Button color="inherit" component={RouterLink} to={`/${connection}/setup/guide`}>
              Guide as one page
            </Button>
          )}
          <Button variant="outlined" color="inherit" sx={{ borderColor: 'divider' }} onClick={openDiagnosis}>
            Troubleshoot
          </Button>
        </Box>
        <WizardSteps state={state} guide={guide} active={step} onSelect={goTo} />
        <UrlChangeNotice urlChange={state.urlChange} scimUrl={state.scimUrl} />
      </Box>
      {isNew && step.id !== 'test' ? <TryIt connection={state.connection} /> : null}
      {change.error ? <ErrorNotice title="Your progress could not be saved" error={change.error} /> : null}
      <Box role="tabpanel" aria-labelledby={`step-${step.id}`} sx={{ flex: 1, px: { xs: 2, sm: 3 }, py: 2 }}>
        <StepComponent
          state={state}
          guide={guide}
          freshToken={freshToken}
          onTokenIssued={setFreshToken}
          onTokenStored={handleStored}
        />
      </Box>
      <StepFooter
        state={state}
        guide={guide}
        step={step}
        previous={setupSteps[position - 1]}
        next={setupSteps[position + 1]}
        onSelect={goTo}
      />
      <DiagnosisPanel connection={connection} />
    </Box>
  )
}
