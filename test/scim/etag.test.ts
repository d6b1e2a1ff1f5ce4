// RFC 7644 §3.14: versions of resources
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import type { ScimReply } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

const etagOf = ({ headers }: ScimReply) => headers.get('etag')
const aTitle = (title: string) => aPatch({ op: 'replace', path: 'title', value: title })

describe('the version of a resource', () => {
  it('is a weak entity tag, the same in the header and in meta', async () => {
    const { scim } = await startService()
    const created = await scim.post('/Users', aUser())
    expect(etagOf(created)).toMatch(/^W\/".+"$/)
    expect(created.body).toMatchObject({ meta: { version: etagOf(created) } })
    const read = await scim.get(`/Users/${created.id}`)
    expect(etagOf(read)).toBe(etagOf(created))
    expect(read.headers.get('location')).toBe(created.headers.get('location'))
  })

  it('and lastModified change with each change', async () => {
    const { scim } = await startService()
    const created = await scim.post('/Users', aUser())
    const patched = await scim.patch(`/Users/${created.id}`, aTitle('Cook'))
    const replaced = await scim.put(`/Users/${created.id}`, aUser({ title: 'Chef' }))
    expect(new Set([created, patched, replaced].map(etagOf)).size).toBe(3)
  })

  it('stays, with lastModified, when nothing changed (§3.5.2.1)', async () => {
    const { scim } = await startService()
    const created = await scim.post('/Users', aUser({ title: 'Cook' }))
    const writes = [
      await scim.patch(`/Users/${created.id}`, aTitle('Cook')),
      await scim.patch(`/Users/${created.id}`, aPatch({ op: 'remove', path: 'nickName' })),
      await scim.patch(`/Users/${created.id}`, aPatch({ op: 'add', path: 'emails', value: aUser().emails })),
      await scim.put(`/Users/${created.id}`, aUser({ title: 'Cook' })),
    ]
    for (const write of writes) {
      expect(write).toMatchObject({ status: 200, body: { meta: created.body['meta'] } })
      expect(etagOf(write)).toBe(etagOf(created))
    }
  })

  it('of a group changes with its members, and stays when they are the same', async () => {
    const { scim } = await startService()
    const user = await scim.post('/Users', aUser())
    const group = await scim.post('/Groups', aGroup())
    const addMember = aPatch({ op: 'add', path: 'members', value: [{ value: user.id }] })
    const added = await scim.patch(`/Groups/${group.id}`, addMember)
    expect([added.status, etagOf(added) === etagOf(group)]).toEqual([204, false])
    expect(etagOf(await scim.patch(`/Groups/${group.id}`, addMember))).toBe(etagOf(added))
    expect(etagOf(await scim.get(`/Groups/${group.id}`))).toBe(etagOf(added))
  })
})

describe('If-None-Match', () => {
  it('answers 304 without a body when the resource has not changed', async () => {
    const { scim, lastExchange } = await startService()
    const created = await scim.post('/Users', aUser())
    for (const tag of [etagOf(created) ?? '', '*', `"other", ${etagOf(created)}`]) {
      const reply = await scim.get(`/Users/${created.id}?attributes=displayName`, { 'If-None-Match': tag })
      expect([reply.status, reply.text, etagOf(reply)]).toEqual([304, '', etagOf(created)])
    }
    expect(lastExchange()).toMatchObject({ status: 304, sentence: expect.stringContaining('unchanged') })
  })

  it('answers 200 when it has', async () => {
    const { scim } = await startService()
    const created = await scim.post('/Users', aUser())
    await scim.patch(`/Users/${created.id}`, aTitle('Cook'))
    expect(await scim.get(`/Users/${created.id}`, { 'If-None-Match': etagOf(created) ?? '' })).toMatchObject({
      status: 200,
      body: { title: 'Cook' },
    })
  })
})

describe('If-Match', () => {
  it('lets PUT, PATCH and DELETE through for the current version, weak or strong, in a list or as a star', async () => {
    const { scim } = await startService()
    const { id } = await scim.post('/Users', aUser())
    const current = async () => etagOf(await scim.get(`/Users/${id}`)) ?? ''
    expect((await scim.put(`/Users/${id}`, aUser({ title: 'A' }), { 'If-Match': await current() })).status).toBe(200)
    const strong = (await current()).replace('W/', '')
    expect((await scim.patch(`/Users/${id}`, aTitle('B'), { 'If-Match': strong })).status).toBe(200)
    expect((await scim.patch(`/Users/${id}`, aTitle('C'), { 'If-Match': `W/"0", ${await current()}` })).status).toBe(200)
    expect((await scim.patch(`/Users/${id}`, aTitle('D'), { 'If-Match': '*' })).status).toBe(200)
    expect((await scim.delete(`/Users/${id}`, { 'If-Match': await current() })).status).toBe(204)
  })

  it.each(['put', 'patch', 'delete'] as const)('answers 412 to %s for another version, and changes nothing', async (method) => {
    const { scim, lastExchange } = await startService()
    const created = await scim.post('/Users', aUser())
    await scim.patch(`/Users/${created.id}`, aTitle('Cook'))
    const before = await scim.get(`/Users/${created.id}`)
    const headers = { 'If-Match': etagOf(created) ?? '' }
    const path = `/Users/${created.id}`
    const reply =
      method === 'delete'
        ? await scim.delete(path, headers)
        : method === 'put'
          ? await scim.put(path, aUser(), headers)
          : await scim.patch(path, aTitle('Chef'), headers)
    expect(reply).toMatchObject({ status: 412, body: { schemas: [urns.error], status: '412', detail: expect.any(String) } })
    expect(lastExchange()).toMatchObject({ status: 412, title: expect.any(String) })
    expect((await scim.get(path)).body).toEqual(before.body)
  })
})
