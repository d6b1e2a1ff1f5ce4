// What exchanges show together, and when they no longer do
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#contract/connection.ts'
import type { Finding } from '#contract/exchange.ts'
import { readFindings } from '../../server/monitor/findings/readFindings.ts'
import { aGroup, aUser } from '../support/aUser.ts'
import { guid, lookUp, patchOp, startProvider, switchedOff } from './errorCatalogue/aProvider.ts'

const maya = aUser().userName
const probe = `/Users?filter=userName+eq+"${guid}"`

describe('nothing is noticed', () => {
  it('before anything was set up, and while a setup is fresh', async () => {
    const { noticed, running, wait } = await startProvider('okta')
    expect(noticed()).toEqual([])
    running.service.stores.connections.changeSetup(1, { tokenStored: true })
    wait({ minutes: 5 })
    expect(noticed()).toEqual([])
  })

  it('while Okta creates, changes and archives', async () => {
    const { idp, wait, noticed } = await startProvider('okta')
    await idp.get('/Users?startIndex=1&count=2')
    for (const userName of ['maya@example.com', 'tomas@example.com']) {
      await idp.get(lookUp(userName))
      const { id } = await idp.post('/Users', aUser({ userName }))
      await idp.put(`/Users/${id}`, aUser({ userName, title: 'Engineer' }))
      await idp.put(`/Users/${id}`, aUser({ userName, active: false }))
    }
    wait({ days: 60 })
    expect(noticed()).toEqual([])
  })

  it('while Entra ID has nothing to change and keeps calling', async () => {
    const { idp, wait, noticed } = await startProvider('entra')
    const { id } = await idp.post('/Users', aUser())
    await idp.patch(`/Users/${id}`, patchOp({ op: 'Add', path: 'title', value: 'Engineer' }))
    await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path: 'active', value: 'False' }))
    for (let cycle = 0; cycle < 20; cycle++) {
      wait({ minutes: 40 })
      await idp.get(probe)
      expect(noticed()).toEqual([])
    }
  })

  it('for what the simulator does', async () => {
    const { idp, wait, noticed } = await startProvider('okta')
    const simulated = { 'Rollcall-Simulation': 'rehearsal' }
    await idp.get(lookUp(maya), simulated)
    await idp.post('/Groups', aGroup({ members: [] }), simulated)
    wait({ days: 8 })
    expect(noticed()).toEqual([])
  })

  it('for a fault that was armed on purpose', async () => {
    const { idp, running, wait, noticed } = await startProvider('okta')
    await idp.get(lookUp(maya))
    running.service.faults.arm('default', { kind: '503', action: 'created', count: 1, seconds: 1 })
    expect((await idp.post('/Users', aUser())).status).toBe(503)
    running.service.faults.arm('default', { kind: '401', action: 'any', count: 1, seconds: 1 })
    expect((await idp.get('/Users?startIndex=1&count=2')).status).toBe(401)
    wait({ hours: 3 })
    expect(noticed()).toEqual([])
  })

  it('for a stranger who is refused', async () => {
    const { idp, withToken, wait, noticed } = await startProvider('google')
    const { id } = await idp.post('/Users', aUser())
    await idp.put(`/Users/${id}`, aUser({ active: false, title: 'Engineer' }))
    await withToken('a-guess').get('/Users')
    wait({ hours: 5 })
    expect(noticed()).toEqual([])
  })

  it('for a provider that the connection is no longer set up for', async () => {
    const { idp, running, wait, noticed } = await startProvider('entra')
    const { id } = await idp.post('/Users', aUser())
    await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path: 'active', value: 'False' }))
    wait({ hours: 9 })
    expect(noticed()).toEqual(['silent'])
    running.service.stores.connections.change(1, { provider: 'okta-own' })
    expect(noticed()).toEqual([])
  })

  it('of a deactivation whose request is no longer kept', async () => {
    const { idp, running, wait, noticed } = await startProvider('okta')
    await idp.post('/Users', aUser({ userName: 'tomas@example.com' }))
    const { id } = await idp.post('/Users', aUser())
    await idp.put(`/Users/${id}`, aUser({ title: 'Engineer' }))
    wait({ days: 8 })
    expect(noticed()).toEqual(['deactivateNeverSeen'])
    const { resources } = running.service.stores
    resources.remove(1, 'User', id, running.service.now())
    expect(noticed()).toEqual([])
  })

  it('for a service that was not there to be called', async () => {
    const { idp, running, wait, noticed } = await startProvider('entra')
    await idp.post('/Users', aUser())
    wait({ hours: 9 })
    expect(noticed()).toEqual(['silent'])
    Object.assign(running.service, { startedAt: running.service.now() })
    expect(noticed()).toEqual([])
  })
})

