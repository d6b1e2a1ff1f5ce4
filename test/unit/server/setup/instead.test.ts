import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import type { Proof } from '#contract/setup.ts'
import { createScimClient } from '../../../support/scimClient.ts'
import { aPerson, aWizard } from './aWizard.ts'

const ada = aPerson('Ada', 'Byron')
const lookUp = (name: string) => `/Users?filter=userName%20eq%20%22${encodeURIComponent(name)}%22&startIndex=1&count=100`

/** The texts of what came instead. */
const toldBy = ({ state, instead }: Proof) => ({
  state,
  kind: instead?.kind,
  text: [instead?.sentence, ...(instead?.fix ?? [])].join(' '),
})

it('flips three rows as Okta creates, renames and deactivates, and says nothing of anything instead', async () => {
  const { scim, patch, read } = await aWizard('okta-catalog')
  expect([read().created, read().updated, read().archived].map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
  const { id } = await scim.post('/Users', ada)
  expect(read()).toMatchObject({ created: { state: 'verified', instead: null }, updated: { state: 'waiting' } })
  await scim.patch(`/Users/${id}`, patch({ op: 'replace', path: 'name.familyName', value: 'King' }))
  expect(read()).toMatchObject({ updated: { state: 'verified', instead: null }, archived: { state: 'waiting' } })
  await scim.patch(`/Users/${id}`, patch({ op: 'replace', value: { active: false } }))
  expect(read()).toMatchObject({ archived: { state: 'verified', instead: null }, steps: { test: 'verified' } })
})

it('never takes what the simulator did for real, whatever it did', async () => {
  const { scim, patch, plant, read } = await aWizard()
  const id = await plant(ada)
  const as = { 'Rollcall-Simulation': 'earlier' }
  await scim.patch(`/Users/${id}`, patch({ op: 'replace', path: 'title', value: 'Engineer' }), as)
  await scim.patch(`/Users/${id}`, patch({ op: 'replace', path: 'active', value: false }), as)
  const { created, updated, archived, steps } = read()
  expect([created, updated, archived].map(({ state }) => state)).toEqual(['rehearsed', 'rehearsed', 'rehearsed'])
  expect(Object.values(steps)).not.toContain('verified')
})

describe('where a create is waited for', () => {
  it('says that the look-up found somebody, so that no create follows', async () => {
    const { scim, plant, read } = await aWizard()
    await plant(ada)
    await scim.get(lookUp(ada.userName))
    const { kind, state, text } = toldBy(read().created)
    expect([kind, state]).toEqual(['foundSomebody', 'seen'])
    expect(text).toContain('Okta looked for ada.byron@example.com and found a learner who is here already')
    expect(text).toContain('take a person who is not under *Learners* here yet')
  })

  it('says that the provider linked a learner who was here, when an update comes', async () => {
    const { scim, plant, read } = await aWizard()
    const id = await plant(ada)
    await scim.get(lookUp(ada.userName))
    await scim.put(`/Users/${id}`, { ...ada, title: 'Engineer' })
    expect(toldBy(read().created)).toMatchObject({
      kind: 'linkedExisting',
      text: expect.stringContaining('Okta changed Ada Byron'),
    })
    expect(read().updated).toMatchObject({ state: 'verified' })
  })

  it('says that nobody was found and what to do if no create follows, and forgets it once one does', async () => {
    const { scim, read } = await aWizard()
    await scim.get(lookUp(ada.userName))
    const { kind, text } = toldBy(read().created)
    expect(kind).toBe('onlyLookedUp')
    expect(text).toContain('found nobody')
    expect(text).toContain('Create Users')
    await scim.post('/Users', ada)
    expect(read().created).toMatchObject({ state: 'verified', instead: null })
  })

  it('does not take a connection test for a look-up', async () => {
    const { scim, read } = await aWizard('entra')
    await scim.get('/Users?filter=userName+eq+"c51c5d6e-0f4a-4b0e-a2cb-6a1f0d2e77aa"')
    expect(read().created).toMatchObject({ state: 'waiting', instead: null })
  })

  it('says that a create restored an archived learner', async () => {
    const { scim, patch, plant, set, read } = await aWizard()
    set({ createMeetsArchived: 'restore' })
    const id = await plant(ada)
    await scim.patch(`/Users/${id}`, patch({ op: 'replace', path: 'active', value: false }), { 'Rollcall-Simulation': 'earlier' })
    await scim.post('/Users', ada)
    expect(toldBy(read().created)).toMatchObject({ kind: 'restored', text: expect.stringContaining('was restored') })
  })

  it.each(['archived', 'active'])('names the learner in the way when the create is refused by one who is %s', async (status) => {
    const { scim, patch, plant, read } = await aWizard()
    const id = await plant(ada)
    if (status === 'archived') {
      await scim.patch(`/Users/${id}`, patch({ op: 'replace', path: 'active', value: false }), {
        'Rollcall-Simulation': 'earlier',
      })
    }
    await scim.get(lookUp('somebody@example.com'))
    await scim.post('/Users', ada)
    const { state, problem, instead } = read().created
    expect([state, problem?.explanation.id, instead]).toEqual([
      'seen',
      status === 'archived' ? 'userNameTakenByArchived' : 'userNameTaken',
      null,
    ])
  })

  it.each([
    ['Okta', 'okta-own', 'untick "Push Groups"'],
    ['Entra ID', 'entra', 'set "Enabled" to "No"'],
  ] as const)('says that %s sent a group and no person', async (name, provider, off) => {
    const { scim, read } = await aWizard(provider)
    await scim.post('/Groups', { schemas: [urns.group], displayName: 'Platform Team' })
    const { kind, text } = toldBy(read().created)
    expect(kind).toBe('groupInstead')
    expect(text).toContain(`${name} sent a group and no person`)
    expect(text).toContain(off)
    await scim.post('/Users', ada)
    expect(read().created).toMatchObject({ state: 'verified', instead: null })
  })
})

describe('where an update is waited for', () => {
  it('says that an update changed nothing, and takes it for no proof', async () => {
    const { scim, read } = await aWizard()
    const { id } = await scim.post('/Users', ada)
    await scim.put(`/Users/${id}`, ada)
    const { state, kind, text } = toldBy(read().updated)
    expect([state, kind]).toEqual(['seen', 'changedNothing'])
    expect(text).toContain('Okta sent an update of Ada Byron that changed nothing')
    await scim.put(`/Users/${id}`, { ...ada, title: 'Engineer' })
    await scim.put(`/Users/${id}`, { ...ada, title: 'Engineer' })
    expect(read().updated).toMatchObject({ state: 'verified', instead: null })
  })

  it.each([
    ['externalId', { externalId: '00u1' }, { externalId: '00u1', emails: [] }],
    ['e-mail address', {}, {}],
  ])('says that the person was created a second time, with the same %s', async (shared, first, second) => {
    const { scim, read } = await aWizard('entra')
    await scim.post('/Users', { ...ada, ...first })
    await scim.post('/Users', { ...ada, userName: 'ada.king@example.com', ...second })
    const { kind, text } = toldBy(read().updated)
    expect(kind).toBe('createdAgain')
    expect(text).toContain(`instead of changing the first: both have the same ${shared}`)
  })

  it('says nothing of a second person', async () => {
    const { scim, read } = await aWizard()
    await scim.post('/Users', ada)
    await scim.post('/Users', aPerson('Ivan', 'Novak'))
    expect(read().updated).toMatchObject({ state: 'waiting', instead: null })
  })

  it('names the refusal when updates are switched off here', async () => {
    const wizard = await aWizard()
    const { id } = await wizard.scim.post('/Users', ada)
    wizard.switch({ update: false })
    const reply = await wizard.scim.put(`/Users/${id}`, { ...ada, title: 'Engineer' })
    expect(reply.status).toBe(403)
    expect(wizard.read().updated).toMatchObject({ state: 'seen', problem: { explanation: { id: 'updateSwitchedOff' } } })
  })
})

describe('where a deactivation is waited for', () => {
  it.each([
    ['Okta', 'okta-own', 'Tick "Deactivate Users"'],
    ['Entra ID', 'entra', 'Untick *Delete* under *Target object actions*'],
    ['The identity provider', 'other', 'Set the provider to deactivate or suspend them instead of deleting.'],
  ] as const)('says that %s deleted instead, and which switch archives', async (name, provider, fix) => {
    const { scim, read } = await aWizard(provider)
    const { id } = await scim.post('/Users', ada)
    await scim.delete(`/Users/${id}`)
    const { state, kind, text } = toldBy(read().archived)
    expect([state, kind]).toEqual(['seen', 'deleted'])
    expect(text).toContain(`${name} deleted Ada Byron instead of deactivating`)
    expect(text).toContain(fix)
  })

  it('takes the delete of authentik for the deactivation that it is', async () => {
    const { scim, read } = await aWizard('other')
    const as = { 'User-Agent': 'authentik@2026.10.0' }
    const { id } = await scim.post('/Users', ada, as)
    await scim.delete(`/Users/${id}`, as)
    expect(read().archived).toMatchObject({ state: 'verified', instead: null })
  })

  it('says that somebody was archived already', async () => {
    const { scim, patch, plant, read } = await aWizard('entra')
    const id = await plant({ ...ada, active: false })
    await scim.patch(`/Users/${id}`, patch({ op: 'Replace', path: 'active', value: 'False' }))
    const { state, kind, text } = toldBy(read().archived)
    expect([state, kind]).toEqual(['seen', 'archivedAlready'])
    expect(text).toContain('Entra ID deactivated Ada Byron, who was archived already')
    expect(read().updated).toMatchObject({ state: 'waiting', instead: null })
  })

  it('says that somebody was restored instead', async () => {
    const { scim, patch, plant, read } = await aWizard('okta-catalog')
    const id = await plant({ ...ada, active: false })
    await scim.patch(`/Users/${id}`, patch({ op: 'replace', value: { active: true } }))
    expect(toldBy(read().archived)).toMatchObject({
      state: 'seen',
      kind: 'restored',
      text: expect.stringContaining('Okta restored Ada Byron'),
    })
    expect(read().updated.instead?.kind).toBe('restored')
  })
})

describe('where the connection test is waited for', () => {
  it('says that what anybody may read was read without a token', async () => {
    const { scimUrl, scim, read } = await aWizard('other')
    await createScimClient(scimUrl).get('/ServiceProviderConfig')
    const { state, kind, text } = toldBy(read().connectionTest)
    expect([state, kind]).toEqual(['seen', 'discoveredOnly'])
    expect(text).toContain('the token is not proven')
    await scim.get('/Users?startIndex=1&count=2')
    expect(read().connectionTest).toMatchObject({ state: 'verified', instead: null })
  })

  it('says that requests come through another address than the public URL, and which to change', async () => {
    const { service, scim, read } = await aWizard()
    service.setPublicUrl('https://new-name.trycloudflare.com')
    await scim.get('/Users?startIndex=1&count=2', { 'X-Forwarded-Host': 'old-name.trycloudflare.com' })
    const { state, kind, text } = toldBy(read().connectionTest)
    expect([state, kind]).toEqual(['verified', 'otherHost'])
    expect(text).toContain('through old-name.trycloudflare.com, and the public URL is https://new-name.trycloudflare.com')
    expect(text).toContain('paste https://new-name.trycloudflare.com/default/scim/v2 into "SCIM connector base URL"')
    await scim.get('/Users?startIndex=1&count=2', { 'X-Forwarded-Host': 'new-name.trycloudflare.com' })
    expect(read().connectionTest.instead).toBeNull()
  })

  it('says nothing where a tunnel hides the name', async () => {
    const { service, scim, read } = await aWizard()
    service.setPublicUrl('https://new-name.trycloudflare.com')
    await scim.get('/Users?startIndex=1&count=2')
    expect(read().connectionTest).toMatchObject({ state: 'verified', instead: null })
  })

  it.each([
    ['the word Bearer twice', (token: string) => `Bearer Bearer ${token}`, 'bearerDoubled'],
    ['no word Bearer', (token: string) => token, 'bearerMissing'],
    ['quotes', (token: string) => `Bearer "${token}"`, 'tokenQuoted'],
    ['a space inside', (token: string) => `Bearer ${token.slice(0, 20)} ${token.slice(20)}`, 'tokenWithSpace'],
    ['a part missing', (token: string) => `Bearer ${token.slice(0, -6)}`, 'tokenCut'],
    ['another token', (token: string) => `Bearer ${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'tokenUnknown'],
  ])('names what is wrong with a token with %s', async (_name, toHeader, id) => {
    const { scim, token, read } = await aWizard()
    expect((await scim.get('/Users?startIndex=1&count=2', { Authorization: toHeader(token) })).status).toBe(401)
    expect(read().connectionTest).toMatchObject({ state: 'seen', problem: { explanation: { id } } })
  })

  it('names an old token, one that is about to end, and the token of another connection', async () => {
    const { service, scimUrl, scim, toClient, read } = await aWizard()
    service.tokens.reset(1, 60)
    await scim.get('/Users?startIndex=1&count=2')
    expect(read().connectionTest).toMatchObject({ state: 'seen', problem: { explanation: { id: 'tokenEnding' } } })
    service.tokens.reset(1, 0)
    await scim.get('/Users?startIndex=1&count=2')
    expect(read().connectionTest.problem?.explanation.id).toBe('tokenRevoked')
    const other = service.stores.connections.create({ slug: 'other', name: 'Other' }, service.now())
    const { secret } = service.tokens.reset(other.id, 0)
    await toClient(secret).get('/Users?startIndex=1&count=2')
    expect(read().connectionTest.problem?.explanation.id).toBe('tokenOfOtherConnection')
    const current = service.tokens.reset(1, 0)
    await toClient(current.secret, `${scimUrl}/Users`).get('/Users')
    expect(read().connectionTest.problem?.explanation.id).toBe('endpointInBaseUrl')
  })
})
