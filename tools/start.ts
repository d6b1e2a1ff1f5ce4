import { spawn } from 'node:child_process'
import { buildIfStale } from './buildIfStale.ts'
import { fetchElectron, findElectron, findObstacle, sandboxArguments } from './desktop.ts'
import { projectDir } from './project.ts'

/** A window that ends this soon and by such a signal never opened: no usable display, or no usable sandbox. */
const earlyEndMs = 5000
const crashSignals: readonly (NodeJS.Signals | null)[] = ['SIGTRAP', 'SIGSEGV', 'SIGABRT', 'SIGILL']
const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

await start()

/** The desktop window, or where it cannot open, the service alone with the same options. */
async function start(): Promise<void> {
  try {
    await buildIfStale()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  const obstacle = findObstacle()
  if (obstacle) return serveInstead(obstacle)
  const electron = findElectron() ?? (await fetchElectron())
  if (!electron) return serveInstead('Electron could not be downloaded')
  const { exitCode, hasCrashed } = await openWindow(electron)
  if (hasCrashed) return serveInstead('Electron does not start on this machine')
  process.exit(exitCode)
}

async function serveInstead(reason: string): Promise<void> {
  console.error(`No desktop window, because ${reason}: running as \`npm run serve\`, open the console link in a browser.`)
  await import('./serve.ts')
}

function openWindow(electron: string): Promise<{ exitCode: number; hasCrashed: boolean }> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const startedAt = performance.now()
  const child = spawn(electron, ['.', ...sandboxArguments(), ...process.argv.slice(2)], {
    cwd: projectDir,
    env,
    stdio: 'inherit',
  })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of forwardedSignals) process.on(signal, forward)
  return new Promise((done) => {
    const end = (code: number | null, signal: NodeJS.Signals | null) => {
      for (const one of forwardedSignals) process.off(one, forward)
      const isEarly = performance.now() - startedAt < earlyEndMs
      done({ exitCode: code ?? 1, hasCrashed: isEarly && crashSignals.includes(signal) })
    }
    child.on('error', () => done({ exitCode: 1, hasCrashed: true }))
    child.on('close', end)
  })
}
