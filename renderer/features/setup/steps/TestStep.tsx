import { Section } from '../../../components/Section.tsx'
import { StatusChip } from '../../../components/StatusChip.tsx'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { ProofItem } from '../evidence/ProofItem.tsx'
import { toPatience } from '../evidence/patience.ts'
import { toMeaning } from '../evidence/toMeaning.ts'
import { Basis } from '../guide/Basis.tsx'
import { ClaimList } from '../guide/ClaimList.tsx'
import { Traps } from '../guide/Traps.tsx'
import { toSubject } from '../guide/toSubject.ts'
import { SimulatorPanel } from '../simulator/SimulatorPanel.tsx'
import type { StepProps } from '../stepProps.ts'
import { Instructions } from './Instructions.tsx'
import { StepLayout } from './StepLayout.tsx'

const actions = [
  { key: 'create', proof: 'created', title: 'Create a learner', done: 'created a learner' },
  { key: 'update', proof: 'updated', title: 'Change the learner', done: 'changed a learner' },
  { key: 'archive', proof: 'archived', title: 'Archive the learner', done: 'archived a learner' },
] as const

const words = { waiting: 'Waiting', seen: 'Seen', rehearsed: 'Rehearsed', verified: 'Verified' }

/** Step 5: one person is created, changed and deactivated in the provider; three rows prove it. */
export function TestStep({ state, guide }: StepProps) {
  const connection = state.connection.slug
  const subject = toSubject(guide)
  const isWaiting = actions.some(({ proof }) => state[proof].state === 'waiting')
  const simulator = <SimulatorPanel connection={state.connection} />
  // Without a provider there is nothing else to do here.
  const isFirst = state.connection.provider === null
  return (
    <StepLayout
      task={
        <>
          {isFirst ? simulator : null}
          <Basis guide={guide} />
          <ClaimList claims={guide.rhythm.about} />
          {actions.map(({ key, proof, title }) => (
            <Section
              key={key}
              title={title}
              aside={<StatusChip meaning={toMeaning(state[proof].state)}>{words[state[proof].state]}</StatusChip>}
            >
              <Instructions steps={guide.trials[key].steps} />
            </Section>
          ))}
          <Traps guide={guide} step="test" />
          <Section title={`Where ${guide.name} tells what it did`}>
            <ClaimList claims={guide.log} />
          </Section>
          {isFirst ? null : simulator}
        </>
      }
      evidence={
        <EvidencePanel
          state={state}
          title={`What ${guide.name} has done`}
          patience={isWaiting ? toPatience(guide, 'action') : null}
        >
          {actions.map(({ key, proof, done }) => (
            <ProofItem
              key={key}
              connection={connection}
              proof={state[proof]}
              titles={{
                waiting: `${subject} has not ${done} yet`,
                seen: `${subject} has ${state[proof].problem ? 'tried, and has ' : ''}not ${done} yet`,
                rehearsed: `The simulator ${done}`,
                verified: `${subject} ${done}`,
              }}
              waiting={`Waiting for ${guide.trials[key].awaited}.`}
            />
          ))}
        </EvidencePanel>
      }
    />
  )
}
