import { assertNever } from '../assertNever.ts'
import { invalidFilter } from '../scimError.ts'
import type { Filter } from './ast.ts'

const maxComparisons = 20

/**
 * Refuses a filter in the path of a patch operation that would be asked of many values, over and over, with many comparisons each.
 *
 * @throws ScimError invalidFilter (400)
 */
export function refuseCostly(filter: Filter): void {
  if (countComparisons(filter) > maxComparisons) throw invalidFilter(`A path may make at most ${maxComparisons} comparisons.`)
}

function countComparisons(filter: Filter): number {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return countComparisons(filter.left) + countComparisons(filter.right)
    case 'not':
    case 'valuePath':
      return countComparisons(filter.filter)
    case 'present':
    case 'compare':
      return 1
    default:
      return assertNever(filter)
  }
}
