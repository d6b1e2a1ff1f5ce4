// RFC 7644 §3.6: deleting
import { expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

it('answers 204 without a body, and 404 to every later request for the resource', async () => {
  const { scim } = await startService()
  const { id } = await scim.post('/Users', aUser())
  const reply = await scim.delete(`/Users/${id}`)
  expect([reply.status, reply.text]).toEqual([204, ''])
  for (const later of [
    await scim.get(`/Users/${id}`),
    await scim.put(`/Users/${id}`, aUser()),
    await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'title', value: 'Cook' })),
    await scim.delete(`/Users/${id}`),
  ]) {
    expect(later).toMatchObject({
      status: 404,
      body: { schemas: [urns.error], status: '404', detail: expect.stringContaining(id) },
    })
  }
})

it('leaves the resource out of queries and out of conflicts', async () => {
  const { scim } = await startService()
  const first = await scim.post('/Users', aUser({ externalId: 'e1' }))
  await scim.delete(`/Users/${first.id}`)
  expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 0, Resources: [] })
  for (const filter of ['userName pr', 'externalId eq "e1"', 'emails.value co "maya"', `id eq "${first.id}"`]) {
    expect((await scim.get(`/Users?filter=${encodeURIComponent(filter)}`)).body).toMatchObject({ totalResults: 0 })
  }
  const again = await scim.post('/Users', aUser({ externalId: 'e1' }))
  expect(again.status).toBe(201)
  expect(again.id).not.toBe(first.id)
})

it('takes a learner out of its groups, and a group away from its members', async () => {
  const { scim } = await startService()
  const user = await scim.post('/Users', aUser())
  const inner = await scim.post('/Groups', aGroup({ displayName: 'Inner', members: [{ value: user.id }] }))
  const outer = await scim.post('/Groups', aGroup({ displayName: 'Outer', members: [{ value: user.id }, { value: inner.id }] }))
  expect((await scim.delete(`/Groups/${inner.id}`)).status).toBe(204)
  expect((await scim.get(`/Groups/${outer.id}`)).body).toMatchObject({ members: [{ value: user.id }] })
  expect((await scim.get(`/Users/${user.id}`)).body).toMatchObject({ groups: [{ value: outer.id }] })
  await scim.delete(`/Users/${user.id}`)
  expect((await scim.get(`/Groups/${outer.id}`)).body).not.toHaveProperty('members')
})

it('keeps the learner in the roster as deleted, with its history', async () => {
  const { scim, running, lastExchange } = await startService()
  const { id } = await scim.post('/Users', aUser())
  await scim.delete(`/Users/${id}`)
  expect(lastExchange()).toMatchObject({ action: 'deleted', sentence: expect.stringContaining('deleted Maya Lindqvist') })
  const { stores } = running.service
  expect(stores.resources.findLearner(1, id)).toMatchObject({ status: 'deleted' })
  const events = stores.history.touching(1, { id, names: [], before: 99, limit: 9 })
  expect(events.map(({ exchange }) => exchange.action)).toEqual(['deleted', 'created'])
})

it('answers 404 to an id that never was, and 405 to an endpoint', async () => {
  const { scim } = await startService()
  expect((await scim.delete('/Users/2819c223-7f76-453a-919d-413861904646')).status).toBe(404)
  expect((await scim.delete('/Groups/2819c223-7f76-453a-919d-413861904646')).status).toBe(404)
  expect((await scim.delete('/Groups')).status).toBe(405)
})

it('is of one type: a user is not found among the groups', async () => {
  const { scim } = await startService()
  const { id } = await scim.post('/Users', aUser())
  expect((await scim.delete(`/Groups/${id}`)).status).toBe(404)
  expect((await scim.get(`/Users/${id}`)).status).toBe(200)
})
