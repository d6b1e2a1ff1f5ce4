import type { ComponentType } from 'react'
import type { Guide } from '#contract/guides/guide.ts'
import { type ProofState, type SetupState, type StepId, stepIds } from '#contract/setup.ts'
import type { StepProps } from './stepProps.ts'
import { ConnectionStep } from './steps/ConnectionStep.tsx'
import { CredentialsStep } from './steps/CredentialsStep.tsx'
import { EndpointStep } from './steps/EndpointStep.tsx'
import { ProvisioningStep } from './steps/ProvisioningStep.tsx'
import { TestStep } from './steps/TestStep.tsx'

/** One step of the wizard. */
export interface SetupStep {
  readonly id: StepId
  readonly title: (guide: Guide) => string
  readonly component: ComponentType<StepProps>
  readonly isComplete: (state: SetupState) => boolean
  /** The state in words. */
  readonly words: Readonly<Record<ProofState, string>>
  /** What Continue is blocked by; undefined where nothing does. */
  readonly findBlocker: (state: SetupState) => string | undefined
  /** What stays open when the step is passed over. */
  readonly openEnd: (guide: Guide) => string
}

const words = { waiting: 'Waiting', seen: 'Not confirmed', rehearsed: 'Rehearsed', verified: 'Proven' }

/** The five steps, in order. */
export const setupSteps: readonly SetupStep[] = [
  {
    id: 'credentials',
    title: () => 'Credentials',
    component: CredentialsStep,
    isComplete: (state) => state.steps.credentials === 'verified',
    words: { ...words, waiting: 'To do', seen: 'Token not stored', verified: 'Done' },
    findBlocker: (state) => {
      if (state.steps.credentials === 'verified') return undefined
      const hasToken = state.tokens.some((token) => token.kind !== 'simulator' && token.status === 'active')
      return hasToken ? 'Blocked until you say that you have stored the token.' : 'Blocked until a token is generated.'
    },
    openEnd: () => 'The token is not stored yet.',
  },
  {
    id: 'connection',
    title: (guide) => `Connection in ${guide.name}`,
    component: ConnectionStep,
    isComplete: (state) => state.steps.connection === 'verified',
    words: { ...words, waiting: 'To do', seen: 'Not confirmed' },
    findBlocker: (state) => (state.connection.provider === null ? 'Blocked until an identity provider is chosen.' : undefined),
    openEnd: ({ name, recognition: { caller } }) => {
      if (caller === 'any') return 'You can go on. The first request with your token confirms this step.'
      return caller === null
        ? `You can go on. Nothing in its requests names ${name}, so this step stays unconfirmed.`
        : `You can go on. The first request that ${name} is recognised in confirms this step.`
    },
  },
  {
    id: 'endpoint',
    title: (guide) => `Credentials in ${guide.name}`,
    component: EndpointStep,
    isComplete: (state) => state.steps.endpoint === 'verified',
    words: { ...words, seen: 'Not accepted' },
    findBlocker: () => undefined,
    openEnd: () => 'You can go on. This step stays unproven until a request arrives with the token.',
  },
  {
    id: 'provisioning',
    title: () => 'Provisioning',
    component: ProvisioningStep,
    isComplete: (state) => state.steps.provisioning === 'verified',
    words: { ...words, waiting: 'To do' },
    findBlocker: () => undefined,
    openEnd: () => 'You can go on. The mappings prove themselves when the first learner arrives in step 5.',
  },
  {
    id: 'test',
    title: () => 'Test',
    component: TestStep,
    isComplete: (state) => state.steps.test === 'verified',
    words,
    findBlocker: () => undefined,
    openEnd: (guide) => `Waiting for ${guide.name} to create, change and archive a learner.`,
  },
]

/** The step of an id; undefined where the address names none. */
export function findStep(id: string | undefined): SetupStep | undefined {
  return setupSteps.find((step) => step.id === id)
}

/** The step of a known id. */
export function getStep(id: StepId): SetupStep {
  const step = findStep(id)
  if (!step) throw new Error(`The wizard has no step ${id}.`)
  return step
}

/** Where a step stands, from 0. */
export const positionOf = (step: SetupStep): number => stepIds.indexOf(step.id)
