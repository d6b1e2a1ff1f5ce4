import { describe, expect, it } from 'vitest'
import { aCompleteBody, aRequest, aSetup } from './aSetup.ts'

const test = { method: 'GET', action: 'tested', status: 200 } as const
const update = { method: 'PUT', action: 'updated', status: 200 } as const
const archive = { method: 'PUT', action: 'archived', status: 200 } as const

it('waits in every step of a new connection', () => {
  const { steps, lastArrival, created } = aSetup(null).read()
  expect(new Set(Object.values(steps))).toEqual(new Set(['waiting']))
  expect(lastArrival).toBeNull()
  expect(created).toEqual({ state: 'waiting', exchange: null, problem: null })
})

it('tells the URL to paste and what the user said, without ids of the database', () => {
  const { service, read } = aSetup()
  service.setPublicUrl('https://scim.example.com')
  service.stores.connections.changeSetup(1, { currentStep: 'endpoint' })
  const setup = read()
  expect(setup).toMatchObject({
    scimUrl: 'https://scim.example.com/default/scim/v2',
    publicUrl: 'https://scim.example.com',
    currentStep: 'endpoint',
  })
  expect(Object.keys(setup.connection).sort()).toEqual(['createdAt', 'name', 'provider', 'settings', 'slug'])
})

describe('step 1, credentials', () => {
  it('is verified when the user has stored a token that is still accepted', () => {
    const { service, token, read } = aSetup()
    expect(read().steps.credentials).toBe('waiting')
    service.stores.connections.changeSetup(1, { tokenStored: true })
    expect(read().steps.credentials).toBe('verified')
    service.tokens.revoke(1, token.id)
    expect(read().steps.credentials).toBe('waiting')
  })

  it('takes the environment token for stored, because the user brought it', () => {
    const { service, read } = aSetup()
    service.tokens.setEnvironmentToken(1, 'from-the-environment')
    expect(read().steps.credentials).toBe('verified')
  })
})

describe('step 2, connection', () => {
  it('is seen when the user ticks it, and verified by the first request of the chosen provider', () => {
    const { service, arrive, read } = aSetup('okta-catalog')
    service.stores.connections.changeSetup(1, { connectionTicked: true })
    expect(read().steps.connection).toBe('seen')
    const first = arrive(test)
    arrive(test)
    expect(read()).toMatchObject({
      steps: { connection: 'verified' },
      recognised: { state: 'verified', exchange: { id: first } },
    })
  })

  it('stays unconfirmed when somebody else calls with the token', () => {
    const { arrive, read } = aSetup('entra')
    const stranger = arrive({ ...test, caller: 'unknown' })
    expect(read()).toMatchObject({ steps: { connection: 'seen' }, recognised: { state: 'seen', exchange: { id: stranger } } })
  })

  it('takes any caller where the provider is another one', () => {
    const { arrive, read } = aSetup('other')
    arrive({ ...test, caller: 'unknown' })
    expect(read().recognised.state).toBe('verified')
  })

  it.each(['jumpcloud', 'pingone', 'google', 'keycloak', 'rippling'] as const)(
    'never says that %s was recognised, since nothing in its requests names it',
    (provider) => {
      const { arrive, read } = aSetup(provider)
      const first = arrive({ ...test, caller: 'unknown' })
      expect(read()).toMatchObject({ steps: { connection: 'seen' }, recognised: { state: 'seen', exchange: { id: first } } })
    },
  )

  it.each(['jumpcloud', 'onelogin', 'cyberark', 'entra-agent', 'keycloak'] as const)(
    'lets the simulator rehearse %s, of which nobody knows whether it names itself',
    (provider) => {
      const { simulate, read } = aSetup(provider)
      simulate({ ...test, caller: 'unknown' })
      expect(read()).toMatchObject({ recognised: { state: 'rehearsed' } })
    },
  )

  it('does not recognise anybody in a refused request', () => {
    const { refuse, read } = aSetup()
    refuse()
    expect(read().recognised.state).toBe('waiting')
  })
})

