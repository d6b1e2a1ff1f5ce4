import { describe, expect, it } from 'vitest'
import { checkFilter } from '../../../../../server/protocol/filter/checkFilter.ts'
import { parseFilter } from '../../../../../server/protocol/filter/parseFilter.ts'
import { groupType, userType } from '../../../../../server/protocol/schemas/resourceTypes.ts'
import { errorOf } from '../errorOf.ts'
import { recordTolerances, strict } from '../recordTolerances.ts'

const check = (text: string, type = userType) => checkFilter(parseFilter(text, strict), type, strict)
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

describe('a filter that suits its resource type', () => {
  it.each([
    ['names in any case', 'USERNAME eq "x"', { attribute: 'userName' }],
    ['sub-attributes in any case', 'name.FAMILYNAME eq "x"', { attribute: 'name', subAttribute: 'familyName' }],
    ['the URN of the core schema', 'urn:IETF:params:scim:schemas:core:2.0:user:userName eq "x"', { attribute: 'userName' }],
    ['the URN of an extension', `${enterprise}:Department eq "x"`, { urn: enterprise, attribute: 'department' }],
    ['an extension attribute without URN', 'department eq "x"', { urn: enterprise, attribute: 'department' }],
    ['manager by itself', 'manager eq "x"', { urn: enterprise, attribute: 'manager', subAttribute: 'value' }],
    ['a complex attribute by itself', 'emails co "x"', { attribute: 'emails', subAttribute: 'value' }],
    ['id', 'ID eq "x"', { attribute: 'id' }],
    ['externalId', 'externalid eq "x"', { attribute: 'externalId' }],
    ['meta', 'meta.lastmodified gt "2011-05-13T04:42:34Z"', { attribute: 'meta', subAttribute: 'lastModified' }],
    ['schemas', 'schemas eq "x"', { attribute: 'schemas' }],
    ['null', 'title eq null', { attribute: 'title' }],
  ])('may name %s', (_, text, path) => {
    expect(check(text)).toMatchObject({ kind: 'compare', path })
  })

  it('gets the names of the schema inside of brackets and other filters too', () => {
    expect(check('not (EMAILS[Type eq "work" and VALUE pr] or Title pr)')).toEqual({
      kind: 'not',
      filter: {
        kind: 'or',
        left: {
          kind: 'valuePath',
          path: { attribute: 'emails' },
          filter: {
            kind: 'and',
            left: { kind: 'compare', path: { attribute: 'type' }, operator: 'eq', value: 'work' },
            right: { kind: 'present', path: { attribute: 'value' } },
          },
        },
        right: { kind: 'present', path: { attribute: 'title' } },
      },
    })
  })

  it('may be about the members of a group', () => {
    expect(check('members.value eq "2d7e"', groupType)).toMatchObject({ path: { attribute: 'members', subAttribute: 'value' } })
  })
})

describe('a filter that does not suit its resource type', () => {
  it.each([
    ['an unknown attribute', 'shoeSize eq "44"', 'shoeSize'],
    ['an unknown sub-attribute', 'name.nick eq "x"', 'name.nick'],
    ['an unknown sub-attribute in brackets', 'emails[kind eq "work"]', 'kind'],
    ['an attribute of the wrong schema', `${enterprise}:userName eq "x"`, 'userName'],
    ['an unknown URN', 'urn:example:User:userName eq "x"', 'urn:example:User:userName'],
    ['an attribute of Object', 'constructor pr', 'constructor'],
    ['the prototype', '__proto__ pr', '__proto__'],
    ['an order for a boolean', 'active gt true', 'active'],
    ['a part of a boolean', 'active co "t"', 'active'],
    ['a boolean for a text', 'userName eq true', 'userName'],
    ['a number for a text', 'userName eq 7', 'userName'],
    ['a text for a boolean', 'active eq "perhaps"', 'active'],
    ['a text that is no date', 'meta.created gt "yesterday"', 'meta.created'],
    ['a part of a date', 'meta.created sw "2011"', 'meta.created'],
    ['an order for a certificate', 'x509Certificates.value gt "MII"', 'x509Certificates.value'],
    ['an order for null', 'title gt null', 'title'],
    ['a complex attribute without a value', 'name eq "Maya"', 'name'],
    ['brackets after an attribute without sub-attributes', 'userName[value eq "x"]', 'userName'],
    ['a path with a dot in brackets', 'emails[emails.type eq "work"]', 'emails.type'],
  ])('is refused with the name of the attribute: %s', (_, text, name) => {
    const error = errorOf(() => check(text))
    expect(error).toMatchObject({ status: 400, scimType: 'invalidFilter' })
    expect(error.detail).toContain(name)
  })

  it.each(['name', 'passwrd', 'members'])('is refused for an attribute that another type or nobody has: %s', (name) => {
    expect(errorOf(() => check(`${name} eq "x"`, name === 'name' ? groupType : userType)).scimType).toBe('invalidFilter')
  })

  it.each(['password eq "hunter2"', 'PassWord pr', 'not (userName pr and password sw "h")', 'password gt 5'])(
    'is refused as sensitive, without the value: %s',
    (text) => {
      const error = errorOf(() => check(text))
      expect(error).toMatchObject({ status: 403, scimType: 'sensitive' })
      expect(error.detail).not.toContain('hunter2')
    },
  )
})

describe('what is tolerated in a comparison', () => {
  it.each([
    ['string-boolean', 'roles[primary eq "True"]', true],
    ['string-boolean', 'active eq "FALSE"', false],
    ['unquoted-value', 'externalId eq 4711', '4711'],
  ])('%s: %s', (rule, text, value) => {
    const tolerances = recordTolerances()
    const checked = checkFilter(parseFilter(text, strict), userType, tolerances)
    expect(checked.kind === 'valuePath' ? checked.filter : checked).toMatchObject({ value })
    expect(tolerances.used).toEqual([rule])
    expect(errorOf(() => check(text)).scimType).toBe('invalidFilter')
  })
})
