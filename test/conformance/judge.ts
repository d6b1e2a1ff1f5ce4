import type { ExpectedDifference } from './differences.ts'
import type { AssertionResult } from './suite.ts'

/** The results of one suite, sorted. */
export interface Verdict {
  readonly held: number
  /** Failures that nobody gave a reason for. */
  readonly failed: readonly AssertionResult[]
  /** Failures with their reasons. */
  readonly differences: readonly (AssertionResult & { readonly reason: string })[]
  /** Differences that are listed and did not show: the assertion holds by now, or is called otherwise. */
  readonly outdated: readonly ExpectedDifference[]
}

/** @param expected the differences of this suite alone */
export function judge(results: readonly AssertionResult[], expected: readonly ExpectedDifference[]): Verdict {
  const find = ({ step, assertion }: AssertionResult) =>
    expected.find((difference) => difference.step === step && difference.assertion === assertion)
  const failures = results.filter(({ failure }) => failure !== undefined)
  const shown = new Set(failures.map(find))
  return {
    held: results.length - failures.length,
    failed: failures.filter((failure) => !find(failure)),
    differences: failures.flatMap((failure) => {
      const difference = find(failure)
      return difference ? [{ ...failure, reason: difference.reason }] : []
    }),
    outdated: expected.filter((difference) => !shown.has(difference)),
  }
}
