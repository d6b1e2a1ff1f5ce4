import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type SpawnedService, spawnService } from './spawnService.ts'

/** The service as it is built. */
const entry = join(import.meta.dirname, '../../out/main/cli.js')

/** Starts a service and opens its console; it ends with the page. Without `dataDir` it has an empty folder of its own. */
export async function openConsole(page: Page, dataDir?: string, args: readonly string[] = []): Promise<SpawnedService> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'rollcall-e2e-'))
  const service = await spawnService(folder, { entry, args })
  page.once('close', () => {
    service.child.once('exit', () => dataDir ?? rmSync(folder, { recursive: true, force: true }))
    service.child.kill('SIGTERM')
  })
  await page.goto(service.ready.consoleUrl)
  return service
}
