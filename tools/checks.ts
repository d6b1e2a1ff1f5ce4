import { inProject, type RunResult, run, runCommand } from './project.ts'

/** One thing that has to hold. */
export interface Check {
  readonly name: string
  readonly run: () => Promise<RunResult>
}

/** Where the unit tests leave their numbers when ROLLCALL_TEST_REPORTS is set. */
export const unitReport = inProject('test-results/unit.json')

/** Everything that is quick and needs no build, in order. */
export const checks: readonly Check[] = [
  { name: 'types', run: () => runCommand('typescript', 'tsc', ['-b']) },
  {
    name: 'lint and format',
    run: () => runCommand('@biomejs/biome', 'biome', ['ci', '.', ...(process.env['CI'] ? ['--colors=off'] : [])]),
  },
  { name: 'promises', run: () => runCommand('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'dead code', run: () => runCommand('knip', 'knip', []) },
  { name: 'lockfile', run: () => run({ command: process.execPath, args: [inProject('tools/checkLockfile.ts')] }) },
  {
    name: 'unit tests',
    run: () => runCommand('vitest', 'vitest', ['run'], { env: { ...process.env, ROLLCALL_TEST_REPORTS: '1' } }),
  },
]

/** Runs them all, also after a failure, so that one run tells everything. Returns the names of those that failed. */
export async function runChecks(list: readonly Check[]): Promise<string[]> {
  const failed: string[] = []
  for (const check of list) {
    const startedAt = performance.now()
    console.log(`\n--- ${check.name}`)
    const { exitCode } = await check.run()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`--- ${check.name}: ${exitCode === 0 ? 'good' : 'FAILED'} (${seconds} s)`)
    if (exitCode !== 0) failed.push(check.name)
  }
  return failed
}
