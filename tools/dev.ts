import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { findElectron, findObstacle, sandboxArguments } from './desktop.ts'
import { findCommand, inProject, projectDir } from './project.ts'
import { createRendererConfig } from './rendererConfig.ts'

/** Development has data of its own, so that nothing tried out touches the real ones. The caller's arguments come later and win. */
const serviceOptions = ['--data', inProject('.cache/dev'), ...process.argv.slice(2)]

const electron = findElectron()
const obstacle = electron ? findObstacle() : 'Electron has not been downloaded, which `npm start` does'
if (electron && obstacle === undefined) developInWindow(electron)
else developInBrowser(obstacle ?? '')

/** Pages reload in place; a change to main, preload or service restarts the window. */
function developInWindow(binary: string): void {
  const { values } = parseArgs({ args: serviceOptions, strict: false, options: { 'console-port': { type: 'string' } } })
  const command = [
    findCommand('electron-vite', 'electron-vite'),
    'dev',
    '--watch',
    '--',
    ...sandboxArguments(),
    ...serviceOptions,
  ]
  start(command, {
    stdio: 'inherit',
    env: { ELECTRON_EXEC_PATH: binary, ROLLCALL_CONSOLE_ORIGIN: `http://127.0.0.1:${values['console-port'] ?? 4748}` },
  })
}

/** Node restarts the service from its sources; the pages come from the development server. */
function developInBrowser(reason: string): void {
  console.log(`No desktop window, because ${reason}: open the link in a browser.`)
  const service = start(['--watch', '--watch-preserve-output', inProject('server/cli.ts'), '--json', ...serviceOptions], {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  if (!service.stdout) return
  let pages: Promise<string> | undefined
  createInterface({ input: service.stdout }).on('line', (line) => {
    const ready = readReadyLine(line)
    if (!ready) return console.log(line)
    pages ??= servePages(new URL(ready.consoleUrl).origin)
    void pages.then((origin) => {
      console.log(`SCIM     ${ready.scimUrl}\nConsole  ${origin}/${new URL(ready.consoleUrl).search}`)
    })
  })
}

async function servePages(consoleOrigin: string): Promise<string> {
  const server = await createServer({ configFile: false, ...createRendererConfig(projectDir, consoleOrigin) })
  await server.listen()
  return new URL(server.resolvedUrls?.local[0] ?? '').origin
}

/** Node's own messages about restarts stand between the service's lines. */
function readReadyLine(line: string): { scimUrl: string; consoleUrl: string } | undefined {
  if (!line.startsWith('{"event":"ready"')) return undefined
  return JSON.parse(line)
}

/** Starts a Node process that ends with this one, and this one with it. */
function start(args: readonly string[], { stdio, env }: { stdio: StdioOptions; env?: NodeJS.ProcessEnv }): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: projectDir, env: { ...process.env, ...env }, stdio })
  const end = () => child.kill()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  process.on('exit', end)
  child.on('close', (code) => process.exit(code ?? 0))
  return child
}
