import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnService } from '../support/spawnService.ts'
import type { SuiteSettings } from './differences.ts'
import type { SuiteTarget } from './suite.ts'

/** Starts the service as a process of its own on an empty folder; `end` stops it and removes the folder. */
export async function startTarget(settings: SuiteSettings = {}): Promise<SuiteTarget & { readonly end: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'rollcall-conformance-'))
  const token = randomBytes(32).toString('base64url')
  const service = await spawnService(dir, { env: { ROLLCALL_TOKEN: token } })
  const end = async () => {
    await service.end('SIGTERM')
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    if (Object.keys(settings).length > 0) await changeSettings(new URL(service.ready.consoleUrl), settings)
    return { scimUrl: service.ready.scimUrl, token, end }
  } catch (error) {
    await end()
    throw error
  }
}

/** Changes settings the way the screens do: by a session of the console. */
async function changeSettings(link: URL, settings: SuiteSettings): Promise<void> {
  const headers = { Origin: link.origin, 'Content-Type': 'application/json' }
  const session = await fetch(new URL('/api/session', link), {
    method: 'POST',
    headers,
    body: JSON.stringify({ ticket: link.searchParams.get('ticket') }),
  })
  const [cookie = ''] = session.headers.getSetCookie().map((one) => one.split(';')[0])
  const changed = await fetch(new URL('/api/connections/default', link), {
    method: 'PATCH',
    headers: { ...headers, Cookie: cookie },
    body: JSON.stringify({ settings }),
  })
  if (!changed.ok) throw new Error(`The settings could not be changed: ${changed.status} ${await changed.text()}`)
}
