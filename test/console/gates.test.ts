import { describe, expect, it } from 'vitest'
import { consoleRoutes } from '#contract/console.ts'
import { startConsole } from '../support/aConsole.ts'

describe('the host gate', () => {
  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('lets in who asks for %s with our port', async (name) => {
    const { call, port } = await startConsole()
    expect((await call('GET', '/api/status', { headers: { host: `${name}:${port}` } })).status).toBe(200)
  })

  it.each(['rebound.example', '127.0.0.1.rebound.example', 'localhost.', '127.0.0.2'])(
    'refuses the host %s, pages included',
    async (name) => {
      const { call, port } = await startConsole()
      const headers = { host: `${name}:${port}` }
      expect(await call('GET', '/api/status', { headers })).toMatchObject({ status: 403, body: { error: 'forbidden' } })
      expect((await call('GET', '/', { headers })).status).toBe(403)
      expect((await call('POST', '/api/session', { headers, body: { ticket: 'any' } })).status).toBe(403)
    },
  )

  it('refuses our name with a port that is not ours, or none', async () => {
    const { call, port } = await startConsole()
    expect((await call('GET', '/api/status', { headers: { host: `127.0.0.1:${port + 1}` } })).status).toBe(403)
    expect((await call('GET', '/api/status', { headers: { host: '127.0.0.1' } })).status).toBe(403)
  })
})

describe('the origin gate', () => {
  const body = { theme: 'dark' }

  it('refuses a call that changes something from the page of another site, session or not', async () => {
    const { call } = await startConsole()
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect(await call('PATCH', '/api/preferences', { headers, body })).toMatchObject({
      status: 403,
      body: { error: 'forbidden' },
    })
  })

  it('refuses the page of another local server, although the browser brings our cookie along', async () => {
    const { call, port } = await startConsole()
    const headers = { origin: `http://127.0.0.1:${port + 1}`, 'sec-fetch-site': 'same-site' }
    expect((await call('PATCH', '/api/preferences', { headers, body })).status).toBe(403)
  })

  it('refuses a call that does not say where it comes from', async () => {
    const { call } = await startConsole()
    expect((await call('PATCH', '/api/preferences', { headers: { origin: undefined }, body })).status).toBe(403)
    expect((await call('PATCH', '/api/preferences', { headers: { origin: 'null' }, body })).status).toBe(403)
  })

  it('takes the word of the browser that the call comes from our own page', async () => {
    const { call } = await startConsole()
    const headers = { origin: undefined, 'sec-fetch-site': 'same-origin' }
    expect((await call('PATCH', '/api/preferences', { headers, body })).status).toBe(200)
  })

  it('keeps the stream from pages of others, however its path is spelt', async () => {
    const { call } = await startConsole()
    const headers = { origin: undefined, 'sec-fetch-site': 'same-site' }
    expect((await call('GET', '/api/stream', { headers })).status).toBe(403)
    expect((await call('GET', '/api/STREAM/', { headers })).status).toBe(403)
  })

  it('allows no other site to read a reply', async () => {
    const { call } = await startConsole()
    const { headers } = await call('GET', '/api/status', { headers: { origin: 'https://elsewhere.example' } })
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })
})

describe('the session gate', () => {
  const calls = Object.entries(consoleRoutes)
    .filter(([name]) => name !== 'openSession')
    .map(([name, { method, path }]) => ({ name, method, path: path.replace(':connection', 'default').replace(/:\w+/, '1') }))

  it.each([
    ...calls,
    { name: 'the stream', method: 'GET', path: '/stream' },
    { name: 'an unknown call', method: 'GET', path: '/nothing' },
  ])('answers 401 noSession to $name without a session', async ({ method, path }) => {
    const { stranger } = await startConsole()
    expect(await stranger(method, `/api${path}`)).toMatchObject({ status: 401, body: { error: 'noSession' } })
  })

  it('takes neither a SCIM token nor a cookie of another name or value', async () => {
    const { callAs, cookie, service, stranger } = await startConsole()
    const { secret } = service.tokens.issue(1, 'screen', { label: 'any', expiresAt: null })
    expect((await stranger('GET', '/api/status', { headers: { authorization: `Bearer ${secret}` } })).status).toBe(401)
    const [name, value] = cookie.split('=')
    expect((await callAs(`${name}=${secret}`)('GET', '/api/status')).status).toBe(401)
    expect((await callAs(`other=${value}`)('GET', '/api/status')).status).toBe(401)
  })

  it('finds the session among cookies of other local servers, even one of the same name', async () => {
    const { callAs, cookie } = await startConsole()
    const [name] = cookie.split('=')
    expect((await callAs(`theirs=1; ${name}=planted; ${cookie}`)('GET', '/api/status')).status).toBe(200)
  })
})
