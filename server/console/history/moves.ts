import type { Member, Moves } from '#contract/member.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import type { StoredExchange } from '../../storage/storedExchange.ts'
import type { Subject } from './subject.ts'

/** As many are named of those who came and went by one exchange. */
export const maxNamed = 20

const none: Moves = { joined: [], left: [], joinedCount: 0, leftCount: 0 }

/** Who came into the group of a write and who left it, or which groups a deleted learner left, by name. */
export function readMoves(service: Service, connection: StoredConnection, exchange: StoredExchange): Moves {
  const { id, method, resourceId, resourceType } = exchange
  if (method === 'GET' || resourceId === null || resourceType === null) return none
  const { history } = service.stores
  const { joined, left, joinedCount, leftCount } = findMoves(service, { id: resourceId, resourceType })(id)
  const toMembers = (ids: readonly string[]): Member[] =>
    ids.slice(0, maxNamed).map((one) => ({
      id: one,
      name: history.nameOf(connection.id, one),
      resourceType: history.find(connection.id, one)?.resource.resourceType ?? null,
    }))
  return { joined: toMembers(joined), left: toMembers(left), joinedCount, leftCount }
}

/** Ids of who came and went by one exchange; of a group, only the first ones. */
interface MovedIds {
  readonly joined: readonly string[]
  readonly left: readonly string[]
  readonly joinedCount: number
  readonly leftCount: number
}

/** Members of a group who came and went by each exchange; of a learner, which groups. */
export function findMoves(
  { stores: { history } }: Service,
  { id, resourceType }: Pick<Subject, 'id' | 'resourceType'>,
): (exchangeId: number) => MovedIds {
  const idsOf = (moves: ReturnType<typeof history.movesOfMember>, joined: boolean) =>
    moves.filter((move) => move.joined === joined).map(({ otherId }) => otherId)
  if (resourceType === 'User') {
    const moves = history.movesOfMember(id)
    return (exchangeId) => {
      const own = moves.filter((move) => move.exchangeId === exchangeId)
      const [joined, left] = [idsOf(own, true), idsOf(own, false)]
      return { joined, left, joinedCount: joined.length, leftCount: left.length }
    }
  }
  return (exchangeId) => {
    // A large group has had very many: those of one exchange are looked up alone.
    const count = history.moveCount(id, exchangeId)
    const moves = count ? history.movesInGroup(id, exchangeId, maxNamed) : []
    return {
      joined: idsOf(moves, true),
      left: idsOf(moves, false),
      joinedCount: count?.joined ?? 0,
      leftCount: count?.left ?? 0,
    }
  }
}
