// What an administrator switches off here: policy, answered in the protocol's own form
import { expect, it } from 'vitest'
import type { Switches } from '#contract/connection.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { startService, type TestService } from '../support/startService.ts'

function switchOff({ running }: TestService, name: keyof Switches) {
  const { connections } = running.service.stores
  const { settings } = connections.get(1)
  connections.change(1, { settings: { ...settings, switches: { ...settings.switches, [name]: false } } })
}

it.each([
  ['create', 'Create', (service: TestService) => service.scim.post('/Users', aUser({ userName: 'other' }))],
  [
    'update',
    'Update',
    (service: TestService, path: string) => service.scim.patch(path, aPatch({ op: 'replace', path: 'title', value: 'Lead' })),
  ],
  [
    'deactivate',
    'Deactivate',
    (service: TestService, path: string) => service.scim.patch(path, aPatch({ op: 'replace', path: 'active', value: false })),
  ],
  ['deactivate', 'Deactivate', (service: TestService, path: string) => service.scim.delete(path)],
  ['groups', 'Groups', (service: TestService) => service.scim.post('/Groups', aGroup())],
  ['scim', 'SCIM', (service: TestService) => service.scim.get('/Users')],
] as const)('answers 403 naming the switch while "%s" is off', async (name, label, send) => {
  const service = await startService()
  const { id } = await service.scim.post('/Users', aUser())
  switchOff(service, name)
  const reply = await send(service, `/Users/${id}`)
  expect(reply).toMatchObject({ status: 403, body: { detail: expect.stringContaining(`"${label}"`) } })
  expect(service.lastExchange()).toMatchObject({ status: 403, title: expect.any(String) })
})

it('refuses a PATCH whole that holds one switched-off action', async () => {
  const service = await startService()
  const { id } = await service.scim.post('/Users', aUser())
  const path = `/Users/${id}`
  switchOff(service, 'deactivate')
  const reply = await service.scim.patch(
    path,
    aPatch({ op: 'replace', path: 'title', value: 'Lead' }, { op: 'replace', path: 'active', value: false }),
  )
  expect(reply.status).toBe(403)
  expect((await service.scim.get(path)).body).not.toHaveProperty('title')
})

it('answers an empty list of groups while groups are off, and discovery always', async () => {
  const service = await startService()
  await service.scim.post('/Groups', aGroup())
  switchOff(service, 'groups')
  expect(await service.scim.get('/Groups')).toMatchObject({ status: 200, body: { totalResults: 0 } })
  switchOff(service, 'scim')
  expect((await service.scim.get('/ServiceProviderConfig')).status).toBe(200)
  expect((await service.scim.get('/Schemas')).status).toBe(200)
})

it('answers 503 with Retry-After while the connection is paused', async () => {
  const service = await startService()
  const { connections } = service.running.service.stores
  connections.change(1, { settings: { ...connections.get(1).settings, paused: true } })
  const reply = await service.scim.get('/Users')
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '60'])
})