describe('step 3, the connection test', () => {
  it('is verified by a request that was let in, whatever became of it then', () => {
    const { arrive, read } = aSetup()
    const id = arrive({ ...test, status: 404 })
    expect(read()).toMatchObject({ steps: { endpoint: 'verified' }, connectionTest: { state: 'verified', exchange: { id } } })
  })

  it('is seen while requests are refused, and explains the newest', () => {
    const { refuse, read } = aSetup()
    refuse({ refusedCredential: 'missing', explanationId: 'noToken' })
    const newest = refuse()
    expect(read().connectionTest).toMatchObject({
      state: 'seen',
      exchange: { id: newest },
      problem: { exchange: { id: newest }, explanation: { id: 'oldToken' } },
    })
  })

  it('is not proven by a request with the right token that missed the endpoint', () => {
    const { arrive, read } = aSetup()
    const missed = arrive({ action: 'unknown', route: '/*', status: 404, explanationId: 'doubledPrefix' })
    expect(read().connectionTest).toMatchObject({
      state: 'seen',
      exchange: { id: missed },
      problem: { exchange: { id: missed }, explanation: { id: 'doubledPrefix' } },
    })
  })

  it('shows a request whose path names no connection', () => {
    const { refuse, read } = aSetup()
    const id = refuse({
      connectionId: null,
      status: 404,
      target: '/scim/v2/Users',
      refusedCredential: null,
      explanationId: 'wrongPath',
    })
    expect(read()).toMatchObject({ connectionTest: { state: 'seen', exchange: { id } }, lastArrival: { exchange: { id } } })
  })

  it('falls back to seen when a new token is made and the old one goes on to be used', () => {
    const { service, arrive, token, read } = aSetup()
    arrive(test)
    service.tokens.reset(1, 60)
    expect(read().connectionTest).toMatchObject({ state: 'seen', problem: null })
    const renewed = service.tokens.list(1).find(({ id }) => id !== token.id)
    arrive(test, renewed)
    expect(read().connectionTest.state).toBe('verified')
  })

  it('forgets a refusal once a good request has come, and names one that came later', () => {
    const { arrive, refuse, read } = aSetup()
    refuse()
    arrive(test)
    expect(read().connectionTest.problem).toBeNull()
    const later = refuse()
    expect(read().connectionTest).toMatchObject({ state: 'verified', problem: { exchange: { id: later } } })
  })
})

describe('step 4, provisioning settings', () => {
  it('is verified when all required attributes arrived and the three switches are on', () => {
    const setup = aSetup()
    const id = setup.arrive({ request: aRequest(aCompleteBody), notKept: ['password'] })
    expect(setup.read()).toMatchObject({ steps: { provisioning: 'verified' }, unmapped: ['password'] })
    expect(setup.read().mappings[0]).toEqual({
      attribute: 'userName',
      source: 'Sign On › Application username format',
      required: true,
      state: 'seen',
      example: 'maya@example.com',
      exchangeId: id,
    })
    setup.switch({ deactivate: false })
    expect(setup.read().steps.provisioning).toBe('seen')
  })

  it('names a required attribute that never arrives', () => {
    const { arrive, read } = aSetup()
    const { name: _, ...nameless } = aCompleteBody
    arrive({ request: aRequest(nameless) })
    const { mappings, steps } = read()
    expect(steps.provisioning).toBe('seen')
    expect(mappings.filter(({ required, state }) => required && state === 'missing').map(({ attribute }) => attribute)).toEqual([
      'name.givenName',
      'name.familyName',
    ])
  })

  it('still knows the attributes of the create after many updates', () => {
    const { arrive, read } = aSetup('entra')
    arrive({ request: aRequest(aCompleteBody) })
    const patch = aRequest({ Operations: [{ op: 'Replace', path: 'displayName', value: 'Maya' }] })
    for (let count = 0; count < 30; count += 1) arrive({ ...update, method: 'PATCH', request: patch })
    expect(read().steps.provisioning).toBe('verified')
  })

  it('takes a manager in either form', () => {
    const { arrive, read } = aSetup('entra')
    const path = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager'
    arrive({ ...update, method: 'PATCH', request: aRequest({ Operations: [{ op: 'Add', path, value: '42' }] }) })
    expect(read().mappings.find(({ attribute }) => attribute === path)).toMatchObject({ state: 'seen', example: '42' })
    arrive({ ...update, method: 'PATCH', request: aRequest({ Operations: [{ op: 'Add', path, value: [{ value: '43' }] }] }) })
    expect(read().mappings.find(({ attribute }) => attribute === path)).toMatchObject({ state: 'seen', example: '43' })
  })
})

