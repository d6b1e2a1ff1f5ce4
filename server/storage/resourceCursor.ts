import type { SortKey } from './resourceSort.ts'
import { type SqlFragment, sqlFragment } from './sqlFragment.ts'

/** Where a resource stands in a sorted list. */
export interface Position {
  /** What it is sorted by; null without a value, and where nothing is sorted by. */
  readonly key: string | number | null
  readonly seq: number
}

/** The way in which a list is walked: from its start or from its end, in ascending or descending order of the key. */
export interface Walk {
  readonly isBackward: boolean
  readonly isDescending: boolean
}

/** In walking order: the key, those without one where §3.4.2.3 has them, then the order of creation. */
export function toOrder({ isBackward, isDescending }: Walk): string {
  const seq = `seq ${isBackward ? 'DESC' : 'ASC'}`
  const nulls = isNullAhead({ isBackward, isDescending }) ? 'LAST' : 'FIRST'
  return `sort_key ${isBackward === isDescending ? 'ASC' : 'DESC'} NULLS ${nulls}, ${seq}`
}

/**
 * True for what comes behind a position in walking order, so that a page costs the same wherever it lies. The key is asked for as
 * `sort_key`, unless it stands in an index, which then leads to the position.
 */
export function toCondition({ key, seq }: Position, walk: Walk, sort: SortKey | undefined): SqlFragment {
  const behind = walk.isBackward ? '<' : '>'
  if (!sort) return sqlFragment(`resource.seq ${behind} ?`, seq)
  const keyBehind = walk.isBackward === walk.isDescending ? '>' : '<'
  if (sort.isIndexed && key !== null) {
    const { sql } = sort.expression
    return sqlFragment(`${sql} ${keyBehind}= ? AND (${sql} ${keyBehind} ? OR resource.seq ${behind} ?)`, key, key, seq)
  }
  if (key === null) {
    return isNullAhead(walk)
      ? sqlFragment(`sort_key IS NULL AND seq ${behind} ?`, seq)
      : sqlFragment(`(sort_key IS NOT NULL OR seq ${behind} ?)`, seq)
  }
  const others = isNullAhead(walk) ? ' OR sort_key IS NULL' : ''
  return sqlFragment(`(sort_key ${keyBehind} ? OR (sort_key = ? AND seq ${behind} ?)${others})`, key, key, seq)
}

/** Without a value comes last when ascending and first when descending; walked backward, it is the other way round. */
const isNullAhead = ({ isBackward, isDescending }: Walk): boolean => isBackward === isDescending
