import { expect, it } from 'vitest'
import { startConsole } from '../support/aConsole.ts'

it('opens a session by the ticket of a link and sets a cookie that scripts and other sites cannot use', async () => {
  const { newTicket, service, stranger } = await startConsole()
  const reply = await stranger('POST', '/api/session', { body: { ticket: newTicket() } })
  expect(reply).toMatchObject({ status: 200, body: { opened: true } })
  const [pair, ...attributes] = reply.headers['set-cookie']?.[0]?.split('; ') ?? []
  expect(pair).toMatch(new RegExp(`^rollcall_${service.stores.folderId()}=[\\w-]{43}$`))
  expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']))
  expect(attributes.some((attribute) => attribute.startsWith('Domain'))).toBe(false)
})

it('prints links of the address that the console listens on, each with a ticket of its own', async () => {
  const { address, sessions } = await startConsole()
  const links = [sessions.newLink(), sessions.newLink()]
  for (const link of links) expect(link).toMatch(new RegExp(`^http://${address}/\\?ticket=[\\w-]{43}$`))
  expect(new Set(links).size).toBe(2)
})

it('takes a ticket once', async () => {
  const { newTicket, stranger } = await startConsole()
  const body = { ticket: newTicket() }
  await stranger('POST', '/api/session', { body })
  const again = await stranger('POST', '/api/session', { body })
  expect(again).toMatchObject({ status: 200, body: { opened: false } })
  expect(again.headers['set-cookie']).toBeUndefined()
})

it('takes a ticket for ten minutes', async () => {
  let time = '2026-11-20T12:00:00.000Z'
  const { newTicket, stranger } = await startConsole({ now: () => time })
  const [early, late] = [newTicket(), newTicket()]
  time = '2026-11-20T12:09:59.000Z'
  expect((await stranger('POST', '/api/session', { body: { ticket: early } })).body).toEqual({ opened: true })
  time = '2026-11-20T12:10:01.000Z'
  expect((await stranger('POST', '/api/session', { body: { ticket: late } })).body).toEqual({ opened: false })
})

it('keeps the session of a page that is loaded again with its used ticket', async () => {
  const { call } = await startConsole()
  expect(await call('POST', '/api/session', { body: { ticket: 'used' } })).toMatchObject({ status: 200, body: { opened: true } })
})

it('knows a session again after a restart', async () => {
  const before = await startConsole()
  const after = await startConsole({ db: before.service.db })
  expect((await after.callAs(before.cookie)('GET', '/api/status')).status).toBe(200)
})

it('opens nothing from the page of another site', async () => {
  const { newTicket, stranger } = await startConsole()
  const reply = await stranger('POST', '/api/session', {
    headers: { origin: 'https://elsewhere.example' },
    body: { ticket: newTicket() },
  })
  expect(reply).toMatchObject({ status: 403, body: { error: 'forbidden' } })
})

it('stores neither tickets nor sessions in clear', async () => {
  const { cookie, newTicket, service } = await startConsole()
  const stored = service.db.serialize().toString('latin1')
  expect(stored).not.toContain(cookie.split('=')[1])
  expect(stored).not.toContain(newTicket())
})
