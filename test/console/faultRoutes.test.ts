import { expect, it } from 'vitest'
import { listen, startConsole } from '../support/aConsole.ts'

const path = '/api/connections/default/faults'

it('arms faults, lists them with what is left and disarms them, and tells each change', async () => {
  const console = await startConsole()
  const events = listen(console)
  const armed = await console.call('POST', path, { body: { kind: '429', action: 'created', count: 2, seconds: 5 } })
  const fault = { kind: '429', action: 'created', count: 2, left: 2, seconds: 5, expiresAt: '2026-11-20T12:15:00.000Z' }
  expect(armed).toMatchObject({ status: 200, body: [fault] })
  await console.call('POST', path, { body: { kind: 'delay', action: 'any', count: 1 } })
  const [first, second] = (await console.call('GET', path)).body as { id: number; seconds: number }[]
  expect(second?.seconds).toBe(30)
  expect((await console.call('DELETE', `${path}/${first?.id}`)).body).toMatchObject([{ kind: 'delay' }])
  expect((await console.call('DELETE', `${path}/${first?.id}`)).status).toBe(404)
  expect((await console.call('DELETE', path)).body).toEqual([])
  expect(events.map((event) => event.type === 'faultsChanged' && event.faults.length)).toEqual([1, 2, 1, 0])
})

it.each([
  [{ kind: '418', action: 'any', count: 1 }],
  [{ kind: '429', action: 'eaten', count: 1 }],
  [{ kind: '429', action: 'any', count: 0 }],
  [{ kind: '429', action: 'any', count: 1001 }],
  [{ kind: 'delay', action: 'any', count: 1, seconds: 121 }],
])('refuses %j', async (body) => {
  const console = await startConsole()
  expect((await console.call('POST', path, { body })).status).toBe(400)
  expect(console.service.faults.isArmed).toBe(false)
})
