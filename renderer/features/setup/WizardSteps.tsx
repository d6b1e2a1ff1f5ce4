import Box from '@mui/material/Box'
import Step from '@mui/material/Step'
import StepButton from '@mui/material/StepButton'
import Stepper from '@mui/material/Stepper'
import Typography from '@mui/material/Typography'
import type { Guide } from '#contract/guides/guide.ts'
import type { ProofState, SetupState } from '#contract/setup.ts'
import { useCommands } from '../../commands/useCommands.ts'
import { MeaningIcon } from '../../components/MeaningIcon.tsx'
import { toColor } from '../../components/meaning.ts'
import { visuallyHidden } from '../../components/visuallyHidden.ts'
import { toMeaning } from './evidence/toMeaning.ts'
import { positionOf, type SetupStep, setupSteps } from './setupSteps.ts'

interface WizardStepsProps {
  readonly state: SetupState
  readonly guide: Guide
  readonly active: SetupStep
  readonly onSelect: (step: SetupStep) => void
}

/** The five steps with their states in words; each can be opened at any time. */
export function WizardSteps({ state, guide, active, onSelect }: WizardStepsProps) {
  const activePosition = positionOf(active)
  const total = setupSteps.length
  useCommands(
    setupSteps.map((step, index) => ({
      name: `Step ${index + 1}: ${step.title(guide)}`,
      group: 'This screen',
      run: () => onSelect(step),
    })),
  )
  return (
    <Box>
      <Stepper
        nonLinear
        activeStep={activePosition}
        aria-label="Steps of the setup"
        sx={(theme) => ({
          // Titles break between words, never into their neighbour.
          columnGap: 1.5,
          '& .MuiStep-root': { px: 0, minWidth: { sm: 'min-content' } },
          '& .MuiStepButton-root': { p: 1, m: -1, borderRadius: 1, width: 'auto', textAlign: 'left' },
          '& .MuiStepLabel-iconContainer': { pr: { xs: 0, sm: 1 } },
          // Without room for them the titles are still spoken.
          [theme.breakpoints.down('sm')]: { '& .MuiStepLabel-labelContainer': visuallyHidden },
          '& .MuiStepConnector-line': { borderColor: 'divider' },
          '& .MuiStepConnector-root': { minWidth: 12, display: { sm: 'none', lg: 'block' } },
          justifyContent: 'space-between',
        })}
      >
        {setupSteps.map((step, index) => {
          const proof = state.steps[step.id]
          const title = step.title(guide)
          const word = step.words[proof]
          return (
            <Step key={step.id} completed={step.isComplete(state)}>
              <StepButton
                id={`step-${step.id}`}
                icon={<StepShape number={index + 1} proof={proof} isActive={index === activePosition} />}
                optional={
                  <Typography
                    variant="caption"
                    component="span"
                    sx={{ color: proof === 'waiting' ? 'text.secondary' : toColor(toMeaning(proof)), whiteSpace: 'nowrap' }}
                  >
                    {word}
                  </Typography>
                }
                onClick={() => onSelect(step)}
              >
                <Typography
                  component="span"
                  variant="body2"
                  sx={{ fontWeight: index === activePosition ? 600 : 400, lineHeight: 1.25 }}
                >
                  <Spoken>{`Step ${index + 1} of ${total}, `}</Spoken>
                  {title}
                  <Spoken>, </Spoken>
                </Typography>
              </StepButton>
            </Step>
          )
        })}
      </Stepper>
      <Typography variant="body2" sx={{ display: { xs: 'block', sm: 'none' }, mt: 1 }}>
        Step {activePosition + 1} of {total}: <strong>{active.title(guide)}</strong>,{' '}
        {active.words[state.steps[active.id]].toLowerCase()}
      </Typography>
    </Box>
  )
}

function Spoken({ children }: { readonly children: string }) {
  return (
    <Box component="span" sx={visuallyHidden}>
      {children}
    </Box>
  )
}

interface StepShapeProps {
  readonly number: number
  readonly proof: ProofState
  readonly isActive: boolean
}

function StepShape({ number, proof, isActive }: StepShapeProps) {
  if (proof !== 'waiting') return <MeaningIcon meaning={toMeaning(proof)} size={24} />
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{
        display: 'grid',
        placeItems: 'center',
        width: 24,
        height: 24,
        borderRadius: '50%',
        border: 1.5,
        fontSize: '0.75rem',
        fontWeight: 600,
        borderColor: isActive ? 'primary.main' : 'text.disabled',
        bgcolor: isActive ? 'primary.main' : undefined,
        color: isActive ? 'primary.contrastText' : 'text.secondary',
      }}
    >
      {number}
    </Box>
  )
}
