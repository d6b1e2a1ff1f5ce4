// `npm run simulate`: what people script against
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SimulatorMistake, SimulatorProfile } from '#contract/setup.ts'
import { spawnCommandLine } from '../support/spawnService.ts'
import { startService } from '../support/startService.ts'

const entry = join(import.meta.dirname, '../../server/simulate.ts')

/** Runs it to its end. @returns the exit code and, of its output, the line of JSON */
async function simulate(...args: readonly string[]) {
  const { child, output } = spawnCommandLine([...args], {}, entry)
  const [code] = await once(child, 'close')
  const json = output()
    .split('\n')
    .find((line) => line.startsWith('{'))
  return { code, output: output(), summary: json === undefined ? undefined : JSON.parse(json) }
}

const fast = ['--rate', '100', '--json']

it('brings over 30 people as Entra ID does, marks all of it, and says so in one line', async () => {
  const { running, scimUrl, token, exchanges } = await startService()
  const args = ['--as', 'entra', '--users', '30', '--groups', '2', '--url', scimUrl, '--token', token]
  const { code, summary } = await simulate(...args, ...fast)
  const arrived = exchanges()
  expect(code).toBe(0)
  expect(summary).toEqual({
    event: 'finished',
    run: expect.stringMatching(/^[0-9a-f-]{36}$/),
    profile: 'entra',
    mistake: null,
    sent: arrived.length,
    durationMs: expect.any(Number),
    message: null,
  })
  expect(new Set(arrived.map(({ simulation, caller }) => `${simulation} ${caller}`))).toEqual(new Set([`${summary.run} entra`]))
  const { counts, learners } = running.service.stores.resources.listLearners(1, { search: '', offset: 0, limit: 100 })
  expect(counts).toEqual({ active: 29, archived: 1, deleted: 0 })
  expect(learners.every(({ simulated }) => simulated)).toBe(true)
})

it('finds its own people again, says in a sentence how it ended, and names no token', async () => {
  const { scimUrl, token } = await startService()
  const args = ['--as', 'okta-aiw', '--url', scimUrl, '--token', token, '--rate', '100']
  await simulate(...args)
  const { code, output } = await simulate(...args)
  expect(code).toBe(0)
  expect(output).toMatch(/^Finished: \d+ requests sent as okta-aiw in \d+\.\d s \(run [0-9a-f-]{36}\)\.\n$/)
  expect(output).not.toContain(token)
})

it.each(['wrong-token', 'wrong-path', 'duplicate'])(
  'makes the mistake %s and ends with 0, because it came about',
  async (mistake) => {
    const { scimUrl, token, exchanges } = await startService()
    const run = await simulate('--as', 'okta-oin', '--mistake', mistake, '--url', scimUrl, '--token', token, ...fast)
    expect(run).toMatchObject({ code: 0, summary: { event: 'finished', mistake } })
    expect(exchanges().filter(({ status }) => status >= 400).length).toBe(1)
  },
)

it('stops at somebody whom it did not make', async () => {
  const { scim, scimUrl, token } = await startService()
  await scim.post('/Users', { schemas: [], userName: 'maya.lindqvist@example.com', externalId: 'somebody' })
  const { code, summary } = await simulate('--as', 'entra', '--url', scimUrl, '--token', token, ...fast)
  expect(code).toBe(1)
  expect(summary).toMatchObject({ event: 'failed', message: expect.stringContaining('the simulator did not make') })
})

it('ends with 1 and the reason where nobody listens, and where it is not let in', async () => {
  const unreachable = await simulate('--as', 'keycloak', '--url', 'http://127.0.0.1:1/scim/v2', '--token', 'x', ...fast)
  expect(unreachable).toMatchObject({ code: 1, summary: { event: 'failed', sent: 0 } })
  expect(unreachable.summary.message).toMatch(/^While creating Maya Lindqvist, the SCIM endpoint could not be reached: /)
  const { scimUrl } = await startService()
  const refused = await simulate('--as', 'onelogin', '--url', scimUrl, '--token', 'x', ...fast)
  expect(refused).toMatchObject({ code: 1, summary: { event: 'failed', sent: 1 } })
  expect(refused.summary.message).toMatch(/^While testing the connection, the answer was 401: /)
})

it('ends with 1 when a signal cancels it', async () => {
  const { scimUrl, token, exchanges } = await startService()
  const args = ['--as', 'entra', '--users', '50', '--rate', '20', '--url', scimUrl, '--token', token, '--json']
  const { child, output } = spawnCommandLine(args, {}, entry)
  while (exchanges().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill('SIGINT')
  expect(await once(child, 'close')).toEqual([1, null])
  expect(JSON.parse(output())).toMatchObject({ event: 'cancelled', message: null })
})

const complete = ['--as', 'entra', '--url', 'http://127.0.0.1:1/scim/v2', '--token', 'x']

it.each([
  [['--as', 'nobody'], '--as takes one of okta-aiw,'],
  [complete.slice(0, 4), '--token takes a token'],
  [[...complete, '--token', 'Bearer x'], '--token takes a token'],
  [[...complete, '--url', 'example.com/scim'], '--url takes the SCIM URL'],
  [[...complete, '--users', '0'], '--users takes a number from 1 to 5000.'],
  [[...complete, '--groups', 'all'], '--groups takes a number from 0 to 100.'],
  [[...complete, '--rate', '1e3'], '--rate takes a number from 1 to 100.'],
  [[...complete, '--mistake', 'all'], '--mistake takes one of wrong-token,'],
  [[...complete, '--speed', '3'], "Unknown option '--speed'"],
])('ends with 2 and names the argument at fault: %j', async (args, message) => {
  const { code, output } = await simulate(...args)
  expect(code).toBe(2)
  expect(output).toContain(message)
})

it('names every profile and every mistake in its help', async () => {
  const { code, output } = await simulate('--help')
  expect(code).toBe(0)
  for (const name of [...SimulatorProfile.options, ...SimulatorMistake.options]) expect(output).toContain(name)
})
