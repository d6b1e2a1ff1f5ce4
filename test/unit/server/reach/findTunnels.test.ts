import { expect, it } from 'vitest'
import { findTunnels } from '../../../../server/reach/findTunnels.ts'
import { always, standIn } from '../../../support/standIn.ts'

const addresses = { scim: '127.0.0.1:4747', console: '127.0.0.1:4748' }
const json = { 'content-type': 'application/json' }

const ngrok = async (...tunnels: readonly { public_url: string; config?: { addr: string } }[]) =>
  (
    await standIn((req, res) => {
      const body = {
        tunnels: tunnels.map((tunnel) => ({ name: 'command_line', proto: 'https', ...tunnel })),
        uri: '/api/tunnels',
      }
      res.writeHead(req.url === '/api/tunnels' ? 200 : 404, json).end(JSON.stringify(body))
    })
  ).port

const cloudflared = async (hostname: string, ingress?: readonly object[]) =>
  (
    await standIn((req, res) => {
      if (req.url === '/quicktunnel') return res.writeHead(200).end(JSON.stringify({ hostname }))
      if (req.url === '/config' && ingress)
        return res.writeHead(200, json).end(JSON.stringify({ version: -1, config: { ingress } }))
      return res.writeHead(404).end()
    })
  ).port

const find = (ports: { ngrok?: number[]; cloudflared?: number[] }) =>
  findTunnels({ ngrok: [], cloudflared: [], ...ports }, addresses)

it.each([
  ['http://localhost:4747', 'localhost:4747', 'scim'],
  ['localhost:4747', 'localhost:4747', 'scim'],
  ['4747', 'localhost:4747', 'scim'],
  ['http://127.0.0.1:4748', '127.0.0.1:4748', 'console'],
  ['http://host.docker.internal:4747', 'host.docker.internal:4747', 'scim'],
  ['http://localhost:3000', 'localhost:3000', 'elsewhere'],
  ['http://10.0.0.7:4747', '10.0.0.7:4747', 'elsewhere'],
  ['http://localhost', 'localhost:80', 'elsewhere'],
  ['file:///srv', null, 'unknown'],
])('finds an ngrok tunnel to %s', async (addr, target, leadsTo) => {
  const port = await ngrok({ public_url: 'https://acme.ngrok.app', config: { addr } })
  expect(await find({ ngrok: [port] })).toEqual([{ program: 'ngrok', publicUrl: 'https://acme.ngrok.app', target, leadsTo }])
})

it('leaves out what is no tunnel to HTTP', async () => {
  const port = await ngrok({ public_url: 'tcp://0.tcp.ngrok.io:12345', config: { addr: 'localhost:22' } })
  expect(await find({ ngrok: [port] })).toEqual([])
})

it('finds a quick tunnel of cloudflared, and where it leads', async () => {
  const port = await cloudflared('two-words.trycloudflare.com', [{ service: 'http://127.0.0.1:4747' }])
  expect(await find({ cloudflared: [port] })).toEqual([
    { program: 'cloudflared', publicUrl: 'https://two-words.trycloudflare.com', target: '127.0.0.1:4747', leadsTo: 'scim' },
  ])
})

it('says of an older cloudflared that it does not tell where it leads', async () => {
  const port = await cloudflared('two-words.trycloudflare.com')
  expect(await find({ cloudflared: [port] })).toMatchObject([{ target: null, leadsTo: 'unknown' }])
})

it('finds the names that the rules of a named tunnel give to local services', async () => {
  const port = await cloudflared('', [
    { hostname: 'scim.example.com', service: 'http://localhost:4747' },
    { hostname: 'shell.example.com', service: 'ssh://localhost:22' },
    { hostname: '*.example.com', service: 'http://localhost:4747' },
    { service: 'http_status:404' },
  ])
  expect(await find({ cloudflared: [port] })).toEqual([
    { program: 'cloudflared', publicUrl: 'https://scim.example.com', target: 'localhost:4747', leadsTo: 'scim' },
  ])
})

it('finds nothing where the ports are closed, silent, or belong to others', async () => {
  const silent = await standIn(() => undefined)
  const page = await standIn(always(200, { 'content-type': 'text/html' }, '<h1>Jaeger</h1>'))
  const other = await standIn(always(200, json, '{"tunnels":"none"}'))
  const huge = await standIn(always(200, json, `"${'x'.repeat(300_000)}"`))
  const ports = [1, silent.port, page.port, other.port, huge.port]
  const startedMs = performance.now()
  expect(await find({ ngrok: ports, cloudflared: ports })).toEqual([])
  expect(performance.now() - startedMs).toBeLessThan(3_000)
})
