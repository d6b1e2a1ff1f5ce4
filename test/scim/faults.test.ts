import { get } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import type { FaultOrder } from '#contract/fault.ts'
import { toErrorLog } from '../../server/monitor/errorLog.ts'
import { readSetup } from '../../server/setup/readSetup.ts'
import { aUser } from '../support/aUser.ts'
import { startService as start, type TestService } from '../support/startService.ts'

async function startService(...orders: readonly Partial<FaultOrder>[]) {
  const service = await start()
  const { faults, stores } = service.running.service
  const arm = (order: Partial<FaultOrder>) =>
    faults.arm('default', { kind: '429', action: 'any', count: 1, seconds: 30, ...order })
  for (const order of orders) arm(order)
  const detail = () => {
    const [last] = service.exchanges()
    return stores.exchanges.get(last?.id ?? 0)
  }
  const create = (userName = 'maya@example.com') => service.scim.post('/Users', aUser({ userName }))
  return { ...service, arm, detail, create, left: () => faults.list('default').map(({ left }) => left) }
}

const learners = async ({ scim }: TestService) => (await scim.get('/Users')).body['totalResults']

it('answers exactly the next two creates by 429, and nothing else', async () => {
  const service = await startService({ action: 'created', count: 2, seconds: 7 })
  const first = await service.create()
  expect((await service.scim.get('/Users?filter=userName eq "x@example.com"')).status).toBe(200)
  expect((await service.scim.post('/Groups', { displayName: 'Team' })).status).toBe(201)
  expect(service.left()).toEqual([1])
  const rest = [await service.create(), await service.create(), await service.create('priya@example.com')]
  expect([first, ...rest].map(({ status }) => status)).toEqual([429, 429, 201, 201])
  expect(first.headers.get('Retry-After')).toBe('7')
  expect(service.exchanges().flatMap(({ fault, status }) => (fault === null ? [] : [[fault, status]]))).toEqual([
    ['429', 429],
    ['429', 429],
  ])
})

describe('a status on purpose', () => {
  it.each(['401', '403', '404', '409', '429', '500', '503'] as const)(
    '%s is told in SCIM JSON, and changes nothing',
    async (kind) => {
      const service = await startService({ kind, action: 'created' })
      const reply = await service.create()
      expect(reply).toMatchObject({
        status: Number(kind),
        body: { status: kind, detail: expect.stringContaining('Fault on purpose') },
      })
      expect(reply.headers.get('Content-Type')).toMatch('application/scim+json')
      expect(reply.headers.get('Retry-After')).toBe(kind === '429' || kind === '503' ? '30' : null)
      expect(reply.headers.has('WWW-Authenticate')).toBe(kind === '401')
      expect(reply.body['scimType']).toBe(kind === '409' ? 'uniqueness' : undefined)
      expect(service.lastExchange()).toMatchObject({
        fault: kind,
        action: 'created',
        sentence: expect.stringMatching(new RegExp(`could not create Maya Lindqvist: fault on purpose, ${kind} was answered$`)),
        title: 'Fault on purpose: an error was answered',
      })
      expect(await learners(service)).toBe(0)
    },
  )

  it('meets nobody who was not let in', async () => {
    const { scimUrl, left } = await startService({ kind: '500' })
    expect((await fetch(`${scimUrl}/Users`)).status).toBe(401)
    expect(left()).toEqual([1])
  })

  it('meets each action for what it is meant to be', async () => {
    const service = await startService()
    const { scim } = service
    const { id } = await service.create()
    const patch = (value: unknown) => ({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', value }],
    })
    const send = {
      lookedUp: () => scim.get(`/Users/${id}`),
      tested: () => scim.get('/Users?startIndex=1&count=2'),
      discovered: () => scim.get('/Schemas'),
      updated: () => scim.patch(`/Users/${id}`, patch({ displayName: 'M' })),
      archived: () => scim.patch(`/Users/${id}`, patch({ active: false })),
      restored: () => scim.patch(`/Users/${id}`, patch({ active: true })),
      deleted: () => scim.delete(`/Users/${id}`),
      groupChanged: () => scim.post('/Groups', { displayName: 'Team' }),
      unknown: () => scim.get('/Nothing'),
    } as const
    for (const [action, request] of Object.entries(send)) {
      service.arm({ kind: '503', action: action as keyof typeof send })
      expect([action, (await request()).status, service.left()]).toEqual([action, 503, []])
      expect(service.lastExchange()).toMatchObject({ action, fault: '503' })
    }
  })
})

