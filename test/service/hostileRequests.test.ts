// A request from outside never causes a 500, never hangs, and is always answered in SCIM JSON; the long form is `npm run fuzz`
import { expect, it, onTestFinished } from 'vitest'
import { startHostileService } from '../fuzz/hostileService.ts'
import { createRandom } from '../fuzz/random.ts'
import type { StrangeRequest } from '../fuzz/requestBytes.ts'
import { patienceMs, runFuzz } from '../fuzz/runFuzz.ts'
import { createWire } from '../fuzz/wire.ts'
import { startService } from '../support/startService.ts'

const bytes = (text: string, { methods = ['GET'], ending = 'keep' as const } = {}): StrangeRequest => ({
  kind: 'request',
  pieces: [Buffer.from(text, 'latin1')],
  methods,
  ending,
})

it('answers 3,000 strange requests without a 500, a hang or a word in its log, and leaves a whole database', async () => {
  const service = await startHostileService()
  onTestFinished(() => service.removeFolder())
  const { faults, requests, counts } = await runFuzz(service, { seed: 20_261_124, from: 0, to: 3_000 })
  expect(faults).toEqual([])
  expect(requests).toBe(3_000)
  for (const status of [200, 201, 400, 401, 404, 405, 409]) expect(counts[status], `replies with ${status}`).toBeGreaterThan(0)
  expect(await service.stop()).toEqual({ integrity: 'ok', complaints: [] })
}, 30_000)

it('makes the same requests of the same seed', () => {
  const choices = (seed: number) => {
    const random = createRandom(seed)
    return random.list(50, 50, () => random.below(1_000))
  }
  expect(choices(7)).toEqual(choices(7))
  expect(choices(7)).not.toEqual(choices(8))
})

it.each([
  ['a whole URL without a host', 'GET https:// HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['a URL that cannot be read', 'GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['a path that looks like a URL with user and password', 'GET //a@[::1/#x HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['the form that proxies use', 'GET http://x/default/scim/v2/ServiceProviderConfig HTTP/1.1\r\nHost: x\r\n\r\n', 200],
  ['no Host header', 'GET /default/scim/v2/Users HTTP/1.1\r\n\r\n', 400],
  ['CONNECT', 'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
])('answers %s in SCIM JSON', async (_name, text, status) => {
  const { scimUrl } = await startService()
  const outcome = await createWire(Number(new URL(scimUrl).port), patienceMs).send(bytes(text))
  expect(outcome.replies.map((reply) => reply.status)).toEqual([status])
  expect(outcome.replies[0]?.headers.get('content-type')).toMatch(/^application\/scim\+json/)
  expect(JSON.parse(outcome.replies[0]?.body.toString() ?? '')).toHaveProperty('schemas')
  if (status === 405) expect(outcome.replies[0]?.headers.get('allow')).toContain('GET')
})

it('sends no body to a HEAD that cannot be read', async () => {
  const { scimUrl } = await startService()
  const head = bytes('HEAD /default/scim/v2/Users HTTP/1.1\r\nHost: a\0b\r\n\r\n', { methods: ['HEAD'] })
  const { replies, rest } = await createWire(Number(new URL(scimUrl).port), patienceMs).send(head)
  expect([replies.map(({ status }) => status), rest.toString()]).toEqual([[400], ''])
})

it('does not leave a broken request without an answer after an upgrade that it did not take up', async () => {
  const { scimUrl } = await startService()
  const wire = createWire(Number(new URL(scimUrl).port), patienceMs)
  const upgrade = await wire.send(
    bytes('GET /default/scim/v2/ServiceProviderConfig HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'),
  )
  expect(upgrade.replies.map(({ status }) => status)).toEqual([200])
  const broken = await wire.send(bytes('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\nContent-Length: 1\r\n\r\na'))
  expect([broken.end, broken.replies.map(({ status }) => status)]).toEqual(['answered', [400]])
})
