import type { LearnerDetail, LearnerPage, LearnerSummary } from '#contract/learner.ts'
import { urns } from '#contract/scim/urns.ts'

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

/** All of a learner. */
export function aLearnerDetail(stated: Partial<LearnerDetail> = {}): LearnerDetail {
  return {
    summary: aLearner(),
    resource: {
      schemas: [urns.user, urns.enterpriseUser],
      id: 'u1',
      userName: 'maya@example.com',
      name: { givenName: 'Maya', familyName: 'Lindqvist' },
      emails: [{ value: 'maya@work.example', type: 'work', primary: true }, { value: 'maya@home.example' }],
      active: true,
      groups: [{ value: 'g1', display: 'Engineering' }],
      [urns.enterpriseUser]: { department: 'Research', manager: { value: 'u2' } },
      meta: { resourceType: 'User', created: at },
    },
    extensions: [],
    groups: [{ id: 'g1', displayName: 'Engineering' }],
    history: [],
    ...stated,
  }
}
