// RFC 7643 §4.2: the value of a member is the id of a User or Group
import { describe, expect, it } from 'vitest'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { startService, type TestService } from '../support/startService.ts'

const addUnknown = aPatch({ op: 'add', path: 'members', value: [{ value: 'nobody' }] })

function switchOn({ running }: TestService) {
  const { connections } = running.service.stores
  connections.change(1, { settings: { ...connections.get(1).settings, tolerancesOn: ['unknown-member'] } })
}

describe('a member who does not exist', () => {
  it('is refused naming the id, as the service comes', async () => {
    const { scim } = await startService()
    const refusal = { status: 400, body: { scimType: 'invalidValue', detail: expect.stringContaining('"nobody"') } }
    expect(await scim.post('/Groups', { ...aGroup(), members: [{ value: 'nobody' }] })).toMatchObject(refusal)
    const { id } = await scim.post('/Groups', aGroup())
    expect(await scim.patch(`/Groups/${id}`, addUnknown)).toMatchObject(refusal)
  })

  it('is passed over where the tolerance is on, and the monitor says who was', async () => {
    const service = await startService()
    const { scim } = service
    switchOn(service)
    const { id: maya } = await scim.post('/Users', aUser())
    const members = [{ value: 'nobody' }, { value: maya }]
    const created = await scim.post('/Groups', { ...aGroup(), members })
    expect(created).toMatchObject({ status: 201, body: { members: [{ value: maya }] } })

    const path = `/Groups/${created.id}`
    expect((await scim.patch(path, addUnknown)).status).toBe(204)
    expect(service.running.service.stores.exchanges.get(service.lastExchange().id)).toMatchObject({
      tolerances: [{ name: 'unknown-member' }],
      notKept: ['members[value eq "nobody"]'],
    })
    const replaced = await scim.put(path, { ...aGroup(), members })
    expect(replaced).toMatchObject({ status: 200, body: { members: [{ value: maya }] } })
  })
})
