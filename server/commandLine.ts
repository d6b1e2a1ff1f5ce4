import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import envPaths from 'env-paths'
import { databaseFile, startService } from './index.ts'
import { newLinkOf } from './linkOfRunning.ts'
import { type Arguments, readArguments, usage } from './readArguments.ts'
import { StartError } from './startError.ts'
import { tellAsJson, tellAsText } from './tellers.ts'
import { waitFor } from './waitFor.ts'

/**
 * Runs the service from a terminal until a signal ends it; sets the exit code.
 *
 * @param entryDir where the entry stands that was started, built or not: the renderer is found from there
 */
export async function runCommandLine(argv: readonly string[], entryDir: string): Promise<void> {
  const json = argv.includes('--json')
  try {
    const args = readArguments(argv)
    if (args.help) return void process.stdout.write(usage)
    const dataDir = resolve(args.data ?? envPaths('rollcall', { suffix: '' }).data)
    if (args.link) return void process.stdout.write(`${newLinkOf(join(dataDir, databaseFile), dataDir)}\n`)
    await serve(args, { dataDir, rendererDir: findRenderer(entryDir) })
  } catch (error) {
    const known =
      error instanceof StartError
        ? error
        : new StartError(1, error instanceof Error ? (error.stack ?? error.message) : String(error))
    if (json) process.stdout.write(`${JSON.stringify({ event: 'failed', exitCode: known.exitCode, message: known.message })}\n`)
    process.stderr.write(`${known.message}\n`)
    process.exitCode = known.exitCode
  }
}

async function serve(args: Arguments, { dataDir, rendererDir }: { dataDir: string; rendererDir: string }): Promise<void> {
  const running = await startService({
    dataDir,
    host: args.host ?? '127.0.0.1',
    scimPort: args.scimPort ?? 4747,
    consolePort: args.consolePort ?? 4748,
    publicUrl: args.publicUrl ?? null,
    rendererDir,
    environmentToken: args.environmentToken,
    tunnelPorts: args.tunnelPorts,
  })
  const tell = args.json ? tellAsJson : tellAsText

  const waitedSlug = args.waitFor?.connection
  if (waitedSlug !== undefined && !running.service.stores.connections.findBySlug(waitedSlug)) {
    await running.stop()
    throw new StartError(2, `--connection: there is no connection "${waitedSlug}" in ${dataDir}.`)
  }
  let stopping = false
  const stop = async (exitCode: number) => {
    // A second signal means now.
    if (stopping) process.exit(1)
    stopping = true
    await running.stop()
    tell.stopped()
    process.exit(exitCode)
  }
  // Whoever is stopped while it waits has not seen what it waited for.
  const stoppedCode = args.waitFor ? 1 : 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(stoppedCode))
  // Only now: whoever reads that Rollcall is ready may stop it at once.
  tell.ready(running, dataDir)
  if (process.stdin.isTTY) createInterface({ input: process.stdin }).on('line', () => tell.link(running.newConsoleLink()))
  if (!args.waitFor) return
  try {
    tell.waiting(args.waitFor)
    const result = await waitFor(running.service, args.waitFor, { flush: running.flush, onProven: tell.proven })
    if (stopping) return
    tell.waited(result)
    await stop(result.result === 'proven' ? 0 : 1)
  } catch (error) {
    await running.stop()
    throw error
  }
}

/** The built renderer: beside the folder of the built entry, or in the build folder when the service runs from its sources. */
function findRenderer(entryDir: string): string {
  const dirs = ['../renderer', '../out/renderer'].map((dir) => resolve(entryDir, dir))
  return dirs.find((dir) => existsSync(join(dir, 'assets'))) ?? resolve(entryDir, '../out/renderer')
}
