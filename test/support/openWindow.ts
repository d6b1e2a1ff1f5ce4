import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page, test } from '@playwright/test'

/** The desktop application on an empty folder, its service under this Node (see docs/decisions/0005-test-electron.md). */
export interface OpenWindow {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataDir: string
}

interface WindowOptions {
  /** Somebody is there to answer questions: the test. */
  readonly isAttended?: boolean
}

/** Starts the application; skips the test where no Electron could be prepared. @param dataDir a folder used before */
export async function openWindow(
  dataDir = mkdtempSync(join(tmpdir(), 'rollcall-electron-')),
  { isAttended = false }: WindowOptions = {},
): Promise<OpenWindow> {
  const executablePath = process.env['ROLLCALL_TEST_ELECTRON']
  test.skip(executablePath === undefined, 'No Electron could be prepared on this machine.')
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const app = await _electron.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['.', '--disable-gpu', '--scim-port', '0', '--console-port', '0'],
    cwd: join(import.meta.dirname, '../..'),
    env: {
      ...env,
      ROLLCALL_DATA_DIR: dataDir,
      ROLLCALL_SERVICE_NODE: process.execPath,
      ...(isAttended && { ROLLCALL_UNATTENDED: '' }),
    },
    timeout: 20_000,
  })
  const page = await app.firstWindow()
  return { app, page, dataDir }
}

/** Closes the application and removes its folder. */
export async function closeWindow({ app, dataDir }: OpenWindow): Promise<void> {
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
}
