// What people script against: the command line, its output and its exit codes
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { aPatch, aUser } from '../support/aUser.ts'
import { createScimClient } from '../support/scimClient.ts'
import { spawnCommandLine, spawnService } from '../support/spawnService.ts'

const aFolder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'rollcall-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { child, output } = spawnCommandLine(args, env)
  const [code] = await once(child, 'exit')
  return { code, output: output() }
}

it('prints the ready line as JSON, stops cleanly on SIGTERM, and says so', async () => {
  const dataDir = aFolder()
  const service = await spawnService(dataDir)
  expect(service.ready).toEqual({
    event: 'ready',
    scimUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/default\/scim\/v2$/),
    consoleUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?ticket=[\w-]{43}$/),
    dataDir,
    pid: service.child.pid,
  })
  expect(await service.end('SIGTERM')).toBe(0)
  const lines = service.output().trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['ready', 'stopped'])
})

it('stops cleanly too once it searches on a thread of its own', async () => {
  const service = await spawnService(aFolder(), { env: { ROLLCALL_TOKEN: 'a-token-of-the-environment' } })
  await createScimClient(service.ready.scimUrl, 'a-token-of-the-environment').post('/Users', aUser())
  await expect.poll(() => existsSync(join(service.ready.dataDir, 'rollcall-text.db')), { timeout: 10_000 }).toBe(true)
  expect(await service.end('SIGTERM')).toBe(0)
  const lines = service.output().trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['ready', 'stopped'])
})

it('keeps an acknowledged create through kill -9, findable in other case', async () => {
  const dataDir = aFolder()
  const first = await spawnService(dataDir, { env: { ROLLCALL_TOKEN: 'a-token-of-the-environment' } })
  const created = await createScimClient(first.ready.scimUrl, 'a-token-of-the-environment').post('/Users', aUser())
  expect(created.status).toBe(201)
  expect(await first.end('SIGKILL')).toBeNull()

  const second = await spawnService(dataDir, { env: { ROLLCALL_TOKEN: 'a-token-of-the-environment' } })
  const found = await createScimClient(second.ready.scimUrl, 'a-token-of-the-environment').get(
    '/Users?filter=userName%20eq%20%22MAYA.LINDQVIST@EXAMPLE.COM%22',
  )
  expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: created.body['id'] }] })
  await second.end('SIGTERM')
})

it('leaves neither a token nor a password in the data folder or in any output', async () => {
  const dataDir = aFolder()
  const token = 'a-token-of-the-environment-that-is-long'
  const service = await spawnService(dataDir, { env: { ROLLCALL_TOKEN: token } })
  const scim = createScimClient(service.ready.scimUrl, token)
  const { id } = await scim.post('/Users', aUser({ password: 'Xk29dmQaSecret' }))
  await scim.put(`/Users/${id}`, aUser({ password: 'Xk29dmQaSecret' }))
  await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'password', value: 'Xk29dmQaSecret' }))
  expect((await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'title', value: token }))).status).toBe(400)
  await createScimClient(service.ready.scimUrl.replace('/default/', '/elsewhere/'), token).get(`/Users/${token}`)
  await scim.get(`/Users/${token}`)
  await scim.post('/Users', '{"userName":"broken","password":"Xk29dmQaSecret",')
  await scim.get(`/Users?access_token=${token}&filter=password%20eq%20%22Xk29dmQaSecret%22`)
  await createScimClient(service.ready.scimUrl, `${token}x`).get('/Users')
  await createScimClient(service.ready.scimUrl).get('/Users', {
    Authorization: `Bearer Bearer ${token}`,
    Cookie: token,
    'X-Api-Key': token,
  })
  await service.end('SIGTERM')
  for (const name of readdirSync(dataDir)) {
    const content = readFileSync(join(dataDir, name), 'latin1')
    expect(content.includes('Xk29dmQaSecret'), `password in ${name}`).toBe(false)
    expect(content.includes(token), `token in ${name}`).toBe(false)
  }
  expect(service.output()).not.toContain(token)
  expect(service.output()).not.toContain('Xk29dmQaSecret')
})

it('ends with 2 and names the argument at fault', { timeout: 30_000 }, async () => {
  expect(await run(['--scim-port', 'many'])).toMatchObject({ code: 2, output: expect.stringContaining('--scim-port') })
  expect(await run(['--colour', 'red'])).toMatchObject({ code: 2, output: expect.stringContaining('--colour') })
  expect(await run(['--public-url', 'https://acme.example.com/scim'])).toMatchObject({
    code: 2,
    output: expect.stringContaining('--public-url'),
  })
  expect(await run([], { ROLLCALL_TOKEN: 'two words' })).toMatchObject({
    code: 2,
    output: expect.stringContaining('ROLLCALL_TOKEN'),
  })
})

it('ends with 3 and names the port that is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  for (const option of ['--scim-port', '--console-port']) {
    const other = option === '--scim-port' ? '--console-port' : '--scim-port'
    const { code, output } = await run(['--data', aFolder(), option, String(port), other, '0'])
    expect([code, output]).toEqual([3, expect.stringMatching(new RegExp(`${port}.*${option}`))])
    expect(output.trim().split('\n')).toHaveLength(1)
  }
})

it('ends with 4 for a data folder that another Rollcall uses, which goes on undisturbed', async () => {
  const dataDir = aFolder()
  const first = await spawnService(dataDir)
  const { code, output } = await run(['--data', dataDir, '--scim-port', '0', '--console-port', '0'])
  expect([code, output]).toEqual([4, expect.stringContaining(dataDir)])
  expect((await fetch(`${first.ready.scimUrl}/ServiceProviderConfig`)).status).toBe(200)
  await first.end('SIGTERM')
})

it('ends with 4 for a database that a newer program wrote', async () => {
  const dataDir = aFolder()
  const db = new BetterSqlite3(join(dataDir, 'rollcall.db'))
  db.pragma('user_version = 9999')
  db.close()
  expect(await run(['--data', dataDir, '--scim-port', '0', '--console-port', '0'])).toMatchObject({
    code: 4,
    output: expect.stringMatching(/newer/),
  })
})

it('ends with 1 and names the folder that cannot be used', async () => {
  const file = join(aFolder(), 'a-file')
  writeFileSync(file, '')
  chmodSync(file, 0o400)
  expect(await run(['--data', file])).toMatchObject({ code: 1, output: expect.stringContaining(file) })
})

it('prints a new console link of the running service from another process', async () => {
  const dataDir = aFolder()
  const service = await spawnService(dataDir)
  const { code, output } = await run(['--link', '--data', dataDir])
  expect(code).toBe(0)
  const link = new URL(output.trim())
  expect(link.origin).toBe(new URL(service.ready.consoleUrl).origin)
  const opened = await fetch(`${link.origin}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: link.origin },
    body: JSON.stringify({ ticket: link.searchParams.get('ticket') }),
  })
  expect(await opened.json()).toEqual({ opened: true })
  await service.end('SIGTERM')
  expect(await run(['--link', '--data', dataDir])).toMatchObject({ code: 1, output: expect.stringContaining(dataDir) })
})
