import { describe, expect, it } from 'vitest'
import type { Answer } from '#contract/setup.ts'
import { aCompleteBody, aRequest, aSetup } from './aSetup.ts'

const test = { method: 'GET', action: 'tested', status: 200 } as const
const wrongPath = { connectionId: null, status: 404, refusedCredential: null, route: '/*' } as const

/** The answer to one question. */
function answerOf(setup: ReturnType<typeof aSetup>, id: Answer['id']): Answer {
  const found = setup.diagnose().answers.find((answer) => answer.id === id)
  if (!found) throw new Error(`There is no answer to ${id}.`)
  return found
}

it('answers its questions in the order in which a request meets what they are about', () => {
  expect(
    aSetup()
      .diagnose()
      .answers.map(({ id }) => id),
  ).toEqual(['listening', 'publicUrl', 'tunnel', 'outside', 'certificate', 'url', 'token', 'scimEnabled', 'logs', 'mappings'])
})

describe('is the URL right?', () => {
  it('names the field to compare while nothing arrives at the public URL', () => {
    const setup = aSetup('entra')
    setup.service.setPublicUrl('https://scim.example.com')
    const { verdict, fix } = answerOf(setup, 'url')
    expect(verdict).toBe('attention')
    expect(fix).toContain('compare "Tenant URL" with https://scim.example.com/default/scim/v2, save and press "Test Connection"')
  })

  it.each(['okta-own', 'other'] as const)('knows no more while nothing has arrived and no public URL is set (%s)', (provider) => {
    expect(answerOf(aSetup(provider), 'url').verdict).toBe('unknown')
  })

  it.each([
    ['/%20default/scim/v2/Users', 'there is a space in the URL'],
    ['/default/scim/v2%20/Users', 'there is a space in the URL'],
    ['/scim/v2/Users', '"/default" is missing in front of "/scim/v2"'],
    ['/default/Users?startIndex=1&count=2', '"/scim/v2" is missing in the URL'],
    ['/acme/scim/v2/Users', 'there is no connection named "acme"; this one is "default"'],
    ['/favicon.ico', 'it is not under "/default/scim/v2"'],
  ])('explains the path %s', (target, reason) => {
    const setup = aSetup()
    const id = setup.refuse({ ...wrongPath, target })
    const answer = answerOf(setup, 'url')
    expect(answer).toMatchObject({ verdict: 'bad', exchangeIds: [id] })
    expect(answer.finding).toContain(`because ${reason}: GET ${target}`)
    expect(answer.fix).toContain('Paste http://127.0.0.1:4747/default/scim/v2 into "SCIM connector base URL"')
  })

  it.each([
    ['/scim/v2/Users', '"/scim/v2" stands twice'],
    ['/Users/Users', '"/Users" was pasted'],
    ['/Userz', 'there is no "/Userz" in SCIM'],
  ])('explains %s behind the right base URL', (target, reason) => {
    const setup = aSetup()
    setup.refuse({ ...wrongPath, connectionId: 1, target })
    expect(answerOf(setup, 'url').finding).toContain(reason)
  })

  it('is wrong also where the token was refused before anybody looked at the rest of the path', () => {
    const setup = aSetup()
    setup.refuse({ ...wrongPath, connectionId: 1, status: 401, route: '/*', target: '/scim/v2/Users' })
    expect(answerOf(setup, 'url')).toMatchObject({ verdict: 'bad', finding: expect.stringContaining('stands twice') })
  })

  it('is good once a request has come in, and as long as no wrong path follows', () => {
    const setup = aSetup()
    setup.refuse({ ...wrongPath, target: '/scim/v2/Users' })
    const id = setup.arrive(test)
    expect(answerOf(setup, 'url')).toMatchObject({ verdict: 'good', fix: null, exchangeIds: [id] })
  })
})