describe('what was cleared from the list', () => {
  const startCleared = async (name: 'okta' | 'entra') => {
    const started = await startProvider(name)
    const { service, flush } = started.running
    const { exchangeClearing, exchangeMarks, exchanges, connections } = service.stores
    return {
      ...started,
      /** @returns the newest that was cleared */
      clear: (): number => {
        flush()
        exchangeClearing.clear(1, exchanges.newestId(), service.now())
        return exchanges.newestId()
      },
      undo: (): boolean => exchangeClearing.undo(1, new Date(Date.parse(service.now()) - 15_000).toISOString()),
      pin: (id: number): void => void exchangeMarks.change(id, { pinned: true }),
      read: (): Finding[] => {
        flush()
        return readFindings(service, connections.get(1))
      },
    }
  }

  it('is not told about, until the clearing is taken back', async () => {
    const { idp, wait, noticed, clear, undo } = await startCleared('okta')
    await idp.get(lookUp(maya))
    wait({ minutes: 1 })
    expect(noticed()).toEqual(['lookedUpNotCreated'])
    clear()
    expect(noticed()).toEqual([])
    expect(undo()).toBe(true)
    expect(noticed()).toEqual(['lookedUpNotCreated'])
  })

  it('is not counted among what came since', async () => {
    const { idp, read, clear } = await startCleared('okta')
    await idp.post('/Users', aUser())
    for (let time = 0; time < 3; time++) await idp.post('/Users', aUser())
    expect(read()).toMatchObject([{ explanation: { id: 'sameConflictAgain' }, count: 3 }])
    const clearedTo = clear()
    for (let time = 0; time < 2; time++) await idp.post('/Users', aUser())
    expect(read()).toEqual([])
    await idp.post('/Users', aUser())
    const [again] = read()
    expect(again?.exchangeIds).toEqual([clearedTo + 3, clearedTo + 2, clearedTo + 1])
  })

  it('is told about where it was pinned, and the rest of it is not', async () => {
    const { idp, wait, read, clear, pin } = await startCleared('okta')
    for (const userName of [maya, 'tomas@example.com', 'ines@example.com']) await idp.get(lookUp(userName))
    wait({ minutes: 1 })
    expect(read()).toMatchObject([{ exchangeIds: [3, 2, 1], explanation: { happened: expect.stringContaining('3 people') } }])
    pin(2)
    clear()
    expect(read()).toMatchObject([
      { exchangeIds: [2], count: 1, explanation: { happened: expect.stringContaining('one person') } },
    ])
  })

  it.each([
    ['groups that stay empty', 'groupsStayEmpty', '/Groups', aGroup({ members: [] })],
    ['learners without a surname', 'surnameMissing', '/Users', aUser({ name: { givenName: 'Maya' } })],
  ] as const)('does not tell of %s', async (_, id, path, body) => {
    const { idp, wait, noticed, clear } = await startCleared('okta')
    await idp.post(path, body)
    wait({ minutes: 11 })
    expect(noticed()).toContain(id)
    clear()
    expect(noticed()).not.toContain(id)
  })

  it('still speaks against what would be noticed without it', async () => {
    const { idp, wait, noticed, clear } = await startCleared('okta')
    await idp.post('/Users', aUser())
    clear()
    await idp.get('/Users?startIndex=1&count=2')
    wait({ hours: 1 })
    expect(noticed()).toEqual([])
  })

  it('hides no silence, which goes on; only the request before it is not named', async () => {
    const { idp, wait, read, clear } = await startCleared('entra')
    await idp.post('/Users', aUser())
    wait({ hours: 9 })
    expect(read()).toMatchObject([{ explanation: { id: 'silent' }, count: 1, exchangeIds: [1] }])
    const [before] = read()
    clear()
    expect(read()).toMatchObject([
      { key: before?.key, explanation: before?.explanation, count: 0, exchangeIds: [], exchanges: [] },
    ])
  })
})

