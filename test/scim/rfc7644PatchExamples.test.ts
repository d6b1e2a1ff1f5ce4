// RFC 7644 §3.5.2, its examples of PATCH, sent by the letter
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { bjensen, startWithTourGuides } from '../support/rfc7644Examples.ts'
import { startStrict } from '../support/startStrict.ts'

const workEmail = { value: 'bjensen@example.com', type: 'work', primary: true }
const homeEmail = { value: 'babs@jensen.org', type: 'home' }
const work = { type: 'work', streetAddress: '100 Universal City Plaza', locality: 'Hollywood' }
const home = { type: 'home', streetAddress: '456 Hollywood Blvd', locality: 'Hollywood', primary: true }

/** Sends patch operations to a user, with If-Match as the examples have it. */
async function patchBarbara(attributes: object, ...operations: readonly object[]) {
  const { scim, scimUrl } = await startStrict()
  const created = await scim.post('/Users', { ...bjensen, ...attributes })
  const body = { schemas: [urns.patchOp], Operations: operations }
  const reply = await scim.patch(`/Users/${created.id}`, body, { 'If-Match': created.headers.get('etag') ?? '' })
  // §3.5.2 leaves the choice between 200 with the user and 204: a user's PATCH is 200 here.
  expect([reply.status, reply.headers.get('location')]).toEqual([200, `${scimUrl}/Users/${created.id}`])
  expect(reply.headers.get('etag')).not.toBe(created.headers.get('etag'))
  return reply.body
}

describe('§3.5.2', () => {
  it('Figure 8: every path names what it is an example of', async () => {
    const { patch, babs, listMembers } = await startWithTourGuides('babs')
    const addresses = [work, home]
    const replaced = { name: { ...Object(bjensen['name']), familyName: 'Smith' }, addresses: [home] }
    expect(
      await patchBarbara(
        { addresses },
        { op: 'replace', path: 'name.familyName', value: 'Smith' },
        { op: 'remove', path: 'addresses[type eq "work"]' },
      ),
    ).toMatchObject(replaced)
    // The last one has displayName where RFC 7643 §4.2 has display, which is read-only.
    for (const [name, scimType] of [
      ['displayName', 'invalidPath'],
      ['display', 'mutability'],
    ]) {
      const reply = await patch({ op: 'replace', path: `members[value eq "${babs.value}"].${name}`, value: 'Babs' })
      expect(reply).toMatchObject({ status: 400, body: { scimType } })
    }
    await patch({ op: 'remove', path: `members[value eq "${babs.value}"]` }, { op: 'add', path: 'members', value: [babs] })
    expect(await listMembers()).toEqual(['Babs Jensen'])
  })

  it('an attribute that is added by its full name brings its URN into schemas', async () => {
    const path = `${urns.enterpriseUser}:employeeNumber`
    expect(await patchBarbara({}, { op: 'add', path, value: '701984' })).toMatchObject({
      schemas: [urns.user, urns.enterpriseUser],
      [urns.enterpriseUser]: { employeeNumber: '701984' },
    })
  })
})

describe('§3.5.2.1, add', () => {
  it('Figure 6: a member is added to a group with 204, ETag and Location; once more, it changes nothing', async () => {
    const { scim, patch, babs, group, scimUrl, listMembers } = await startWithTourGuides()
    const add = { op: 'add', path: 'members', value: [babs] }
    const reply = await patch(add)
    expect([reply.status, reply.text, reply.headers.get('location')]).toEqual([204, '', `${scimUrl}/Groups/${group.id}`])
    expect(await listMembers()).toEqual(['Babs Jensen'])
    const again = await scim.patch(`/Groups/${group.id}`, { schemas: [urns.patchOp], Operations: [add] })
    expect([again.status, again.headers.get('etag')]).toEqual([204, reply.headers.get('etag')])
  })

  it('attributes are added without a path: one more e-mail address, and a nickname', async () => {
    const body = await patchBarbara({ emails: [workEmail] }, { op: 'add', value: { emails: [homeEmail], nickname: 'Babs' } })
    expect(body).toMatchObject({ emails: [workEmail, homeEmail], nickName: 'Babs' })
  })

  it('a nickname that is there is replaced', async () => {
    expect(await patchBarbara({ nickName: 'Barb' }, { op: 'add', value: { nickname: 'Babs' } })).toMatchObject({
      nickName: 'Babs',
    })
  })
})

