/** A service that was started for one suite. */
export interface SuiteTarget {
  /** `http://127.0.0.1:4747/default/scim/v2` */
  readonly scimUrl: string
  readonly token: string
}

/** One assertion of a suite, and how it went. */
export interface AssertionResult {
  /** The request that it is about, with the folders it lies in; a number behind it where the name repeats. */
  readonly step: string
  readonly assertion: string
  /** Why it does not hold; undefined where it does. */
  readonly failure: string | undefined
}

/** A test suite of somebody else, read from a file. */
export interface Suite {
  readonly file: string
  /** The name that the suite gives itself. */
  readonly name: string
  readonly run: (target: SuiteTarget) => Promise<AssertionResult[]>
}

/** Numbers the steps whose name was given out before: `Get group`, `Get group (2)`. */
export function createStepNamer(): (name: string) => string {
  const counts = new Map<string, number>()
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  }
}
