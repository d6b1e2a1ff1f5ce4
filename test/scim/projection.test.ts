// RFC 7644 §3.4.2.5, §3.9; RFC 7643 §7 (returned): which attributes a reply holds
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

const maya = aUser({
  schemas: [urns.user, urns.enterpriseUser],
  title: 'Cook',
  [urns.enterpriseUser]: { department: 'Tours', costCenter: '4130', manager: { value: 'm1', $ref: '../Users/m1' } },
})

async function startWithMaya() {
  const service = await startService()
  const { id } = await service.scim.post('/Users', maya)
  return { ...service, id }
}

const least = (id: string, ...more: string[]) => ({ schemas: [urns.user, ...more], id })

describe('attributes', () => {
  it.each<[string, string, object, string[]]>([
    ['one attribute, with what is always returned', 'userName', { userName: maya.userName }, []],
    ['attributes in any case, with spaces around', ' USERNAME , title ', { userName: maya.userName, title: 'Cook' }, []],
    ['a sub-attribute', 'name.familyName', { name: { familyName: 'Lindqvist' } }, []],
    ['a sub-attribute of every value', 'emails.value', { emails: [{ value: maya.userName }] }, []],
    ['an attribute by its full name', `${urns.user}:title`, { title: 'Cook' }, []],
    ['an attribute of an extension', `${urns.enterpriseUser}:department`, { [urns.enterpriseUser]: { department: 'Tours' } }, []],
    [
      'a sub-attribute of an extension',
      `${urns.enterpriseUser}:manager.value`,
      { [urns.enterpriseUser]: { manager: { value: 'm1' } } },
      [],
    ],
    ['a whole extension', urns.enterpriseUser, { [urns.enterpriseUser]: maya[urns.enterpriseUser as keyof typeof maya] }, []],
    ['nothing for a name that no schema has', 'shoeSize', {}, []],
    ['nothing for what is never returned', 'password', {}, []],
  ])('returns %s', async (_name, attributes, expected) => {
    const { scim, id } = await startWithMaya()
    const { body } = await scim.get(`/Users/${id}?attributes=${encodeURIComponent(attributes)}`)
    expect(body).toEqual({ ...least(id, urns.enterpriseUser), ...expected })
  })

  it('of a query hold for each resource (the example of §3.4.2)', async () => {
    const { scim, id } = await startWithMaya()
    const other = await scim.post('/Users', { schemas: [urns.user], userName: 'jsmith' })
    const { body } = await scim.get('/Users?attributes=userName')
    expect(body['Resources']).toEqual([
      { ...least(id, urns.enterpriseUser), userName: maya.userName },
      { ...least(other.id), userName: 'jsmith' },
    ])
  })
})

describe('excludedAttributes', () => {
  it.each([
    ['an attribute', 'emails', ['emails']],
    ['several', 'emails,name,title', ['emails', 'name', 'title']],
    ['an extension', urns.enterpriseUser, [urns.enterpriseUser]],
    ['meta', 'meta', ['meta']],
  ])('takes away %s', async (_name, excluded, gone) => {
    const { scim, id } = await startWithMaya()
    const whole = (await scim.get(`/Users/${id}`)).body
    const { body } = await scim.get(`/Users/${id}?excludedAttributes=${excluded}`)
    expect(Object.keys(body)).toEqual(Object.keys(whole).filter((name) => !gone.includes(name)))
  })

  it('takes away sub-attributes', async () => {
    const { scim, id } = await startWithMaya()
    const { body } = await scim.get(`/Users/${id}?excludedAttributes=name.givenName,emails.type`)
    expect(body).toMatchObject({ name: { familyName: 'Lindqvist' }, emails: [{ value: maya.userName, primary: true }] })
    expect(body['name']).not.toHaveProperty('givenName')
  })

  it('does not take away what is always returned', async () => {
    const { scim, id } = await startWithMaya()
    expect((await scim.get(`/Users/${id}?excludedAttributes=id,schemas`)).body).toMatchObject(least(id, urns.enterpriseUser))
  })

  it('of members leaves a group without reading them', async () => {
    const { scim, id } = await startWithMaya()
    const group = await scim.post('/Groups', aGroup({ members: [{ value: id }] }))
    expect((await scim.get(`/Groups/${group.id}?excludedAttributes=members`)).body).not.toHaveProperty('members')
    expect((await scim.get(`/Groups?attributes=members.value`)).body['Resources']).toEqual([
      { schemas: [urns.group], id: group.id, members: [{ value: id }] },
    ])
  })
})

describe('both go with every reply that holds a resource', () => {
  it('to POST, PUT and PATCH as well', async () => {
    const { scim } = await startService()
    const created = await scim.post('/Users?attributes=userName', maya)
    expect([created.status, created.body]).toEqual([201, { ...least(created.id, urns.enterpriseUser), userName: maya.userName }])
    expect(created.headers.get('location')).toContain(created.id)
    const replaced = await scim.put(`/Users/${created.id}?excludedAttributes=emails,name,meta,${urns.enterpriseUser}`, aUser())
    expect(replaced.body).toEqual({ ...least(created.id), userName: maya.userName, active: true })
    const patched = await scim.patch(`/Users/${created.id}?attributes=title`, aPatch({ op: 'add', path: 'title', value: 'Chef' }))
    expect([patched.status, patched.body]).toEqual([200, { ...least(created.id), title: 'Chef' }])
  })
})

it('never returns a password, on no way (RFC 7643 §4.1.1)', async () => {
  const { scim } = await startService()
  const created = await scim.post('/Users?attributes=password,userName', aUser({ password: 'Xk29dmQa' }))
  const replies = [
    created,
    await scim.get(`/Users/${created.id}?attributes=password`),
    await scim.get('/Users'),
    await scim.put(`/Users/${created.id}`, aUser({ password: 'Xk29dmQa' })),
    await scim.patch(`/Users/${created.id}`, aPatch({ op: 'replace', path: 'password', value: 'Xk29dmQa' })),
  ]
  for (const { status, text } of replies) {
    expect(status).toBeLessThan(300)
    expect(text).not.toContain('Xk29dmQa')
    expect(text).not.toContain('"password"')
  }
})