describe('§3.5.2.2, remove', () => {
  it('one member; and of one who is none, nothing, with success', async () => {
    const { scim, patch, babs, group, listMembers } = await startWithTourGuides('babs', 'james')
    const remove = { op: 'remove', path: `members[value eq "${babs.value}"]` }
    const reply = await patch(remove)
    expect(reply.status).toBe(204)
    expect(await listMembers()).toEqual(['James Smith'])
    const again = await scim.patch(`/Groups/${group.id}`, { schemas: [urns.patchOp], Operations: [remove] })
    expect([again.status, again.headers.get('etag')]).toEqual([204, reply.headers.get('etag')])
  })

  it('all members', async () => {
    const { patch, listMembers } = await startWithTourGuides('babs', 'james')
    expect((await patch({ op: 'remove', path: 'members' })).status).toBe(204)
    expect(await listMembers()).toEqual([])
  })

  it('a value of a complex multi-valued attribute', async () => {
    const body = await patchBarbara(
      { emails: [workEmail, homeEmail] },
      { op: 'remove', path: 'emails[type eq "work" and value ew "example.com"]' },
    )
    expect(body['emails']).toEqual([homeEmail])
  })

  it('one member, with another one added; the filter of the example has no space behind eq', async () => {
    const { patch, babs, james, listMembers } = await startWithTourGuides('babs')
    const reply = await patch(
      { op: 'remove', path: `members[value eq"${babs.value}"]` },
      { op: 'add', path: 'members', value: [james] },
    )
    expect(reply.status).toBe(204)
    expect(await listMembers()).toEqual(['James Smith'])
  })

  it('all members, with a new list added', async () => {
    const { patch, babs, james, listMembers } = await startWithTourGuides('james')
    expect((await patch({ op: 'remove', path: 'members' }, { op: 'add', path: 'members', value: [babs, james] })).status).toBe(
      204,
    )
    expect(new Set(await listMembers())).toEqual(new Set(['Babs Jensen', 'James Smith']))
  })

  it.each([
    ['noTarget without a path', { op: 'remove' }, 'noTarget'],
    ['mutability for what is required', { op: 'remove', path: 'displayName' }, 'mutability'],
  ])('is refused as %s', async (_name, operation, scimType) => {
    const { patch } = await startWithTourGuides('babs')
    expect(await patch(operation)).toMatchObject({ status: 400, body: { scimType } })
  })
})

describe('§3.5.2.3, replace', () => {
  it('all members in one operation', async () => {
    const { patch, babs, james, listMembers } = await startWithTourGuides('james')
    expect((await patch({ op: 'replace', path: 'members', value: [babs, james] })).status).toBe(204)
    expect(new Set(await listMembers())).toEqual(new Set(['Babs Jensen', 'James Smith']))
  })

  it('the whole work address, which takes primary from the other one', async () => {
    const value = {
      type: 'work',
      streetAddress: '911 Universal City Plaza',
      locality: 'Hollywood',
      region: 'CA',
      postalCode: '91608',
      country: 'US',
      formatted: '911 Universal City Plaza\nHollywood, CA 91608 US',
      primary: true,
    }
    const body = await patchBarbara({ addresses: [work, home] }, { op: 'replace', path: 'addresses[type eq "work"]', value })
    expect(body['addresses']).toEqual([value, { ...home, primary: false }])
  })

  it('the street of the work address', async () => {
    const street = { op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: '1010 Broadway Ave' }
    const body = await patchBarbara({ addresses: [work, home] }, street)
    expect(body['addresses']).toEqual([{ ...work, streetAddress: '1010 Broadway Ave' }, home])
  })

  it('all e-mail addresses and the nickname without a path; other attributes stay', async () => {
    const before = { emails: [{ value: 'old@example.com' }], nickName: 'Barb', title: 'Tour Guide' }
    const value = { emails: [workEmail, homeEmail], nickname: 'Babs' }
    expect(await patchBarbara(before, { op: 'replace', value })).toMatchObject({
      ...bjensen,
      emails: [workEmail, homeEmail],
      nickName: 'Babs',
      title: 'Tour Guide',
    })
  })

  it('noTarget where the filter selects no value', async () => {
    const { scim } = await startStrict()
    const { id } = await scim.post('/Users', { ...bjensen, addresses: [home] })
    const street = { op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: '1010 Broadway Ave' }
    expect(await scim.patch(`/Users/${id}`, { schemas: [urns.patchOp], Operations: [street] })).toMatchObject({
      status: 400,
      body: { scimType: 'noTarget' },
    })
  })
})
