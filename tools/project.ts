import { type StdioOptions, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of package.json. */
export const projectDir = resolve(import.meta.dirname, '..')

/** A file of the project. */
export const inProject = (...parts: string[]): string => join(projectDir, ...parts)

/**
 * The script behind a command of an installed package, to be run with this very Node: a bare `node` or the links in
 * node_modules/.bin may be another one.
 */
export function findCommand(packageName: string, command: string): string {
  const dir = inProject('node_modules', packageName)
  const { bin }: { bin?: string | Record<string, string> } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
  const script = typeof bin === 'string' ? bin : bin?.[command]
  if (script === undefined) throw new Error(`The package ${packageName} has no command ${command}.`)
  return join(dir, script)
}

/** What to start, and how. */
export interface Run {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** `talkOnStderr` keeps our own stdout clean; `silent` returns the output instead of showing it. */
  readonly output?: 'inherit' | 'talkOnStderr' | 'silent'
  readonly timeoutMs?: number
}

/** How a process ended. */
export interface RunResult {
  /** 0: success. A process that a signal ended has 1. */
  readonly exitCode: number
  readonly signal: NodeJS.Signals | null
  /** Only with `silent`. */
  readonly output: string
}

/** Runs a process in the project's folder until it ends. Does not throw when it fails. */
export async function run({ command, args, env = process.env, output = 'inherit', timeoutMs }: Run): Promise<RunResult> {
  const stdio: Record<typeof output, StdioOptions> = {
    inherit: 'inherit',
    talkOnStderr: ['inherit', 2, 2],
    silent: ['ignore', 'pipe', 'pipe'],
  }
  const child = spawn(command, args, {
    cwd: projectDir,
    env,
    stdio: stdio[output],
    timeout: timeoutMs,
  })
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return await new Promise((done) => {
    const end = (exitCode: number, signal: NodeJS.Signals | null, problem = '') =>
      done({ exitCode, signal, output: Buffer.concat(chunks).toString('utf8') + problem })
    child.on('error', (error) => end(1, null, error.message))
    child.on('close', (code, signal) => end(code ?? 1, signal))
  })
}

/** Runs a command of an installed package. */
export const runCommand = (packageName: string, command: string, args: readonly string[], options: Partial<Run> = {}) =>
  run({ ...options, command: process.execPath, args: [findCommand(packageName, command), ...args] })
