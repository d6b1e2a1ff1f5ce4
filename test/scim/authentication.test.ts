// RFC 7644 §2, RFC 6750: who is let in, and what the others are told
import { describe, expect, it } from 'vitest'
import { createScimClient } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

describe('a request without a usable token', () => {
  const cases: [string, (token: string) => string | undefined, string, RegExp][] = [
    ['no Authorization header', () => undefined, 'missing', /missing/],
    [
      'a wrong token',
      () => 'Bearer rollcall_0000000000000000000000000000000000000000000',
      'unknown',
      /not one of this connection/,
    ],
    ['the word Bearer twice', (token) => `Bearer Bearer ${token}`, 'doubledScheme', /stands twice/],
    ['the token alone', (token) => token, 'noScheme', /without the word Bearer/],
    ['a quoted token', (token) => `Bearer "${token}"`, 'quoted', /quotes/],
    ['a token with a space inside', (token) => `Bearer ${token.slice(0, 20)} ${token.slice(20)}`, 'containsSpace', /space/],
    ['a cut token', (token) => `Bearer ${token.slice(0, -5)}`, 'cut', /not whole/],
    ['Basic', (token) => `Basic ${btoa(`user:${token}`)}`, 'wrongScheme', /another scheme/],
    ['Bearer and nothing else', () => 'Bearer', 'empty', /no token follows/],
  ]

  it.each(cases)('is answered 401 for %s, says so, and is recorded with the reason', async (_name, header, why, detail) => {
    const { scimUrl, token, running, lastExchange } = await startService()
    const authorization = header(token)
    const reply = await createScimClient(scimUrl).get(
      '/Users',
      authorization === undefined ? {} : { Authorization: authorization },
    )
    expect(reply.status).toBe(401)
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(reply.headers.get('content-type')).toMatch(/^application\/scim\+json/)
    expect(reply.body).toMatchObject({ status: '401', detail: expect.stringMatching(detail) })
    expect(reply.text).not.toContain(token)

    const last = lastExchange()
    expect(last).toMatchObject({ status: 401, title: expect.any(String) })
    expect(running.service.stores.exchanges.get(last.id)).toMatchObject({ refusedCredential: why })
  })

  it('is told apart by an old token, after a reset that ended it', async () => {
    const { scim, running, lastExchange } = await startService()
    running.service.tokens.reset(1, 0)
    const reply = await scim.get('/Users')
    expect(reply).toMatchObject({ status: 401, body: { detail: expect.stringMatching(/replaced or revoked/) } })
    expect(running.service.stores.exchanges.get(lastExchange().id)).toMatchObject({ refusedCredential: 'revoked' })
  })
})

it('accepts the old and the new token while a reset gives them an overlap', async () => {
  const { scim, scimUrl, running } = await startService()
  const { secret } = running.service.tokens.reset(1, 60)
  expect((await scim.get('/Users')).status).toBe(200)
  expect((await createScimClient(scimUrl, secret).get('/Users')).status).toBe(200)
})

it('accepts the scheme in any case and several spaces after it, the latter as a named tolerance', async () => {
  const { scimUrl, token, running, lastExchange } = await startService()
  const reply = await createScimClient(scimUrl).get('/Users', { Authorization: `bearer   ${token}` })
  expect(reply.status).toBe(200)
  expect(running.service.stores.exchanges.get(lastExchange().id)?.tolerances).toMatchObject([{ name: 'spaces-after-bearer' }])
})

it('answers ServiceProviderConfig without a token, and no other path', async () => {
  const { scimUrl } = await startService()
  const stranger = createScimClient(scimUrl)
  expect((await stranger.get('/ServiceProviderConfig')).status).toBe(200)
  for (const path of ['/Users', '/Groups', '/Schemas', '/ResourceTypes', '/nothing']) {
    expect((await stranger.get(path)).status).toBe(401)
  }
})

it('takes ROLLCALL_TOKEN as a token of connection default: the same value changes nothing, a new one replaces it', async () => {
  const { running, scimUrl } = await startService({ environmentToken: 'first-token' })
  expect((await createScimClient(scimUrl, 'first-token').get('/Users')).status).toBe(200)
  const environment = () => running.service.tokens.list(1).filter(({ kind }) => kind === 'environment')
  running.service.tokens.setEnvironmentToken(1, 'first-token')
  expect(environment()).toHaveLength(1)
  running.service.tokens.setEnvironmentToken(1, 'second-token')
  expect(environment().map(({ status }) => status)).toEqual(['active', 'revoked'])
  expect((await createScimClient(scimUrl, 'first-token').get('/Users')).status).toBe(401)
  expect((await createScimClient(scimUrl, 'second-token').get('/Users')).status).toBe(200)
})