describe('what was noticed is over', () => {
  it('when a create follows the look-ups', async () => {
    const { idp, wait, noticed } = await startProvider('okta')
    await idp.get(lookUp(maya))
    wait({ minutes: 1 })
    expect(noticed()).toEqual(['lookedUpNotCreated'])
    await idp.get(lookUp(maya))
    await idp.post('/Users', aUser())
    expect(noticed()).toEqual([])
  })

  it('when the conflict is solved', async () => {
    const { idp, noticed } = await startProvider('okta')
    const { id } = await idp.post('/Users', aUser())
    for (let time = 0; time < 3; time++) await idp.post('/Users', aUser())
    expect(noticed()).toEqual(['sameConflictAgain'])
    await idp.put(`/Users/${id}`, aUser({ userName: 'maya.berg@example.com' }))
    await idp.post('/Users', aUser())
    expect(noticed()).toEqual([])
  })

  it('when the same change stops coming, and never was where it came only close together', async () => {
    const { idp, wait, noticed } = await startProvider('entra')
    const { id } = await idp.post('/Users', aUser())
    const send = () => idp.patch(`/Users/${id}`, patchOp({ op: 'Add', path: 'title', value: 'Engineer' }))
    for (let time = 0; time < 5; time++) await send()
    expect(noticed()).toEqual([])
    for (let cycle = 0; cycle < 2; cycle++) {
      wait({ minutes: 40 })
      await send()
    }
    expect(noticed()).toEqual(['sameUpdateAgain'])
    wait({ hours: 25 })
    await idp.get(probe)
    expect(noticed()).toEqual([])
  })

  it('when somebody is archived, or when Deactivate is switched off here', async () => {
    const { idp, wait, change, noticed } = await startProvider('okta')
    const { id } = await idp.post('/Users', aUser())
    await idp.put(`/Users/${id}`, aUser({ title: 'Engineer' }))
    wait({ days: 8 })
    expect(noticed()).toEqual(['deactivateNeverSeen'])
    change(switchedOff('deactivate'))
    expect(noticed()).toEqual([])
    change({ switches: defaultSettings.switches })
    await idp.put(`/Users/${id}`, aUser({ active: false }))
    expect(noticed()).toEqual([])
  })

  it('when the new token arrives', async () => {
    const { idp, withToken, running, wait, noticed } = await startProvider('okta')
    const { id } = await idp.post('/Users', aUser())
    await idp.put(`/Users/${id}`, aUser({ active: false, title: 'Engineer' }))
    const { secret } = running.service.tokens.reset(1, 0)
    await idp.get(lookUp(maya))
    wait({ hours: 2 })
    expect(noticed()).toEqual(['stoppedAfterRefusal'])
    await withToken(secret).get('/Users?startIndex=1&count=2')
    expect(noticed()).toEqual([])
  })

  it('when the group gets a member or goes', async () => {
    const { idp, wait, noticed } = await startProvider('okta')
    const { id: user } = await idp.post('/Users', aUser())
    const [one, two] = [await idp.post('/Groups', aGroup()), await idp.post('/Groups', aGroup({ displayName: 'Security' }))]
    wait({ minutes: 11 })
    expect(noticed()).toEqual(['groupsStayEmpty'])
    await idp.patch(`/Groups/${one.id}`, patchOp({ op: 'add', path: 'members', value: [{ value: user }] }))
    await idp.delete(`/Groups/${two.id}`)
    expect(noticed()).toEqual([])
  })
})

it('notices learners without a surname or an e-mail address until they have one', async () => {
  const { idp, noticed } = await startProvider('entra')
  const { id } = await idp.post('/Users', aUser({ name: { givenName: 'Maya' }, emails: [{ value: '', type: 'work' }] }))
  expect(noticed()).toEqual(['surnameMissing'])
  await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path: 'emails[type eq "work"].value', value: '' }))
  expect(noticed()).toEqual(['surnameMissing', 'emailEmpty'])
  await idp.patch(
    `/Users/${id}`,
    patchOp(
      { op: 'Replace', path: 'name.familyName', value: 'Berg' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: maya },
    ),
  )
  expect(noticed()).toEqual([])
})

it('does not call a provider silent that never was at work', async () => {
  const { idp, wait, noticed } = await startProvider('authentik')
  await idp.get('/ServiceProviderConfig')
  wait({ hours: 9 })
  expect(noticed()).toEqual(['onlyTested'])
})

it('names one cause once: who is missed by the look-up is not called refused again and again', async () => {
  const { idp, wait, noticed } = await startProvider('entra')
  await idp.post('/Users', aUser())
  for (let cycle = 0; cycle < 3; cycle++) {
    wait({ minutes: 40 })
    await idp.get('/Users?filter=externalId+eq+"mlindqvist"')
    await idp.post('/Users', aUser({ externalId: 'mlindqvist' }))
  }
  expect(noticed()).toEqual(['lookUpMissedHolder'])
})
