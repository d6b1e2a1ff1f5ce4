import { describe, expect, it } from 'vitest'
import { aSetup } from './aSetup.ts'
import { aPerson, aWizard } from './aWizard.ts'

const ada = aPerson('Ada', 'Byron')
const standingOf = ({ read }: Pick<Awaited<ReturnType<typeof aWizard>>, 'read'>, name: string) =>
  read().switches.find((one) => one.name === name)

it('says nothing of switches that fit what arrives', async () => {
  const { scim, read } = await aWizard()
  const { id } = await scim.post('/Users', ada)
  await scim.put(`/Users/${id}`, { ...ada, active: false })
  expect(new Set(read().switches.map(({ standing }) => standing))).toEqual(new Set(['fits']))
})

describe('what arrives and is off here', () => {
  it('is answered by policy, recorded, and named with how often, when, and which switch to turn', async () => {
    const wizard = await aWizard('okta-catalog')
    const { scim, patch, exchanges } = wizard
    const { id } = await scim.post('/Users', ada)
    wizard.switch({ deactivate: false })
    const deactivate = patch({ op: 'replace', value: { active: false } })
    expect(await scim.patch(`/Users/${id}`, deactivate)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('Deactivate') },
    })
    await scim.patch(`/Users/${id}`, deactivate)
    expect((await scim.get(`/Users/${id}`)).body).toMatchObject({ active: true })
    const row = exchanges().find(({ method }) => method === 'PATCH')
    expect(row).toMatchObject({ status: 403, action: 'archived', explanationId: 'deactivateSwitchedOff' })
    expect(standingOf(wizard, 'deactivate')).toEqual({
      name: 'deactivate',
      standing: 'offButArrives',
      sentence: '2 deactivations arrived and were refused, because “Archive learners (deactivate)” is off here.',
      fix: 'Switch “Archive learners (deactivate)” on here, in step 4. If it is meant to be off: switch it off in Okta too.',
      count: 2,
      lastAt: row?.receivedAt,
      exchangeId: row?.id,
    })
    const answer = wizard.diagnose().answers.find(({ id: question }) => question === 'scimEnabled')
    expect(answer).toMatchObject({ verdict: 'bad', exchangeIds: [row?.id] })
    expect(answer?.finding).toContain('2 deactivations arrived and were refused')
  })

  it.each([
    ['create', 'A create arrived'],
    ['update', 'An update arrived'],
    ['groups', 'A group arrived'],
  ] as const)('is told of %s too, and no more once it is on again', async (name, begin) => {
    const wizard = await aWizard()
    const { scim } = wizard
    const { id } = await scim.post('/Users', ada)
    wizard.switch({ [name]: false })
    const replies = {
      create: () => scim.post('/Users', aPerson('Ivan', 'Novak')),
      update: () => scim.put(`/Users/${id}`, { ...ada, title: 'Engineer' }),
      groups: () => scim.post('/Groups', { displayName: 'Platform Team' }),
    }
    expect((await replies[name]()).status).toBe(403)
    expect(standingOf(wizard, name)).toMatchObject({
      standing: 'offButArrives',
      count: 1,
      sentence: expect.stringContaining(begin),
    })
    wizard.switch({ [name]: true })
    expect(standingOf(wizard, name)).toMatchObject({ standing: 'fits', sentence: null })
  })

  it('leaves out what the simulator was refused', async () => {
    const wizard = await aWizard()
    wizard.switch({ create: false })
    await wizard.scim.post('/Users', ada, { 'Rollcall-Simulation': 'run' })
    expect(standingOf(wizard, 'create')).toMatchObject({ standing: 'fits', count: 0 })
  })
})

describe('what is on here and never arrives', () => {
  const longAgo = { receivedAt: '2026-11-10T12:00:00.000Z' }

  it('is told with the switch of the provider, once people have been created for a week', () => {
    const setup = aSetup('entra')
    setup.arrive(longAgo)
    expect(setup.read().switches).toMatchObject([
      { name: 'create', standing: 'fits' },
      {
        name: 'update',
        standing: 'onButAbsent',
        sentence: '“Update learners” is on here, and in a week or more Entra ID has created people and never changed one.',
        fix: expect.stringContaining('Tick "Update"'),
      },
      { name: 'deactivate', standing: 'onButAbsent', fix: expect.stringContaining('keep the row that maps "active"') },
      { name: 'groups', standing: 'fits' },
    ])
    const answer = setup.diagnose().answers.find(({ id }) => id === 'scimEnabled')
    expect(answer).toMatchObject({ verdict: 'attention', finding: expect.stringContaining('never changed one') })
  })

  it('is not told on the first day, nor of what was tried', () => {
    const setup = aSetup('entra')
    setup.arrive()
    expect(setup.read().switches.map(({ standing }) => standing)).toEqual(['fits', 'fits', 'fits', 'fits'])
    const older = aSetup('entra')
    older.arrive(longAgo)
    older.arrive({ method: 'PATCH', action: 'updated', status: 400 })
    older.arrive({ method: 'PATCH', action: 'archived', status: 200 })
    expect(older.read().switches.map(({ standing }) => standing)).toEqual(['fits', 'fits', 'fits', 'fits'])
  })

  it('is told of creates when people are looked up and nobody is created', () => {
    const setup = aSetup('okta-own')
    const response = { line: '', headers: [], body: '{"totalResults":0,"startIndex":1}', sizeBytes: 33 }
    setup.arrive({
      receivedAt: '2026-11-20T11:00:00.000Z',
      method: 'GET',
      action: 'lookedUp',
      status: 200,
      target: '/Users?filter=userName%20eq%20%22maya%40example.com%22',
      response,
    })
    expect(setup.read().switches[0]).toMatchObject({
      standing: 'onButAbsent',
      sentence: '“Create learners” is on here, and Okta looks people up without creating them.',
      fix: 'Tick "Create Users" in Provisioning › To App › Edit.',
    })
  })
})