describe('is the token the right one?', () => {
  it('says what was wrong with the newest refused one, in the labels of the provider', () => {
    const setup = aSetup('okta-catalog')
    setup.arrive(test)
    const id = setup.refuse({ refusedCredential: 'noScheme' })
    const answer = answerOf(setup, 'token')
    expect(answer).toMatchObject({ verdict: 'bad', exchangeIds: [id] })
    expect(answer.finding).toContain('without the word Bearer')
    expect(answer.fix).toContain(`ending in …${setup.token.lastFour} into "API Token"`)
    expect(answer.fix).toContain('the word Bearer, a space and the token')
  })

  it('names the token that the newest request used, and that it is active', () => {
    const setup = aSetup()
    setup.refuse()
    setup.arrive(test)
    expect(answerOf(setup, 'token')).toMatchObject({
      verdict: 'good',
      finding: `The newest request used the token ending in …${setup.token.lastFour}, which is active.`,
    })
  })

  it('warns while a token is used that will end', () => {
    const setup = aSetup()
    setup.arrive(test)
    setup.service.tokens.reset(1, 60)
    expect(answerOf(setup, 'token')).toMatchObject({
      verdict: 'attention',
      finding: expect.stringContaining('accepted until 2026-11-20 13:00 UTC only'),
    })
  })

  it.each([
    ['2026-12-20T12:00:00.000Z', 'good'],
    ['2026-12-03T12:00:00.000Z', 'attention'],
    ['2026-11-22T12:00:00.000Z', 'bad'],
  ])('says of a token that ends on %s: %s', (expiresAt, verdict) => {
    const setup = aSetup()
    const { info } = setup.service.tokens.reset(1, 0, expiresAt)
    setup.arrive({}, info)
    const answer = answerOf(setup, 'token')
    expect(answer.verdict).toBe(verdict)
    if (verdict !== 'good') expect(answer.finding).toContain(`accepted until ${expiresAt.slice(0, 10)} 12:00 UTC`)
    expect(answer.fix === null).toBe(verdict === 'good')
  })

  it('says when all tokens have ended', () => {
    const setup = aSetup()
    setup.service.tokens.revoke(1, setup.token.id)
    expect(answerOf(setup, 'token')).toMatchObject({ verdict: 'bad', finding: 'All tokens have ended.' })
  })

  it('knows nothing while no request has carried a token', () => {
    expect(answerOf(aSetup(), 'token').verdict).toBe('unknown')
  })
})

describe('is SCIM switched on?', () => {
  it('says that SCIM is off here', () => {
    const setup = aSetup()
    setup.switch({ scim: false })
    expect(answerOf(setup, 'scimEnabled')).toMatchObject({ verdict: 'bad', fix: 'Switch “SCIM” on here, in step 4.' })
  })

  it('says that the connection is paused', () => {
    const setup = aSetup()
    const { connections } = setup.service.stores
    connections.change(1, { settings: { ...connections.get(1).settings, paused: true } })
    expect(answerOf(setup, 'scimEnabled')).toMatchObject({ verdict: 'bad', finding: expect.stringContaining('paused') })
  })

  it('says that an action arrives which is switched off here', () => {
    const setup = aSetup()
    setup.switch({ deactivate: false })
    const id = setup.arrive({ method: 'PUT', action: 'archived', status: 403, explanationId: 'deactivateSwitchedOff' })
    expect(answerOf(setup, 'scimEnabled')).toMatchObject({
      verdict: 'bad',
      finding:
        'A deactivation arrived and was refused, because “Archive learners (deactivate)” is off here. The last one came at 2026-11-20 12:00 UTC.',
      exchangeIds: [id],
    })
  })

  it('says that an action is on here and never arrives, with the switch of the provider', () => {
    const setup = aSetup('okta-own')
    setup.arrive()
    setup.arrive({ method: 'PUT', action: 'updated', status: 200 })
    expect(answerOf(setup, 'scimEnabled')).toMatchObject({
      verdict: 'attention',
      finding: '“Archive learners (deactivate)” is on here, and no deactivation has arrived yet.',
      fix: 'If you have tried one: tick "Deactivate Users" in Provisioning › To App › Edit.',
    })
  })

  it('says that a look-up was not followed by a create', () => {
    const setup = aSetup('okta-own')
    const response = { line: '', headers: [], body: '{"totalResults":0,"startIndex":1}', sizeBytes: 1 }
    const target = '/Users?filter=userName+eq+"maya"'
    setup.arrive({ method: 'GET', action: 'lookedUp', status: 200, target, response })
    const { finding, fix } = answerOf(setup, 'scimEnabled')
    expect(finding).toContain('looked for maya and found nobody')
    expect(fix).toContain('Create Users')
  })

  it('mentions groups only where they are pushed against the switch', () => {
    const setup = aSetup('entra')
    setup.switch({ groups: false })
    expect(answerOf(setup, 'scimEnabled').finding).toContain('without groups')
    setup.arrive({ action: 'groupChanged', status: 403, resourceType: 'Group', explanationId: 'groupsSwitchedOff' })
    expect(answerOf(setup, 'scimEnabled')).toMatchObject({
      verdict: 'attention',
      finding: expect.stringContaining('A group arrived and was refused, because “Groups” is off here.'),
    })
  })

  it('is good when all three arrive', () => {
    const setup = aSetup()
    for (const action of ['created', 'updated', 'archived'] as const) setup.arrive({ action })
    expect(answerOf(setup, 'scimEnabled').verdict).toBe('good')
  })
})

