import { readdirSync, statSync } from 'node:fs'
import { inProject, runCommand } from './project.ts'

const sources = ['server', 'electron', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
/** Each build writes all of them. */
const outputs = [
  'out/main/main.js',
  'out/main/cli.js',
  'out/main/child.js',
  'out/main/exportWorker.js',
  'out/main/searchWorker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

/** Builds unless the last build is newer than every source. What the build says goes to stderr, because stdout may be read by a program. */
export async function buildIfStale(): Promise<void> {
  if (!isStale()) return
  const { exitCode } = await runCommand('electron-vite', 'electron-vite', ['build', '--logLevel', 'warn'], {
    output: 'talkOnStderr',
  })
  if (exitCode !== 0) throw new Error('The build failed; its messages stand above.')
}

function isStale(): boolean {
  const builtAt = Math.min(...outputs.map((file) => findChangeTime(inProject(file)) ?? 0))
  return sources.some((source) => newestChange(inProject(source)) > builtAt)
}

const findChangeTime = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs

/** A folder counts too: its time moves when a file in it is deleted or renamed. */
function newestChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(`${path}/${name}`)))
}
