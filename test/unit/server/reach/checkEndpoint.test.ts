import { createServer, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkEndpoint } from '../../../../server/reach/checkEndpoint.ts'
import { judgeReply } from '../../../../server/reach/judgeReply.ts'
import type { CheckOutcome } from '../../../../server/reach/outcome.ts'
import { createReachRegistry } from '../../../../server/reach/reachRegistry.ts'
import { toCheckWords } from '../../../../server/setup/outsideWords.ts'
import { aCertificate } from '../../../support/aCertificate.ts'
import { always, standIn } from '../../../support/standIn.ts'

const check = (url: string, options: { isCloud?: boolean; timeoutMs?: number; ca?: string } = {}) =>
  checkEndpoint(`${url}/default/scim/v2`, {
    registry: createReachRegistry(),
    kind: 'outside',
    isCloud: false,
    timeoutMs: 3_000,
    ...options,
  })

/** A server that speaks no HTTP of its own. */
async function rawServer(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const html = (title: string, body = '') => `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`
const page = { 'content-type': 'text/html; charset=utf-8' }
const config = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'] }

describe('before anything is sent', () => {
  it.each([
    'http://localhost:4747',
    'https://127.0.0.1',
    'https://192.168.1.7',
    'https://[::1]:8443',
    'https://nas',
    'https://a.local',
  ])('says that a cloud provider cannot reach %s', async (url) => {
    expect(await check(url, { isCloud: true })).toEqual({ kind: 'localAddress', host: new URL(url).host })
  })

  it('says that a cloud provider calls https alone', async () => {
    expect(await check('http://scim.example.com', { isCloud: true })).toEqual({ kind: 'notHttps' })
  })
})

describe('without a reply', () => {
  it('says that nobody knows the name', async () => {
    expect((await check('https://no-such-host.invalid')).kind).toMatch(/^(?:unknownName|noDns)$/)
  })

  it('says that nothing listens on the port', async () => {
    expect(await check('http://127.0.0.1:1')).toEqual({ kind: 'refused', host: '127.0.0.1', port: '1' })
  })

  it('gives up in time', async () => {
    const { url } = await standIn(() => undefined)
    expect(await check(url, { timeoutMs: 300 })).toEqual({ kind: 'timeout', seconds: 0.3 })
  })

  it('gives up in time on a reply that never ends', async () => {
    const { url } = await standIn((_req, res) => void res.writeHead(200, page).write('<html>'))
    expect(await check(url, { timeoutMs: 300 })).toEqual({ kind: 'timeout', seconds: 0.3 })
  })

  it('says that the connection was closed without an answer', async () => {
    expect(await check(`http://${await rawServer((socket) => socket.destroy())}`)).toEqual({ kind: 'cut' })
  })

  it('says that something else than HTTP answers', async () => {
    expect(await check(`http://${await rawServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'))}`)).toEqual({
      kind: 'notHttp',
    })
  })

  it('says that the port of https speaks no TLS', async () => {
    const { port } = await standIn(always(200, {}))
    expect(await check(`https://127.0.0.1:${port}`)).toEqual({ kind: 'notTls' })
  })
})

describe('certificates', () => {
  const longAgo = { from: new Date('2020-01-01'), until: new Date('2020-02-01') }
  const later = { from: new Date('2120-01-01'), until: new Date('2121-01-01') }

  it('names a self-signed one', async () => {
    const { url } = await standIn(always(200, {}), aCertificate())
    expect(await check(url)).toEqual({ kind: 'selfSigned' })
  })

  it('names one of an authority that nobody knows', async () => {
    const { url } = await standIn(always(200, {}), aCertificate({ issuer: aCertificate({ names: ['Own CA'] }) }))
    expect(await check(url)).toMatchObject({ kind: 'untrusted' })
  })

  it.each([
    ['an expired one', longAgo, { kind: 'expired' }],
    ['one that is not valid yet', later, { kind: 'notYetValid' }],
    ['one of another name', { names: ['scim.example.com'] }, { kind: 'wrongName', host: '127.0.0.1', names: 'scim.example.com' }],
  ] as const)('names %s', async (_name, parts, outcome) => {
    const authority = aCertificate({ names: ['Own CA'] })
    const { url } = await standIn(always(200, {}), aCertificate({ ...parts, issuer: authority }))
    expect(await check(url, { ca: authority.cert })).toEqual(outcome)
  })

  it('lets one pass that is trusted', async () => {
    const authority = aCertificate({ names: ['Own CA'] })
    const { url } = await standIn(always(200, page, html('Hello')), aCertificate({ issuer: authority }))
    expect(await check(url, { ca: authority.cert })).toMatchObject({ kind: 'htmlPage', title: 'Hello' })
  })
})

describe('a reply of somebody else', () => {
  it.each<[string, number, Record<string, string>, string, CheckOutcome]>([
    [
      'a redirect, without following it',
      301,
      { location: 'https://scim.example.com/default/scim/v2/ServiceProviderConfig?secret=1' },
      '',
      { kind: 'redirect', status: 301, to: 'https://scim.example.com/default/scim/v2/ServiceProviderConfig' },
    ],
    [
      'a sign-in that is redirected to',
      302,
      { location: 'https://login.microsoftonline.com/common/oauth2/authorize' },
      '',
      { kind: 'signIn', by: null, status: 302 },
    ],
    ['a sign-in that is asked for', 401, page, html('Unauthorized'), { kind: 'signIn', by: null, status: 401 }],
    [
      "ngrok's page that warns visitors",
      200,
      { ...page, 'ngrok-error-code': 'ERR_NGROK_6024' },
      html('You are about to visit'),
      { kind: 'warningPage' },
    ],
    [
      'ngrok without a tunnel',
      404,
      page,
      html('ngrok', 'The endpoint is offline. ERR_NGROK_3200'),
      { kind: 'tunnelOffline', by: 'ngrok', code: 'ERR_NGROK_3200' },
    ],
    [
      'ngrok whose port is closed',
      502,
      { ...page, 'ngrok-error-code': 'ERR_NGROK_8012' },
      html('ngrok'),
      { kind: 'tunnelWithoutTarget', by: 'ngrok', code: 'ERR_NGROK_8012' },
    ],
    [
      'Cloudflare without a tunnel',
      530,
      { 'content-type': 'text/plain' },
      'error code: 1033',
      { kind: 'tunnelOffline', by: 'cloudflared', code: '1033' },
    ],
    [
      'Cloudflare whose port is closed',
      502,
      { 'content-type': 'text/plain' },
      'error code: 502',
      { kind: 'tunnelWithoutTarget', by: 'cloudflared', code: '502' },
    ],
    ['a proxy whose port is closed', 503, {}, '', { kind: 'tunnelWithoutTarget', by: null, code: '503' }],
    ['a web page', 404, page, html('Not  Found'), { kind: 'htmlPage', status: 404, title: 'Not Found' }],
    [
      'a page that calls itself text',
      200,
      { 'content-type': 'text/plain' },
      html(''),
      { kind: 'htmlPage', status: 200, title: null },
    ],
    [
      'another SCIM endpoint',
      200,
      { 'content-type': 'application/scim+json' },
      JSON.stringify(config),
      { kind: 'otherScim', isRollcall: false },
    ],
    [
      'another service with JSON',
      200,
      { 'content-type': 'application/json; charset=utf-8' },
      '{"ok":true}',
      { kind: 'otherService', status: 200, mediaType: 'application/json' },
    ],
    ['a service without a word', 404, {}, '', { kind: 'otherService', status: 404, mediaType: null }],
  ])('knows %s', async (_name, status, headers, body, outcome) => {
    const { url } = await standIn(always(status, headers, body))
    expect(await check(url)).toEqual(outcome)
  })

  it('reads no more of a reply than its beginning', async () => {
    const { url } = await standIn((_req, res) => {
      res.writeHead(200, page).write(html('Large'))
      const more = setInterval(() => res.write('x'.repeat(32_000)), 1)
      res.on('close', () => clearInterval(more))
    })
    expect(await check(url)).toMatchObject({ kind: 'htmlPage', title: 'Large' })
  })

  it('is asked without User-Agent, cookie or token', async () => {
    let seen: NodeJS.Dict<string | string[]> = {}
    const { url } = await standIn((req, res) => {
      seen = req.headers
      res.end()
    })
    await check(url)
    expect(Object.keys(seen).toSorted()).toEqual(['accept', 'connection', 'host'])
  })
})

it('knows a private dev tunnel, and one that is gone, by the name of its host', () => {
  // Its names lead to the real service, so that only the judgement can be tried here.
  const url = new URL('https://abc-4747.euw.devtunnels.ms/default/scim/v2/ServiceProviderConfig')
  const judge = (status: number, headers = {}) => judgeReply({ status, headers, body: '' }, { url, arrivedAt: undefined })
  expect(judge(401)).toEqual({ kind: 'signIn', by: 'devtunnel', status: 401 })
  expect(judge(302, { location: 'https://global.rel.tunnels.api.visualstudio.com/auth/login' })).toMatchObject({
    by: 'devtunnel',
  })
  expect(judge(404)).toEqual({ kind: 'tunnelOffline', by: 'devtunnel', code: '404' })
  expect(judge(502)).toEqual({ kind: 'tunnelWithoutTarget', by: 'devtunnel', code: '502' })
})

it('has a sentence of its own for every end of a check, and something to do for every trouble', () => {
  const outcomes: readonly CheckOutcome[] = [
    { kind: 'ok' },
    { kind: 'notHttps' },
    { kind: 'localAddress', host: 'localhost' },
    { kind: 'unknownName', host: 'a.example' },
    { kind: 'noDns', host: 'a.example' },
    { kind: 'unreachable', host: 'a.example' },
    { kind: 'refused', host: 'a.example', port: '443' },
    { kind: 'timeout', seconds: 15 },
    { kind: 'cut' },
    { kind: 'notTls' },
    { kind: 'selfSigned' },
    { kind: 'expired' },
    { kind: 'notYetValid' },
    { kind: 'wrongName', host: 'a.example', names: 'b.example' },
    { kind: 'untrusted', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    { kind: 'notHttp' },
    { kind: 'redirect', status: 302, to: 'https://b.example/' },
    { kind: 'signIn', by: null, status: 401 },
    { kind: 'signIn', by: 'devtunnel', status: 401 },
    { kind: 'warningPage' },
    { kind: 'tunnelOffline', by: 'ngrok', code: 'ERR_NGROK_3200' },
    { kind: 'tunnelWithoutTarget', by: 'cloudflared', code: '502' },
    { kind: 'htmlPage', status: 200, title: 'Hello' },
    { kind: 'otherScim', isRollcall: false },
    { kind: 'otherScim', isRollcall: true },
    { kind: 'otherService', status: 200, mediaType: 'application/json' },
    { kind: 'wrongPath', path: '/scim/v2/ServiceProviderConfig' },
    { kind: 'spoilt', status: 200, mediaType: 'text/plain' },
  ]
  const subject = { url: 'https://a.example/default/scim/v2', caller: 'Okta', address: '127.0.0.1:4747' }
  const words = outcomes.map((outcome) => ({ outcome, ...toCheckWords(outcome, subject) }))
  expect(new Set(words.map(({ finding }) => finding)).size).toBe(outcomes.length)
  for (const { outcome, fix } of words) expect(fix === null).toBe(outcome.kind === 'ok')
})
