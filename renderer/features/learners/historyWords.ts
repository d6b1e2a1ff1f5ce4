import type { HistoryEvent, HistoryState } from '#contract/history.ts'
import { writeActions } from '../../exchangeOutcome.ts'
import { formatCount } from '../../format.ts'

type ResourceType = HistoryState['resourceType']

/** What a request did to the learner or group, in a few words; empty for one that only read it. */
export function toEffect(event: HistoryEvent, resourceType: ResourceType): string {
  const { by, changes, exchange, joined, joinedCount, left, leftCount, status } = event
  const parts = [
    by === 'name' ? 'found by a name that it has or had' : '',
    changes.length > 0 ? toChanged(changes, changes.every(({ kind }) => kind === 'added') ? 'set' : 'changed') : '',
    toMoved('joined', { named: joined, count: joinedCount }, resourceType),
    toMoved('left', { named: left, count: leftCount }, resourceType),
  ].filter((part) => part !== '')
  if (parts.length > 0) return parts.join(' · ')
  const isDone = exchange.status > 0 && exchange.status < 400
  if (!writeActions.has(exchange.action)) return ''
  if (isDone && exchange.action === 'deleted') return 'kept here as it was at last'
  return isDone && status === 'unknown' ? 'what it changed is not kept' : 'changed nothing'
}

function toChanged(changes: HistoryEvent['changes'], verb: string): string {
  const [first] = changes
  return changes.length === 1 && first ? `${first.attribute} ${verb}` : `${formatCount(changes.length, 'attribute')} ${verb}`
}

/** "joined Platform Team", or of a group "Maya and Tomas joined". */
function toMoved(
  verb: 'joined' | 'left',
  { named, count }: { named: HistoryEvent['joined']; count: number },
  resourceType: ResourceType,
): string {
  if (count === 0) return ''
  const names = named.slice(0, 3).map(({ name }) => name)
  const others = count - names.length
  const all = others > 0 ? `${names.join(', ')} and ${formatCount(others, 'other')}` : names.join(', ')
  return resourceType === 'User' ? `${verb} ${all}` : `${all} ${verb}`
}

/** How many groups a learner was in, or members a group had. */
export const toRelatedCount = (count: number, resourceType: ResourceType): string =>
  formatCount(count, resourceType === 'User' ? 'group' : 'member')
