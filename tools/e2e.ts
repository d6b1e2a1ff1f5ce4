import { buildIfStale } from './buildIfStale.ts'
import { prepareElectron } from './prepareElectron.ts'
import { prepareSystem } from './prepareSystem.ts'
import { findCommand, type RunResult, run } from './project.ts'

process.exit(await runEndToEnd(process.argv.slice(2)))

/** Runs Playwright with all it needs: a build, a browser, a display, an Electron. Its arguments are passed on. */
async function runEndToEnd(args: readonly string[]): Promise<number> {
  try {
    await prepareSystem()
    await buildIfStale()
    const electron = await findTestElectron()
    return (await runPlaywright(args, electron)).exitCode
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

/** Without an Electron its tests are skipped, which CI must not take for success where one can be had. */
async function findTestElectron(): Promise<string | undefined> {
  const isExpected = process.env['CI'] && process.platform === 'linux' && process.arch === 'x64'
  try {
    const electron = await prepareElectron()
    if (electron || isExpected) return electron
  } catch (error) {
    if (isExpected) throw error
    console.error(error instanceof Error ? error.message : error)
  }
  console.error('No Electron to test with: the tests of the desktop shell are skipped.')
  return undefined
}

function runPlaywright(args: readonly string[], electron: string | undefined): Promise<RunResult> {
  const env = { ...process.env, ...(electron && { ROLLCALL_TEST_ELECTRON: electron }) }
  const playwright = [process.execPath, findCommand('@playwright/test', 'playwright'), 'test', ...args]
  const needsDisplay = process.platform === 'linux' && !process.env['DISPLAY']
  const [command = '', ...rest] = needsDisplay ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24', ...playwright] : playwright
  return run({ command, args: rest, env })
}
