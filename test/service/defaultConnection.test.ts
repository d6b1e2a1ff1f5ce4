import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type RunningService, startService } from '../../server/index.ts'
import { createConnectionRemover } from '../../server/removeConnections.ts'
import { createScimClient } from '../support/scimClient.ts'

/** Starts services on one data folder, one after the other. */
function aFolder() {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-'))
  let running: RunningService | undefined
  onTestFinished(async () => {
    await running?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return async (environmentToken?: string) => {
    await running?.stop()
    const rendererDir = join(dataDir, 'no-renderer')
    const settings = { dataDir, host: '127.0.0.1', scimPort: 0, consolePort: 0, publicUrl: null, rendererDir }
    running = await startService({ ...settings, ...(environmentToken !== undefined && { environmentToken }) })
    return running
  }
}

const slugs = ({ service }: RunningService) => service.stores.connections.list().map(({ slug }) => slug)

it('makes default at the first start, and not again once it was removed beside others', async () => {
  const start = aFolder()
  const first = await start()
  expect(slugs(first)).toEqual(['default'])
  const { stores, now } = first.service
  stores.connections.create({ slug: 'acme', name: 'Acme' }, now())
  createConnectionRemover(first.service).remove(stores.connections.get(1))
  const second = await start()
  expect(slugs(second)).toEqual(['acme'])
  expect(second.scimUrl).toMatch(/\/acme\/scim\/v2$/)
})

it('makes default again for the token that is given at the start', async () => {
  const start = aFolder()
  const { service } = await start()
  service.stores.connections.create({ slug: 'acme', name: 'Acme' }, service.now())
  createConnectionRemover(service).remove(service.stores.connections.get(1))
  const second = await start('a-token-of-my-own')
  expect(slugs(second)).toEqual(['acme', 'default'])
  expect(second.scimUrl).toMatch(/\/default\/scim\/v2$/)
  expect((await createScimClient(second.scimUrl, 'a-token-of-my-own').get('/Users')).status).toBe(200)
})
