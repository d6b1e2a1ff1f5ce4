// A pipeline holds an integration: the service waits, and its exit code says whether it worked
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aPatch, aUser } from '../support/aUser.ts'
import { createScimClient } from '../support/scimClient.ts'
import { spawnCommandLine, spawnService } from '../support/spawnService.ts'

const token = 'a-token-of-the-environment'

const aFolder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'rollcall-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

async function startWaiting(args: readonly string[], dataDir = aFolder()) {
  const service = await spawnService(dataDir, {
    args: ['--ngrok-port', '1', '--cloudflared-port', '1', ...args],
    env: { ROLLCALL_TOKEN: token },
  })
  const ended = once(service.child, 'exit')
  return {
    service,
    scim: (headers: Record<string, string> = {}) => createScimClient(service.ready.scimUrl, token, headers),
    end: async () => {
      const [code] = await ended
      const lines = service.output().trim().split('\n')
      return { code, events: lines.map((line): { event: string; [name: string]: unknown } => JSON.parse(line)) }
    },
  }
}

async function createAndUpdate(scim: ReturnType<typeof createScimClient>): Promise<string> {
  const { id } = await scim.post('/Users', aUser())
  await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'displayName', value: 'Somebody else' }))
  return String(id)
}

const archive = (scim: ReturnType<typeof createScimClient>, id: string) =>
  scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'active', value: false }))

it('ends with 0 once all three were verified, and tells each as it comes', async () => {
  const { scim, end } = await startWaiting(['--wait-for', 'create,update,deactivate', '--timeout', '60s'])
  await archive(scim(), await createAndUpdate(scim()))
  const { code, events } = await end()
  expect(code).toBe(0)
  expect(events.map(({ event, action, state, result }) => [event, action ?? result, state].filter(Boolean).join(' '))).toEqual([
    'ready',
    'waiting',
    'proven create verified',
    'proven update verified',
    'proven deactivate verified',
    'waited proven',
    'stopped',
  ])
  expect(events[2]).toMatchObject({ exchange: { sentence: expect.stringContaining('created'), id: expect.any(Number) } })
})

it('ends with 1 when the time is over, names what is missing and gives the diagnosis', async () => {
  const { scim, end } = await startWaiting(['--wait-for', 'create,deactivate', '--timeout', '3s'])
  await createAndUpdate(scim())
  const { code, events } = await end()
  expect(code).toBe(1)
  const waited = events.find(({ event }) => event === 'waited')
  expect(waited).toMatchObject({ result: 'timedOut', missing: ['deactivate'] })
  expect(waited?.['diagnosis']).toMatchObject({
    answers: expect.arrayContaining([
      expect.objectContaining({ id: 'scimEnabled', finding: expect.stringMatching(/deactivat/i) }),
    ]),
    text: expect.stringContaining('Expected:'),
  })
})

it('says the same to people: what came on standard output, what is missing on standard error', async () => {
  const options = ['--scim-port', '0', '--console-port', '0', '--wait-for', 'create', '--timeout', '1s']
  const { child } = spawnCommandLine(['--data', aFolder(), ...options])
  let told = ''
  child.stderr.on('data', (data: Buffer) => {
    told += data.toString()
  })
  const [code] = await once(child, 'exit')
  expect([code, told]).toEqual([1, expect.stringMatching(/^Not done in time: create\.\n\nRollcall [\s\S]*Troubleshooting/)])
})

it('lets no simulated request count, unless it is told to', async () => {
  const simulation = { 'Rollcall-Simulation': 'a-run' }
  const strict = await startWaiting(['--wait-for', 'create', '--timeout', '2s'])
  await createAndUpdate(strict.scim(simulation))
  expect((await strict.end()).code).toBe(1)

  const lenient = await startWaiting(['--wait-for', 'create,update', '--timeout', '60s', '--accept-rehearsed'])
  await createAndUpdate(lenient.scim(simulation))
  const { code, events } = await lenient.end()
  expect([code, events[2]]).toEqual([0, expect.objectContaining({ action: 'create', state: 'rehearsed' })])
})

it('counts nothing that was proven before it was started', async () => {
  const dataDir = aFolder()
  const first = await startWaiting(['--wait-for', 'create', '--timeout', '60s'], dataDir)
  await createAndUpdate(first.scim())
  expect((await first.end()).code).toBe(0)
  const second = await startWaiting(['--wait-for', 'create', '--timeout', '1s'], dataDir)
  expect((await second.end()).code).toBe(1)
})

it('ends with 1 where it is stopped before', async () => {
  const { service } = await startWaiting(['--wait-for', 'create'])
  expect(await service.end('SIGTERM')).toBe(1)
})

it.each([
  [['--wait-for', 'create,delete'], '--wait-for takes create, update, deactivate, with commas between, not "delete".'],
  [['--wait-for', ''], '--wait-for takes'],
  [['--wait-for', 'create', '--timeout', 'soon'], '--timeout takes a time from 1s to 24h, such as 90s, 10m or 1h, not "soon".'],
  [['--wait-for', 'create', '--timeout', '0s'], 'not "0s".'],
  [['--wait-for', 'create', '--timeout', '25h'], 'not "25h".'],
  [['--timeout', '10m'], '--timeout goes with --wait-for.'],
  [['--accept-rehearsed'], '--accept-rehearsed goes with --wait-for.'],
  [['--wait-for', 'create', '--connection', 'acme'], '--connection: there is no connection "acme"'],
  [['--ngrok-port', '0'], '--ngrok-port takes a number from 1 to 65535, not "0".'],
])('ends with 2 for %s', async (args, message) => {
  const { child, output } = spawnCommandLine(['--data', aFolder(), '--scim-port', '0', '--console-port', '0', ...args])
  const [code] = await once(child, 'exit')
  expect([code, output()]).toEqual([2, expect.stringContaining(message)])
})
