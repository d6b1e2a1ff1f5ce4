import type { Act } from './act.ts'
import { listGroups } from './groups.ts'
import { mistakenPeople } from './mistakes.ts'
import { listPeople } from './people.ts'
import { SimulationFailed } from './simulationFailed.ts'

/**
 * What is found by name must be the simulator's own. From outside its externalId alone tells: each profile sends one that is made up
 * here, or none.
 */
export function checkOwn({ users, groups }: Act['order']): Act['checkFound'] {
  const people = [...listPeople(users), ...mistakenPeople]
  const own = new Set([
    ...people.flatMap(({ oktaId, mailNickname, uuid, uidHash }) => [oktaId, mailNickname, uuid, uidHash]),
    ...listGroups(groups, people).map(({ uuid }) => uuid),
  ])
  return ({ subject = '', doing }, memory) => {
    const { externalId } = memory.get(subject)
    if (typeof externalId !== 'string' || own.has(externalId)) return
    throw new SimulationFailed(
      `While ${doing}, something of that name was found that the simulator did not make. It changes only what it made itself.`,
    )
  }
}
