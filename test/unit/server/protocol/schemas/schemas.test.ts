import { describe, expect, it } from 'vitest'
import type { Attribute } from '#contract/scim/schema.ts'
import { findAttribute } from '../../../../../server/protocol/path.ts'
import { enterpriseUserSchema } from '../../../../../server/protocol/schemas/enterpriseUser.ts'
import { groupSchema } from '../../../../../server/protocol/schemas/group.ts'
import { resourceTypes } from '../../../../../server/protocol/schemas/resourceTypes.ts'
import { userSchema } from '../../../../../server/protocol/schemas/user.ts'

const names = (attributes: readonly Attribute[] = []) => attributes.map(({ name }) => name)
const get = (attributes: readonly Attribute[], path: string): Attribute => {
  const [name = '', subName] = path.split('.')
  const attribute = findAttribute(attributes, name)
  const found = subName === undefined ? attribute : findAttribute(attribute?.subAttributes ?? [], subName)
  if (!found) throw new Error(`There is no ${path}.`)
  return found
}

describe('the schemas of RFC 7643', () => {
  it('have every attribute of a User (§4.1)', () => {
    expect(names(userSchema.attributes)).toEqual([
      ...[
        'userName',
        'name',
        'displayName',
        'nickName',
        'profileUrl',
        'title',
        'userType',
        'preferredLanguage',
        'locale',
        'timezone',
      ],
      ...[
        'active',
        'password',
        'emails',
        'phoneNumbers',
        'ims',
        'photos',
        'addresses',
        'groups',
        'entitlements',
        'roles',
        'x509Certificates',
      ],
    ])
  })

  it('have every attribute of the enterprise extension (§4.3)', () => {
    expect(names(enterpriseUserSchema.attributes)).toEqual([
      'employeeNumber',
      'costCenter',
      'organization',
      'division',
      'department',
      'manager',
    ])
    expect(names(get(enterpriseUserSchema.attributes, 'manager').subAttributes)).toEqual(['value', '$ref', 'displayName'])
  })

  it('have every attribute of a Group (§4.2)', () => {
    expect(names(groupSchema.attributes)).toEqual(['displayName', 'members'])
    expect(names(get(groupSchema.attributes, 'members').subAttributes)).toEqual(['value', '$ref', 'type', 'display'])
  })

  it.each([
    ['userName', { required: true, caseExact: false, uniqueness: 'server', mutability: 'readWrite', returned: 'default' }],
    ['password', { mutability: 'writeOnly', returned: 'never' }],
    ['groups', { mutability: 'readOnly', multiValued: true, type: 'complex' }],
    ['groups.value', { mutability: 'readOnly' }],
    ['active', { type: 'boolean' }],
    ['emails.primary', { type: 'boolean' }],
    ['emails.type', { canonicalValues: ['work', 'home', 'other'] }],
    ['profileUrl', { type: 'reference', referenceTypes: ['external'], caseExact: true }],
    ['photos.value', { type: 'reference' }],
    ['x509Certificates.value', { type: 'binary', caseExact: true }],
  ])("say of a User's %s what they should", (path, characteristics) => {
    expect(get(userSchema.attributes, path)).toMatchObject(characteristics)
  })

  it.each([
    ['displayName', { required: true, uniqueness: 'server', caseExact: false }],
    ['members.value', { mutability: 'immutable' }],
    ['members.$ref', { mutability: 'immutable', type: 'reference', referenceTypes: ['User', 'Group'] }],
    ['members.type', { mutability: 'immutable', canonicalValues: ['User', 'Group'] }],
  ])("say of a Group's %s what they should", (path, characteristics) => {
    expect(get(groupSchema.attributes, path)).toMatchObject(characteristics)
  })

  it('say of every attribute all that §7 asks for, and give sub-attributes to complex ones only', () => {
    const check = (attribute: Attribute) => {
      for (const name of [
        'name',
        'type',
        'multiValued',
        'description',
        'required',
        'caseExact',
        'mutability',
        'returned',
        'uniqueness',
      ]) {
        expect(attribute).toHaveProperty(name)
      }
      expect(attribute.subAttributes !== undefined).toBe(attribute.type === 'complex')
      expect(attribute.referenceTypes !== undefined).toBe(attribute.type === 'reference')
      for (const subAttribute of attribute.subAttributes ?? []) check(subAttribute)
    }
    for (const { schema, schemaExtensions } of resourceTypes) {
      for (const { attributes } of [schema, ...schemaExtensions.map((extension) => extension.schema)]) attributes.forEach(check)
    }
  })
})
