import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#contract/scim/resource.ts'
import { project } from '../../../../server/protocol/projection.ts'
import { groupType, userType } from '../../../../server/protocol/schemas/resourceTypes.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const emails: JsonObject[] = [{ value: 'maya@example.com', type: 'work', primary: true }, { type: 'home' }]
const maya = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
  id: '2d7e',
  userName: 'maya@example.com',
  password: 'never there',
  name: { givenName: 'Maya', familyName: 'Lindqvist' },
  emails,
  [enterprise]: { department: 'Security', manager: { value: 'boss' } },
  meta: { resourceType: 'User', location: 'http://127.0.0.1/Users/2d7e' },
}
const { schemas, id } = maya

describe('what a reply returns (RFC 7644 §3.9)', () => {
  it('is everything but what is never returned', () => {
    const { password: _, ...rest } = maya
    expect(project(maya, userType, {})).toEqual(rest)
    expect(project(maya, userType, { attributes: '', excludedAttributes: ' ' })).toEqual(rest)
  })

  it.each([
    ['one attribute', 'userName', { userName: 'maya@example.com' }],
    ['names in any case, with spaces', ' USERNAME , name ', { userName: 'maya@example.com', name: maya.name }],
    ['a sub-attribute', 'name.givenname', { name: { givenName: 'Maya' } }],
    ['a sub-attribute of every value that has it', 'emails.value', { emails: [{ value: 'maya@example.com' }] }],
    ['whole and part at once', 'name.givenName,name', { name: maya.name }],
    ['an attribute with its URN', 'urn:ietf:params:scim:schemas:core:2.0:User:userName', { userName: 'maya@example.com' }],
    ['an extension', enterprise, { [enterprise]: maya[enterprise] }],
    ['an attribute of an extension', `${enterprise}:department`, { [enterprise]: { department: 'Security' } }],
    ['an attribute of an extension without its URN', 'manager.value', { [enterprise]: { manager: { value: 'boss' } } }],
    ['meta', 'meta.location', { meta: { location: 'http://127.0.0.1/Users/2d7e' } }],
    ['a path with a filter, as Microsoft asks', 'emails[type eq "work"]', { emails: maya.emails }],
    ['what there is not', 'title,shoeSize,,[', {}],
    ['what is never returned', 'password', {}],
  ])('is what was asked for beside schemas and id: %s', (_, attributes, rest) => {
    expect(project(maya, userType, { attributes })).toEqual({ schemas, id, ...rest })
  })

  it('leaves out what was excluded', () => {
    expect(project(maya, userType, { excludedAttributes: `emails,NAME.familyName,${enterprise},meta,unknown` })).toEqual({
      schemas,
      id,
      userName: 'maya@example.com',
      name: { givenName: 'Maya' },
    })
    expect(project(maya, userType, { excludedAttributes: `${enterprise}:manager` })).toMatchObject({
      [enterprise]: { department: 'Security' },
    })
    expect(project(maya, userType, { excludedAttributes: 'department,manager' })).not.toHaveProperty([enterprise])
  })

  it('keeps what is always returned, excluded or not', () => {
    expect(project(maya, userType, { excludedAttributes: 'id,schemas' })).toMatchObject({ schemas, id })
  })

  it('leaves out the members of a group when they are excluded', () => {
    const group = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      id: '1',
      displayName: 'Platform',
      members: [{ value: '2d7e' }],
    }
    expect(project(group, groupType, { excludedAttributes: 'members' })).not.toHaveProperty('members')
    expect(project(group, groupType, { attributes: 'members.value' })).toEqual({
      schemas: group.schemas,
      id: '1',
      members: group.members,
    })
  })

  it('takes the excluded ones away from those asked for, where both are given', () => {
    expect(project(maya, userType, { attributes: 'userName,name', excludedAttributes: 'name' })).toEqual({
      schemas,
      id,
      userName: 'maya@example.com',
    })
  })
})
