import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { readSchema } from '../../../../server/protocol/schemas/readSchema.ts'
import { aPerson, aWizard } from './aWizard.ts'

const acme = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'
const ada = aPerson('Ada', 'Byron')

/** A wizard whose learners have custom attributes. */
async function anExtendedWizard(...about: Parameters<typeof aWizard>) {
  const wizard = await aWizard(...about)
  const attributes = [
    { name: 'job_role', type: 'string', required: true },
    { name: 'badge', type: 'complex', subAttributes: [{ name: 'level', type: 'string' }] },
    { name: 'score', type: 'integer', mutability: 'readOnly' },
  ]
  wizard.service.stores.connections.addExtension(1, readSchema({ id: acme, name: 'Acme', attributes }))
  const find = (attribute: string) => wizard.read().mappings.find((one) => one.attribute === attribute)
  return { ...wizard, find }
}

it('makes a row of each custom attribute that can be sent, seen or missing, and holds step 4 to the required ones', async () => {
  const { scim, read, find } = await anExtendedWizard()
  const { id } = await scim.post('/Users', { ...ada, schemas: [urns.user] })
  expect(find(`${acme}:job_role`)).toMatchObject({
    shortName: 'job_role',
    schemaName: 'Acme',
    origin: 'custom',
    required: true,
    state: 'missing',
    fix: `In Provisioning › To App › Attribute Mappings add ${acme}:job_role, then change one person so that it is sent.`,
  })
  expect(find(`${acme}:score`)).toBeUndefined()
  expect(read().steps.provisioning).toBe('seen')
  const extended = { ...ada, schemas: [urns.user, acme], [acme]: { job_role: 'Engineer', badge: { level: 'gold' }, score: 7 } }
  expect((await scim.put(`/Users/${id}`, extended)).status).toBe(200)
  expect(find(`${acme}:job_role`)).toMatchObject({ state: 'seen', example: 'Engineer', fix: null })
  expect(find(`${acme}:badge.level`)).toMatchObject({ state: 'seen', example: 'gold', required: false })
  expect(read().steps.provisioning).toBe('verified')
  expect(read().unkept).toMatchObject([{ attribute: `${acme}:score`, reason: 'readOnly', example: '7' }])
})

it('tells apart what came unexpectedly and is kept, and what is not kept and why', async () => {
  const { scim, read } = await aWizard()
  const unknown = 'urn:example:params:other:2.0:User'
  await scim.post('/Users', {
    ...ada,
    schemas: [urns.user, unknown],
    locale: 'en-US',
    phoneNumbers: [{ type: 'mobile', value: '+49 1', primary: true }],
    password: 'Xk29dmQa',
    groups: [{ value: '7', display: 'Platform' }],
    shoeSize: 43,
    [unknown]: { badge: 'gold' },
  })
  const { mappings, unkept } = read()
  expect(mappings.filter(({ origin }) => origin === 'other').map(({ attribute, example }) => [attribute, example])).toEqual([
    ['locale', 'en-US'],
    ['phoneNumbers[type eq "mobile"].value', '+49 1'],
  ])
  expect(unkept.map(({ attribute, reason, example }) => [attribute, reason, example])).toEqual([
    ['password', 'password', null],
    ['shoeSize', 'unknown', '43'],
    [unknown, 'unknown', 'gold'],
    ['groups', 'readOnly', '7'],
  ])
  expect(unkept.map(({ fix }) => fix === null)).toEqual([true, false, false, true])
})

it('names the click for each gap in the words of the provider', async () => {
  const { scim, read } = await aWizard('entra')
  await scim.post('/Users', { schemas: [urns.user], userName: ada.userName })
  const fixes = Object.fromEntries(read().mappings.map(({ attribute, fix }) => [attribute, fix]))
  expect(fixes['name.givenName']).toBe(
    'In Provisioning › Attribute mapping › Provision Microsoft Entra ID Users add name.givenName from givenName, then change one person so that it is sent.',
  )
  expect(fixes['active']).toMatch(/keep the row that maps "active"/)
  expect(fixes['userName']).toBeNull()
})

describe('a value that looks wrong is named', () => {
  const doubtsOf = ({ read }: Awaited<ReturnType<typeof aWizard>>) =>
    read().mappings.flatMap(({ attribute, doubt }) => (doubt ? [[attribute, doubt.sentence]] : []))

  it('when it is no e-mail address, as an address or as the userName that the provider makes of one', async () => {
    const wizard = await aWizard()
    await wizard.scim.post('/Users', { ...ada, userName: 'abyron', emails: [{ type: 'work', value: 'ada' }] })
    expect(doubtsOf(wizard)).toEqual([
      ['userName', '“abyron” is no e-mail address, and Okta sends one as userName by default.'],
      ['emails[type eq "work"].value', '“ada” is no e-mail address.'],
    ])
  })

  it('but a userName of any form, where the provider is not known to send an address', async () => {
    const wizard = await aWizard('other')
    await wizard.scim.post('/Users', { ...ada, userName: 'abyron' })
    expect(doubtsOf(wizard)).toEqual([])
  })

  it('when a manager is nobody here, and no more once one is', async () => {
    const wizard = await aWizard('entra')
    const manager = `${urns.enterpriseUser}:manager`
    const boss = await wizard.scim.post('/Users', aPerson('Grace', 'Hopper'))
    const { id } = await wizard.scim.post('/Users', ada)
    await wizard.scim.patch(`/Users/${id}`, wizard.patch({ op: 'Add', path: manager, value: 'CN=Grace Hopper' }))
    expect(doubtsOf(wizard)).toEqual([[manager, '“CN=Grace Hopper” is the id of nobody here.']])
    await wizard.scim.patch(`/Users/${id}`, wizard.patch({ op: 'Add', path: manager, value: boss.id }))
    expect(doubtsOf(wizard)).toEqual([])
  })

  it('for the newest value of each person, and with how many more', async () => {
    const wizard = await aWizard()
    const nameless = (given: string) => ({ ...aPerson(given, 'X'), name: { givenName: given } })
    const first = await wizard.scim.post('/Users', nameless('Ada'))
    await wizard.scim.post('/Users', nameless('Ivan'))
    await wizard.scim.post('/Users', nameless('Noor'))
    await wizard.scim.post('/Users', aPerson('Maya', 'Lindqvist'))
    expect(doubtsOf(wizard)).toEqual([['name.familyName', 'Left out for Noor X. The same goes for 2 more.']])
    await wizard.scim.put(`/Users/${first.id}`, ada)
    expect(doubtsOf(wizard)).toEqual([['name.familyName', 'Left out for Noor X. The same goes for 1 more.']])
  })
})
