import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ReadyEvent } from '#contract/process.ts'

const root = join(import.meta.dirname, '../..')

/** The service as a process of its own, started as the command line starts it. */
export interface SpawnedService {
  readonly child: ChildProcess
  readonly ready: ReadyEvent
  /** Sends a signal and waits for the end. @returns the exit code; null where the signal ended it */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
  /** All that it wrote, on both streams. */
  readonly output: () => string
}

/** @param entry `server/cli.ts`, or a built one */
export function spawnCommandLine(args: readonly string[], env: NodeJS.ProcessEnv = {}, entry = join(root, 'server/cli.ts')) {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, ROLLCALL_TOKEN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString()
  })
  child.stderr.on('data', (data: Buffer) => {
    output += data.toString()
  })
  return { child, output: () => output }
}

/** Starts the service on free ports and waits until it is ready. */
export async function spawnService(
  dataDir: string,
  { args = [], env = {}, entry }: { args?: readonly string[]; env?: NodeJS.ProcessEnv; entry?: string } = {},
): Promise<SpawnedService> {
  const options = ['--data', dataDir, '--scim-port', '0', '--console-port', '0', '--json', ...args]
  const { child, output } = spawnCommandLine(options, env, entry)
  const ended = once(child, 'exit')
  const first = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended.then(() => undefined)])
  if (!first) throw new Error(`The service ended before it was ready: ${output()}`)
  const ready: ReadyEvent = JSON.parse(String(first[0]))
  return {
    child,
    ready,
    output,
    end: async (signal) => {
      child.kill(signal)
      const [code] = await ended
      return typeof code === 'number' ? code : null
    },
  }
}
