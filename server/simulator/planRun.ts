import type { SimulationOrder } from '#contract/setup.ts'
import { listGroups } from './groups.ts'
import type { Memory } from './memory.ts'
import { findWrongSetup, type PlannedStep, stormAttempts, toMistakeSteps } from './mistakes.ts'
import { listPeople, toMarried } from './people.ts'
import { profiles } from './profiles.ts'

/**
 * All that a run may send, in order: the connection test, the initial sync, then one person is changed, deactivated and brought
 * back, a group loses a member and is renamed, and another person leaves, so that the roster shows an archived learner.
 */
export function planRun({ profile: name, users, groups: groupCount, mistake }: SimulationOrder): readonly PlannedStep[] {
  const profile = profiles[name]
  const people = listPeople(users)
  const [first, second] = people
  if (!first) return []
  const test = profile.test({ hasGroups: groupCount > 0 })
  if (findWrongSetup(mistake)) return [...test, ...profile.provision(first)]
  const groups = listGroups(groupCount, people).map((group) =>
    profile.keepsGroupNames ? { ...group, displayName: group.laterName ?? group.displayName } : group,
  )
  return [
    ...test,
    ...people.flatMap(profile.provision),
    ...(profile.relate?.(people) ?? []),
    ...profile.update(toMarried(first)),
    ...profile.deactivate(toMarried(first)),
    ...profile.reactivate(toMarried(first)),
    ...groups.flatMap(profile.pushGroup),
    ...groups.slice(0, 1).flatMap((group) => profile.changeGroup(group, second)),
    ...(second ? profile.deactivate(second) : []),
    ...toMistakeSteps(mistake, profile, first),
  ]
}

/** How many requests `steps` will be. */
export function countRequests(steps: readonly PlannedStep[], memory: Memory): number {
  return steps
    .filter((step) => memory.isDue(step))
    .reduce((count, { refusal }) => count + (refusal === 429 ? stormAttempts : 1), 0)
}
