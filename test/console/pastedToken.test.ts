import { expect, it } from 'vitest'
import { startConsole } from '../support/aConsole.ts'
import { anExchange } from '../support/anExchange.ts'

const of = '/api/connections/default'

it.each([
  ['the name of a connection', 'PATCH', of, (name: string) => ({ name })],
  ['the name of a new connection', 'POST', '/api/connections', (name: string) => ({ name, slug: 'acme' })],
  ['the name of a view', 'POST', `${of}/views`, (name: string) => ({ name, filter: {} })],
  ['the filter of a view', 'POST', `${of}/views`, (text: string) => ({ name: 'Mine', filter: { text } })],
  ['a note', 'PATCH', `${of}/exchanges/1/mark`, (note: string) => ({ note })],
  ['why a cause is ignored', 'PUT', `${of}/errors/ignored/x`, (note: string) => ({ note, by: 'me', lastExchangeId: 1 })],
])('refuses a token that was pasted into %s, and stores nothing of it', async (_, method, path, toBody) => {
  const console = await startConsole()
  const { service } = console
  service.stores.exchanges.insert(anExchange({ connectionId: 1 }))
  const { secret } = service.tokens.issue(1, 'screen', { label: 'screen', expiresAt: null })
  service.tokens.setEnvironmentToken(1, 'a-token-of-their-own')
  for (const token of [secret, secret.slice(0, 30), 'a-token-of-their-own']) {
    const { status, body } = await console.call(method, path, { body: toBody(`see ${token}.`) })
    expect({ status, body }).toEqual({
      status: 400,
      body: { error: 'invalid', message: 'The text holds a token, and tokens are never stored: leave it out.' },
    })
  }
  expect((await console.call(method, path, { body: toBody('see below') })).status).toBe(200)
  expect(service.db.serialize().includes(secret.slice(0, 30))).toBe(false)
})