describe('step 5, test', () => {
  it('flips three rows as the requests succeed, each with its exchange', () => {
    const { arrive, read } = aSetup()
    const created = arrive()
    const updated = arrive(update)
    expect(read()).toMatchObject({ steps: { test: 'seen' }, archived: { state: 'waiting' } })
    const archived = arrive(archive)
    expect(read()).toMatchObject({
      steps: { test: 'verified' },
      created: { state: 'verified', exchange: { id: created } },
      updated: { state: 'verified', exchange: { id: updated } },
      archived: { state: 'verified', exchange: { id: archived } },
    })
  })

  it('shows the look-up that found nobody as a create on its way', () => {
    const { arrive, read } = aSetup()
    const response = { line: 'HTTP/1.1 200 OK', headers: [], body: '{"totalResults":0}', sizeBytes: 18 }
    const id = arrive({ method: 'GET', action: 'lookedUp', status: 200, response })
    expect(read().created).toMatchObject({ state: 'seen', exchange: { id }, problem: null })
    arrive({ method: 'GET', action: 'lookedUp', status: 200, response: { ...response, body: '{"totalResults":1}' } })
    expect(read().created.state).toBe('waiting')
  })

  it('shows a failed attempt with its explanation until it succeeds', () => {
    const { arrive, read } = aSetup()
    const failed = arrive({ status: 409, explanationId: 'taken' })
    expect(read().created).toMatchObject({
      state: 'seen',
      exchange: { id: failed },
      problem: { exchange: { id: failed }, explanation: { id: 'taken' } },
    })
    arrive()
    expect(read().created).toMatchObject({ state: 'verified', problem: null })
    const again = arrive({ status: 409, explanationId: 'taken' })
    expect(read().created).toMatchObject({ state: 'verified', problem: { exchange: { id: again } } })
  })

  it('takes a delete for the deactivation where the provider deactivates so', () => {
    const { arrive, read } = aSetup('other')
    arrive({ method: 'DELETE', action: 'deleted', status: 204, caller: 'okta' })
    expect(read().archived.state).toBe('waiting')
    arrive({ method: 'DELETE', action: 'deleted', status: 204, caller: 'authentik' })
    expect(read().archived.state).toBe('verified')
  })
})

describe('the simulator', () => {
  it('rehearses every step and verifies none', () => {
    const { simulate, read } = aSetup()
    simulate(test)
    simulate({ request: aRequest(aCompleteBody) })
    simulate(update)
    simulate(archive)
    expect(read().steps).toEqual({
      credentials: 'rehearsed',
      connection: 'rehearsed',
      endpoint: 'rehearsed',
      provisioning: 'rehearsed',
      test: 'rehearsed',
    })
  })

  it('keeps the test rehearsed where the real provider has proved a part of it', () => {
    const { simulate, arrive, read } = aSetup()
    simulate()
    simulate(update)
    simulate(archive)
    arrive()
    expect(read()).toMatchObject({
      steps: { test: 'rehearsed' },
      created: { state: 'verified' },
      updated: { state: 'rehearsed' },
    })
  })

  it('does not hide that a real attempt failed', () => {
    const { simulate, arrive, read } = aSetup()
    arrive({ status: 409 })
    simulate()
    expect(read().created).toMatchObject({ state: 'seen', exchange: { status: 409 } })
  })

  it('confirms no connection when it acts out another provider than the chosen one', () => {
    const { simulate, read } = aSetup('entra')
    simulate({ ...test, caller: 'okta' })
    expect(read().steps.connection).toBe('waiting')
  })

  it('yields to the real provider as the last arrival', () => {
    const { simulate, arrive, read } = aSetup()
    const simulated = simulate(test)
    expect(read().lastArrival?.exchange.id).toBe(simulated)
    const real = arrive(test)
    simulate(test)
    expect(read().lastArrival?.exchange.id).toBe(real)
  })
})
