// RFC 7644 §3.1, §3.12: what cannot be read is answered as SCIM JSON and recorded
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { aPatch, aUser } from '../support/aUser.ts'
import { startService, type TestService } from '../support/startService.ts'

/** Sends bytes as they are and reads until the other side closes. */
function sendRaw(service: TestService, text: string | Buffer): Promise<string> {
  const [host, port] = service.running.service.addresses.scim.split(':')
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect({ host: host ?? '', port: Number(port) }, () => socket.write(text))
    socket.on('data', (data) => {
      received += data.toString()
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
}

const cases: [string, (service: TestService) => Promise<{ status: number; body: object }>, number, RegExp][] = [
  ['broken JSON', ({ scim }) => scim.post('/Users', '{"userName":"a",}'), 400, /position|character|line/],
  ['an empty body', ({ scim }) => scim.post('/Users', ''), 400, /empty/],
  ['a list as body', ({ scim }) => scim.post('/Users', '[]'), 400, /object/],
  [
    'a wrong media type',
    ({ scim }) => scim.post('/Users', 'userName=a', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    415,
    /x-www-form-urlencoded/,
  ],
  ['a path that does not exist', ({ scim }) => scim.get('/Persons'), 404, /Persons/],
  ['a doubled prefix', ({ scim }) => scim.get('/scim/v2/Users'), 404, /scim\/v2/],
  ['a method not offered', ({ scim }) => scim.delete('/Users'), 405, /DELETE/],
  ['a body over 1 MiB', ({ scim }) => scim.post('/Users', aUser({ title: 'x'.repeat(1024 * 1024) })), 413, /1 MiB/],
  ['a filter that cannot be parsed', ({ scim }) => scim.get('/Users?filter=userName%20eq'), 400, /filter|position|character/i],
  ['a filter on an unknown attribute', ({ scim }) => scim.get('/Users?filter=shoeSize%20eq%20%2241%22'), 400, /shoeSize/],
  ['a path with a broken escape', ({ scim }) => scim.get('/Users/%zz'), 400, /percent/],
  ['a count that is no number', ({ scim }) => scim.get('/Users?count=many'), 400, /count/],
  [
    'a PATCH of an unknown path',
    async ({ scim }) => {
      const { id } = await scim.post('/Users', aUser())
      return scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'shoeSize', value: '41' }))
    },
    400,
    /shoeSize/,
  ],
]

describe('a request that cannot be served', () => {
  it.each(cases)('%s: a SCIM error whose detail names what is at fault, and a row', async (_name, send, status, detail) => {
    const service = await startService()
    const reply = await send(service)
    expect(reply).toMatchObject({ status, body: { status: String(status), detail: expect.stringMatching(detail) } })
    const last = service.lastExchange()
    expect(last).toMatchObject({ status, title: expect.any(String) })
    expect(last.sentence).not.toBe('')
  })

  it('of a connection that does not exist is answered 404, and every connection shows it', async () => {
    const service = await startService()
    const reply = await fetch(`${service.scimUrl.replace('/default/', '/acme/')}/Users`)
    expect(reply.status).toBe(404)
    expect(reply.headers.get('content-type')).toMatch(/scim\+json/)
    expect(service.lastExchange()).toMatchObject({ status: 404, title: expect.any(String) })
  })

  it('with the token means nothing where its path misses the endpoint, so that it proves no connection', async () => {
    const service = await startService()
    await service.scim.get('/scim/v2/Users?startIndex=1&count=2')
    expect(service.lastExchange()).toMatchObject({ status: 404, action: 'unknown', tokenLastFour: service.token.slice(-4) })
  })

  it('that stops half-way is recorded as aborted', async () => {
    const service = await startService()
    const [host, port] = service.running.service.addresses.scim.split(':')
    const head = `POST /default/scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${service.token}\r\nContent-Type: application/scim+json\r\nContent-Length: 500\r\n\r\n{"userName":`
    await new Promise<void>((resolve) => {
      const socket = connect({ host: host ?? '', port: Number(port) }, () => {
        socket.write(head, () => socket.destroy())
      })
      socket.on('close', () => resolve())
    })
    await expect.poll(() => service.exchanges().length).toBe(1)
    expect(service.lastExchange()).toMatchObject({ status: 0, method: 'POST', title: expect.any(String) })
  })
})

describe('what Node’s own parser refuses', () => {
  it.each([
    ['bytes of TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]), '400', /TLS/],
    ['something that is not HTTP', 'hello there\r\n\r\n', '400', /HTTP/],
    ['CONNECT', 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n', '405', /CONNECT/],
    ['headers without end', `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, '431', /16 KiB/],
  ])('%s: SCIM JSON and a row', async (_name, bytes, status, detail) => {
    const service = await startService()
    const reply = await sendRaw(service, bytes)
    expect(reply).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(reply).toContain('application/scim+json')
    expect(JSON.parse(reply.slice(reply.indexOf('\r\n\r\n')))).toMatchObject({ status, detail: expect.stringMatching(detail) })
    expect(service.lastExchange()).toMatchObject({ status: Number(status), title: expect.any(String) })
  })
})

it('reads /users, // and a slash at the end as the endpoint they mean, and names the tolerance', async () => {
  const { scim, running, lastExchange } = await startService()
  for (const [path, name] of [
    ['/users', 'path-case'],
    ['//Users', 'doubled-slash'],
    ['/Users/', 'trailing-slash'],
  ] as const) {
    expect((await scim.get(path)).status).toBe(200)
    expect(running.service.stores.exchanges.get(lastExchange().id)?.tolerances).toMatchObject([{ name }])
  }
})

it('answers HEAD as GET without a body, and OPTIONS with what a path offers', async () => {
  const { scim } = await startService()
  expect(await scim.send('HEAD', '/Users')).toMatchObject({ status: 200, text: '' })
  const options = await scim.send('OPTIONS', '/Users')
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'HEAD, GET, POST, OPTIONS'])
})

it('never redirects, whatever the path is (a redirect loses the token)', async () => {
  const { scimUrl, token } = await startService()
  const root = scimUrl.replace('/default/scim/v2', '')
  for (const path of [
    '',
    '/',
    '/default',
    '/default/scim/v2',
    '/default/scim/v2/',
    '/default/scim/v2/Users/',
    '//default//scim/v2//Users',
  ]) {
    for (const method of ['GET', 'POST']) {
      const reply = await fetch(root + path, { method, redirect: 'manual', headers: { Authorization: `Bearer ${token}` } })
      expect([path, reply.status < 300 || reply.status >= 400]).toEqual([path, true])
      expect(reply.headers.get('content-type')).toMatch(/^application\/scim\+json/)
    }
  }
})

it.each(['utf-8', 'UTF-8', '"utf-8"', 'iso-8859-1', 'us-ascii', 'utf-16le'])(
  'reads a body in the charset that it names: %s',
  async (charset) => {
    const { scimUrl, token } = await startService()
    const encoding = charset === 'utf-16le' ? 'utf16le' : charset === 'iso-8859-1' ? 'latin1' : 'utf8'
    const displayName = charset === 'us-ascii' ? 'Zoe' : 'Zoë'
    for (const mediaType of ['application/scim+json', 'application/json']) {
      const reply = await fetch(`${scimUrl}/Users`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': `${mediaType}; charset=${charset}` },
        body: Buffer.from(JSON.stringify(aUser({ userName: mediaType, displayName })), encoding),
      })
      expect([reply.status, await reply.json()]).toMatchObject([201, { displayName }])
    }
  },
)
