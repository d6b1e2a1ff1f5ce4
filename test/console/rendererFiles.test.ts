import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startConsole } from '../support/aConsole.ts'

/** A renderer as Vite builds one. */
function aRendererDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rollcall-renderer-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  mkdirSync(join(dir, 'assets'))
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Rollcall</title>')
  writeFileSync(join(dir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(dir, 'assets', 'index-4f2a91.js'), 'export {}')
  return dir
}

it.each(['/', '/?ticket=abc', '/monitor', '/learners/5b1f7a52', '/apis'])(
  'answers %s with the page, also without a session',
  async (path) => {
    const { stranger } = await startConsole({ settings: { rendererDir: aRendererDir() } })
    const { body, headers, status } = await stranger('GET', path)
    expect(status).toBe(200)
    expect(body).toContain('<title>Rollcall</title>')
    expect(headers['cache-control']).toBe('no-cache')
  },
)

it('lets the browser keep files with a hash in their name, and ask again for others', async () => {
  const { stranger } = await startConsole({ settings: { rendererDir: aRendererDir() } })
  expect((await stranger('GET', '/assets/index-4f2a91.js')).headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringContaining('javascript'),
  })
  expect((await stranger('GET', '/icon.svg')).headers['cache-control']).toBe('no-cache')
})

it('has no page in the place of a missing asset, nor outside its folder', async () => {
  const { stranger } = await startConsole({ settings: { rendererDir: aRendererDir() } })
  expect((await stranger('GET', '/assets/index-000000.js')).status).toBe(404)
  expect((await stranger('GET', '/assets/..%2f..%2fsecret')).status).toBeGreaterThanOrEqual(400)
  expect((await stranger('POST', '/')).status).toBe(404)
})

it('says what to do where the screens are not built', async () => {
  const { stranger } = await startConsole()
  const reply = await stranger('GET', '/')
  expect(reply.status).toBe(503)
  expect(reply.body).toContain('npm start')
})

it('allows scripts, connections and frames of its own alone', async () => {
  const { stranger } = await startConsole({ settings: { rendererDir: aRendererDir() } })
  const { headers } = await stranger('GET', '/')
  const policy = headers['content-security-policy']
  for (const directive of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"])
    expect(policy).toContain(directive)
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
  expect(headers['x-powered-by']).toBeUndefined()
})
