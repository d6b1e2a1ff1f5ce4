import { checkNode } from './checkNode.ts'

// better-sqlite3 crashes an older Node without a word, so nothing of the service may be loaded before this.
const problem = checkNode(process.versions)
if (problem === undefined) {
  const { runCommandLine } = await import('./commandLine.ts')
  await runCommandLine(process.argv.slice(2), import.meta.dirname)
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