describe('a spoilt reply', () => {
  it('is cut off with the change done', async () => {
    const service = await startService({ kind: 'cut', action: 'created' })
    await expect(service.create()).rejects.toThrow('fetch failed')
    expect(service.detail()).toMatchObject({
      fault: 'cut',
      status: 0,
      action: 'created',
      sentence: expect.stringMatching(/ created Maya Lindqvist: fault on purpose, the connection was cut before the reply$/),
      explanationId: 'faultCut',
      response: { line: 'No reply: the connection was cut on purpose', body: null },
    })
    expect(service.detail()?.changes).not.toEqual([])
    expect(await learners(service)).toBe(1)
    expect((await service.create()).status).toBe(409)
  })

  it('is JSON that ends early with the change done, and recorded as it went out', async () => {
    const service = await startService({ kind: 'truncated', action: 'created' })
    const reply = await send(service, 'POST', '/Users', aUser())
    expect(reply.status).toBe(201)
    expect(reply.type).toMatch('application/scim+json')
    expect(() => JSON.parse(reply.text)).toThrow()
    expect(service.detail()).toMatchObject({
      fault: 'truncated',
      status: 201,
      explanationId: 'faultTruncated',
      response: { line: 'HTTP/1.1 201 Created', body: reply.text, sizeBytes: Buffer.byteLength(reply.text) },
    })
    expect(await learners(service)).toBe(1)
  })

  it('is broken also where there would be no body', async () => {
    const service = await startService({ kind: 'truncated', action: 'deleted' })
    const { id } = await service.create()
    const reply = await send(service, 'DELETE', `/Users/${id}`)
    expect(reply.status).toBe(200)
    expect(() => JSON.parse(reply.text)).toThrow()
    expect(await learners(service)).toBe(0)
  })

  it('is an HTML page in place of the endpoint, with nothing changed', async () => {
    const service = await startService({ kind: 'html', action: 'created' })
    const reply = await send(service, 'POST', '/Users', aUser())
    expect([reply.status, reply.type]).toEqual([200, 'text/html; charset=utf-8'])
    expect(service.detail()).toMatchObject({
      fault: 'html',
      status: 200,
      explanationId: 'faultHtml',
      sentence: expect.stringMatching(/could not create Maya Lindqvist: fault on purpose, an HTML page was answered$/),
      response: { headers: [['Content-Type', 'text/html; charset=utf-8']], body: reply.text },
      changes: [],
    })
    expect(await learners(service)).toBe(0)
  })

  it('spoils a real refusal too', async () => {
    const service = await startService()
    await service.create()
    service.arm({ kind: 'cut', action: 'created' })
    await expect(service.create()).rejects.toThrow('fetch failed')
    expect(service.lastExchange()).toMatchObject({ fault: 'cut', status: 0, explanationId: 'faultCut' })
  })
})

describe('a delay', () => {
  it('holds the request and then does it', async () => {
    const service = await startService({ kind: 'delay', action: 'created', seconds: 1 })
    expect((await service.create()).status).toBe(201)
    const last = service.lastExchange()
    expect(last).toMatchObject({ fault: 'delay', status: 201, explanationId: 'faultDelay' })
    expect(last.sentence).toMatch(/ created Maya Lindqvist: fault on purpose, held for 1 s$/)
    expect(last.durationMs).toBeGreaterThan(990)
  })

  it('does it also where the caller has gone by then, and says so', async () => {
    const service = await startService({ kind: 'delay', action: 'lookedUp', seconds: 1 })
    const headers = { Authorization: `Bearer ${service.token}` }
    const call = get(`${service.scimUrl}/Users/nobody`, { headers }).on('error', () => undefined)
    setTimeout(() => call.destroy(), 200)
    await expect.poll(() => service.exchanges().length, { timeout: 5000 }).toBe(1)
    expect(service.detail()).toMatchObject({
      fault: 'delay',
      status: 0,
      sentence: expect.stringMatching(/: fault on purpose, held for 1 s, and the caller had gone$/),
      response: { line: 'No reply: the caller went away during the delay' },
    })
  })

  it('does not hold up the stop of the service', async () => {
    const service = await startService({ kind: 'delay', seconds: 120 })
    const reply = service.create()
    await expect.poll(service.left).toEqual([])
    await service.running.stop()
    expect((await reply).status).toBe(201)
  })
})

it('counts as no failure, no cause, no proof and no recovery', async () => {
  const service = await startService()
  const { running, scim } = service
  await scim.put('/Users/nobody', aUser())
  for (const kind of ['401', '500', '409', 'truncated', 'cut', 'delay'] as const)
    service.arm({ kind, action: 'created', seconds: 1 })
  for (let sent = 0; sent < 6; sent += 1) await send(service, 'POST', '/Users', aUser({ userName: `u${sent}@example.com` }))
  running.flush()
  const { stores } = running.service
  const connection = stores.connections.get(1)
  expect(service.exchanges().filter(({ fault }) => fault !== null)).toHaveLength(6)
  expect(stores.exchanges.list(1, { show: 'failures', limit: 50 }).exchanges.map(({ method }) => method)).toEqual(['PUT'])
  const facts = { provider: null, scimUrl: '', exchangeCount: 7, since: null, ignored: [], now: running.service.now() }
  const log = toErrorLog(stores.exchanges.failures(1), facts)
  expect(log.groups.map(({ method, recoveredAt }) => [method, recoveredAt])).toEqual([['PUT', null]])
  const setup = readSetup(running.service, connection, { explain: () => ({}) as never, listNeverSeen: () => [] })
  expect(setup.created).toEqual({ state: 'waiting', exchange: null, problem: null, instead: null })
  expect(stores.exchanges.newestWrites(1, { simulated: false, limit: 5 })).toEqual([])
})

it('costs a request nothing while none is armed: only that is asked', async () => {
  const service = await startService()
  const take = vi.spyOn(service.running.service.faults, 'take')
  expect((await service.create()).status).toBe(201)
  expect(take).not.toHaveBeenCalled()
})

it('hides the token in what it records', async () => {
  const service = await startService({ kind: 'truncated' }, { kind: 'html' }, { kind: '500' })
  for (let sent = 0; sent < 3; sent += 1) await send(service, 'GET', `/Users?filter=userName eq "${service.token}"`)
  service.running.flush()
  const stored = service.exchanges().map(({ id }) => JSON.stringify(service.running.service.stores.exchanges.get(id)))
  expect(stored).toHaveLength(3)
  expect(stored.join('')).not.toContain(service.token)
})

/** Sends a request whose reply need not be JSON; an empty one where the connection is cut. */
async function send({ scimUrl, token }: TestService, method: string, path: string, body?: unknown) {
  const reply = await fetch(scimUrl + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => undefined)
  return { status: reply?.status, type: reply?.headers.get('Content-Type'), text: (await reply?.text()) ?? '' }
}
