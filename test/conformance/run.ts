import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expectedDifferences, suiteSettings } from './differences.ts'
import { findSuites } from './findSuites.ts'
import { judge, type Verdict } from './judge.ts'
import { startTarget } from './startTarget.ts'
import type { Suite } from './suite.ts'

const report = join(import.meta.dirname, '../../test-results/conformance.json')

const [dir] = process.argv.slice(2)
if (dir === undefined) {
  console.error('Name the folder that holds the suites: npm run conformance -- DIR')
  process.exitCode = 2
} else {
  process.exitCode = await runAll(resolve(dir))
}

/** Runs every suite of a folder. Returns 0 only when each assertion holds or is a difference with a reason. */
async function runAll(folder: string): Promise<number> {
  const suites = findSuites(folder)
  if (suites.length === 0) console.error(`${folder} holds no suite.`)
  const verdicts = []
  for (const suite of suites) {
    const verdict = await runSuite(suite)
    tell(suite, verdict)
    verdicts.push({ suite: suite.name, file: suite.file, settings: suiteSettings[suite.name] ?? {}, ...verdict })
  }
  mkdirSync(join(report, '..'), { recursive: true })
  writeFileSync(report, `${JSON.stringify({ counts: count(verdicts), suites: verdicts }, null, 2)}\n`)
  const isGood = verdicts.every(({ failed, outdated, held }) => failed.length === 0 && outdated.length === 0 && held > 0)
  return isGood && suites.length > 0 ? 0 : 1
}

/** All suites together, for the closing count of `npm test`. */
function count(verdicts: readonly Verdict[]): Record<'held' | 'different' | 'failed' | 'outdated', number> {
  const sum = (of: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + of(verdict), 0)
  return {
    held: sum(({ held }) => held),
    different: sum(({ differences }) => differences.length),
    failed: sum(({ failed }) => failed.length),
    outdated: sum(({ outdated }) => outdated.length),
  }
}

async function runSuite(suite: Suite): Promise<Verdict> {
  const target = await startTarget(suiteSettings[suite.name])
  try {
    return judge(
      await suite.run(target),
      expectedDifferences.filter((difference) => difference.suite === suite.name),
    )
  } finally {
    await target.end()
  }
}

function tell({ name, file }: Suite, { held, failed, differences, outdated }: Verdict): void {
  for (const { step, assertion, failure, reason } of differences) {
    console.log(`different  ${step}: ${assertion}\n           ${failure}\n           ${reason}`)
  }
  for (const { step, assertion, failure } of failed) console.log(`FAILED     ${step}: ${assertion}\n           ${failure}`)
  for (const { step, assertion } of outdated) console.log(`OUTDATED   ${step}: ${assertion}\n           did not fail`)
  const all = held + failed.length + differences.length
  const others = `${differences.length} different with a reason, ${failed.length} failed`
  console.log(`${name} (${file}): ${held} of ${all} hold, ${others}\n`)
}
