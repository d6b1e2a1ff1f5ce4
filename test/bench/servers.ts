import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ReadyEvent } from '#contract/process.ts'
import type { LoadTarget } from './load.ts'

/** A server under load, in a process of its own. */
export interface Server {
  readonly child: ChildProcess
  readonly target: LoadTarget
  /** From its start to its first line. */
  readonly startMs: number
  readonly stop: () => Promise<void>
}

const token = 'a-token-for-the-bench'

async function start(entry: string, args: readonly string[]): Promise<{ child: ChildProcess; line: string; startMs: number }> {
  const startedMs = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, entry), ...args], {
    env: { ...process.env, ROLLCALL_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, line: String(line), startMs: performance.now() - startedMs }
}

function toServer({ child, startMs }: { child: ChildProcess; startMs: number }, target: LoadTarget): Server {
  return {
    child,
    target,
    startMs,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

const scimHeaders = {
  Authorization: `Bearer ${token}`,
  'Content-Type': 'application/scim+json',
  'User-Agent': 'Okta SCIM Client 1.0.0',
}

/** What a process has used of the processors; in ticks of 10 ms. */
export function readProcessorMs(pid: number | undefined): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = fields.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) * 10
}

/** Rollcall with everything on: authentication, validation, recording. `consoleUrl` opens one session. */
export async function startRollcall(dataDir: string): Promise<Server & { readonly consoleUrl: string }> {
  const entry = '../../out/main/cli.js'
  const started = await start(entry, ['--data', dataDir, '--scim-port', '0', '--console-port', '0', '--json'])
  const ready: ReadyEvent = JSON.parse(started.line)
  return { ...toServer(started, { base: ready.scimUrl, headers: scimHeaders }), consoleUrl: ready.consoleUrl }
}

/** Rollcall's SCIM listener alone, whose recorder writes rows or drops them. */
export async function startComposed(dataDir: string, mode: 'recording' | 'dropping'): Promise<Server> {
  const started = await start('composed.ts', [dataDir, mode])
  return toServer(started, { base: `http://127.0.0.1:${started.line}/default/scim/v2`, headers: scimHeaders })
}

/** A bare server with one prepared statement a request. */
export async function startFloor(dir: string): Promise<Server> {
  const started = await start('floor.ts', [dir])
  return toServer(started, { base: `http://127.0.0.1:${started.line}`, headers: { 'Content-Type': 'application/json' } })
}

/** The peer, with its users in memory and no recording. */
export async function startScimmy(): Promise<Server> {
  const started = await start('scimmy.ts', [])
  return toServer(started, { base: `http://127.0.0.1:${started.line}/scim`, headers: scimHeaders })
}
