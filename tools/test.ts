import { existsSync, readFileSync, rmSync } from 'node:fs'
import { type Check, checks, runChecks, unitReport } from './checks.ts'
import { inProject, run, runCommand } from './project.ts'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const e2eReport = inProject('test-results/e2e.json')
const conformanceReport = inProject('test-results/conformance.json')
const testSteps = ['unit tests', 'conformance', 'end to end']

/** Suites of others, which are no part of the project: they lie beside the clone where somebody put them there. */
const suites = inProject('../shared/suites')

const conformance: Check = {
  name: 'conformance',
  run: () => run({ command: process.execPath, args: [inProject('test/conformance/run.ts'), suites] }),
}

const steps: readonly Check[] = [
  ...checks,
  ...(existsSync(suites) ? [conformance] : []),
  { name: 'build', run: () => runCommand('electron-vite', 'electron-vite', ['build', '--logLevel', 'warn']) },
  { name: 'end to end', run: () => run({ command: process.execPath, args: [inProject('tools/e2e.ts')] }) },
]

process.exit(await runEverything())

/** Everything CI runs; ends in one line that counts the tests. */
async function runEverything(): Promise<number> {
  // A report of an earlier run must not be counted.
  for (const report of [unitReport, conformanceReport, e2eReport]) rmSync(report, { force: true })
  const failedSteps = await runChecks(steps)
  const counts = [readUnitCounts(), readConformanceCounts(), readE2eCounts()]
  const sum = (kind: keyof Counts) => counts.reduce((total, one) => total + one[kind], 0)
  const failedTests = sum('failed')
  // A step that failed without a failed test to show for it (a type error, a runner that did not start) counts as one.
  const failedOtherwise = failedSteps.filter((step) => !testSteps.includes(step)).length
  const failed = failedSteps.length > 0 ? Math.max(failedTests + failedOtherwise, 1) : failedTests
  if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}.`)
  console.log(`${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`)
  return failed === 0 ? 0 : 1
}

function readReport(file: string): Record<string, unknown> | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function toNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function readUnitCounts(): Counts {
  const report = readReport(unitReport)
  return {
    passed: toNumber(report?.['numPassedTests']),
    failed: toNumber(report?.['numFailedTests']),
    skipped: toNumber(report?.['numPendingTests']) + toNumber(report?.['numTodoTests']),
  }
}

/** An assertion that is different with a reason counts as skipped. */
function readConformanceCounts(): Counts {
  const counts = readReport(conformanceReport)?.['counts']
  const count = (name: string) => (counts !== null && typeof counts === 'object' ? toNumber(Reflect.get(counts, name)) : 0)
  return { passed: count('held'), failed: count('failed') + count('outdated'), skipped: count('different') }
}

function readE2eCounts(): Counts {
  const stats: unknown = readReport(e2eReport)?.['stats']
  const has = (name: string) => (stats !== null && typeof stats === 'object' && name in stats ? Reflect.get(stats, name) : 0)
  return {
    passed: toNumber(has('expected')) + toNumber(has('flaky')),
    failed: toNumber(has('unexpected')),
    skipped: toNumber(has('skipped')),
  }
}
