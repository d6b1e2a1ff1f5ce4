import { existsSync, readFileSync, rmSync } from 'node:fs'
import { type Check, checks, runChecks, unitReport } from './checks.ts'
import { inProject, run, runCommand } from './project.ts'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const e2eReport = inProject('test-results/e2e.json')
const testSteps = ['unit tests', 'end to end']

const steps: readonly Check[] = [
  ...checks,
  { name: 'build', run: () => runCommand('electron-vite', 'electron-vite', ['build', '--logLevel', 'warn']) },
  { name: 'end to end', run: () => run({ command: process.execPath, args: [inProject('tools/e2e.ts')] }) },
]

process.exit(await runEverything())

/** Everything CI runs; ends in one line that counts the tests. */
async function runEverything(): Promise<number> {
  // A report of an earlier run must not be counted.
  for (const report of [unitReport, e2eReport]) rmSync(report, { force: true })
  const failedSteps = await runChecks(steps)
  const counts = [readUnitCounts(), readE2eCounts()]
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

function readE2eCounts(): Counts {
  const stats: unknown = readReport(e2eReport)?.['stats']
  const has = (name: string) => (stats !== null && typeof stats === 'object' && name in stats ? Reflect.get(stats, name) : 0)
  return {
    passed: toNumber(has('expected')) + toNumber(has('flaky')),
    failed: toNumber(has('unexpected')),
    skipped: toNumber(has('skipped')),
  }
}