describe('what do the logs say?', () => {
  it('names the newest cause that is still open, and what to click', () => {
    const setup = aSetup()
    setup.arrive({ status: 409, explanationId: 'taken', scimType: 'uniqueness' })
    const id = setup.arrive({ status: 409, explanationId: 'taken', scimType: 'uniqueness' })
    expect(answerOf(setup, 'logs')).toEqual({
      id: 'logs',
      question: 'What do the logs say?',
      verdict: 'bad',
      finding: 'Title of taken (2 times). What happened at taken.',
      fix: 'What to click at taken.',
      exchangeIds: [id],
    })
  })

  it('is good when a later success has closed the cause', () => {
    const setup = aSetup()
    setup.arrive({ status: 409, explanationId: 'taken' })
    setup.arrive()
    expect(answerOf(setup, 'logs').verdict).toBe('good')
  })

  it('leaves out what the simulator failed at', () => {
    const setup = aSetup()
    setup.simulate({ status: 409, explanationId: 'taken' })
    expect(answerOf(setup, 'logs').verdict).toBe('good')
  })

  it('is unknown while the log is empty', () => {
    expect(answerOf(aSetup(), 'logs').verdict).toBe('unknown')
  })
})

describe('are the required mappings there?', () => {
  it('names what never arrived and where it usually comes from', () => {
    const setup = aSetup('entra')
    const { emails: _, ...mailless } = aCompleteBody
    setup.arrive({ request: aRequest(mailless) })
    expect(answerOf(setup, 'mappings')).toMatchObject({
      verdict: 'bad',
      finding: 'emails[type eq "work"].value never arrived in a create or update of Entra ID.',
      fix: expect.stringContaining('add emails[type eq "work"].value from mail'),
    })
  })

  it('is good when all of them arrived, and unknown before any write', () => {
    const setup = aSetup()
    setup.simulate({ request: aRequest(aCompleteBody) })
    expect(answerOf(setup, 'mappings').verdict).toBe('unknown')
    setup.arrive({ request: aRequest(aCompleteBody) })
    expect(answerOf(setup, 'mappings').verdict).toBe('good')
  })
})

describe('the text for support', () => {
  it('names the provider, what was expected, what happened and the errors', () => {
    const setup = aSetup('entra')
    setup.arrive(test)
    setup.arrive({
      status: 409,
      explanationId: 'taken',
      detail: 'userName is taken.',
      sentence: 'Entra ID could not create Maya',
    })
    const { text } = setup.diagnose()
    expect(text).toContain('Identity provider: Entra ID (entra)')
    expect(text).toContain(`…${setup.token.lastFour} active`)
    expect(text).toContain('Expected: Entra ID creates a user and is answered 201. Happened: seen;')
    expect(text).toContain('(Entra ID could not create Maya): Title of taken.')
    expect(text).toContain('POST /Users 409: Title of taken, 1 ×')
    expect(text).toContain('Answered: userName is taken.')
  })

  it('writes labels and values without the marks that screens show them by', () => {
    const setup = aSetup()
    setup.arrive({ status: 409, explanationId: '*Save* beside `https://a.example/scim/v2`' })
    const { text } = setup.diagnose()
    expect(text).toContain('To do: What to click at "Save" beside https://a.example/scim/v2.')
    expect(text).toContain('What happened at "Save" beside https://a.example/scim/v2.')
  })

  it('holds no token', () => {
    const setup = aSetup()
    const { secret } = setup.service.tokens.reset(1, 0)
    setup.service.tokens.setEnvironmentToken(1, 'from-the-environment')
    const { text } = setup.diagnose()
    expect(text).not.toContain(secret)
    expect(text).not.toContain('from-the-environment')
  })
})
