import type { LearnerPage, LearnerSummary } from '#contract/learner.ts'

const at = '2026-11-24T12:00:00.000Z'

/** An active learner; a test states only what matters. */
export function aLearner(stated: Partial<LearnerSummary> = {}): LearnerSummary {
  return {
    id: 'u1',
    name: 'Maya Lindqvist',
    userName: 'maya@example.com',
    status: 'active',
    email: 'maya@work.example',
    department: 'Research',
    groupCount: 2,
    simulated: false,
    lastModified: at,
    lastSuccess: { exchange: 4, at },
    lastFailure: null,
    ...stated,
  }
}

/** A page of the roster. */
export function aRoster(learners: readonly LearnerSummary[], stated: Partial<LearnerPage> = {}): LearnerPage {
  return {
    counts: { active: learners.length, archived: 0, deleted: 0 },
    total: learners.length,
    learners: [...learners],
    ...stated,
  }
}
