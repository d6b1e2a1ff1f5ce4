import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAttributePath } from '../../../../server/protocol/filter/parseAttributePath.ts'
import { formatPath, parsePath, resolveAttribute } from '../../../../server/protocol/path.ts'
import { groupType, userType } from '../../../../server/protocol/schemas/resourceTypes.ts'
import { errorOf } from './errorOf.ts'
import { recordTolerances, strict } from './recordTolerances.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

describe('the path of a patch operation (RFC 7644 §3.5.2)', () => {
  it.each([
    ['members', { path: { attribute: 'members' } }],
    ['name.familyName', { path: { attribute: 'name', subAttribute: 'familyName' } }],
    [
      'addresses[type eq "work"]',
      {
        path: { attribute: 'addresses' },
        filter: { kind: 'compare', path: { attribute: 'type' }, operator: 'eq', value: 'work' },
      },
    ],
    [
      'members[value eq "2819c223-7f76-453a-919d-413861904646"].displayName',
      { path: { attribute: 'members', subAttribute: 'displayName' }, filter: { kind: 'compare', operator: 'eq' } },
    ],
    ['emails[type eq "work" and value ew "example.com"]', { path: { attribute: 'emails' }, filter: { kind: 'and' } }],
    [`${enterprise}:department`, { path: { urn: enterprise, attribute: 'department' } }],
    [`${enterprise}:manager.value`, { path: { urn: enterprise, attribute: 'manager', subAttribute: 'value' } }],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq "work"].value',
      {
        path: { urn: 'urn:ietf:params:scim:schemas:core:2.0:User', attribute: 'emails', subAttribute: 'value' },
        filter: { kind: 'compare' },
      },
    ],
    ['manager.$ref', { path: { attribute: 'manager', subAttribute: '$ref' } }],
  ])('%s', (text, path) => {
    expect(parsePath(text, strict)).toMatchObject(path)
  })

  it.each([
    '',
    ' ',
    'emails[',
    'emails[type eq "work"',
    'emails[type eq "work"]value',
    'emails[type eq "work"].value.x',
    'emails[type eq "work"].value eq "x"',
    'name..familyName',
    'name familyName',
    '.value',
    '"emails"',
    '/emails/0',
    `${'emails['.repeat(60)}`,
    'x'.repeat(9000).concat(' '),
  ])('is refused as invalidPath when it is %j', (text) => {
    expect(errorOf(() => parsePath(text, strict))).toMatchObject({ status: 400, scimType: 'invalidPath' })
  })

  it('is refused with the position of the error', () => {
    expect(errorOf(() => parsePath('emails[type is "work"]', strict)).detail).toContain('position 13')
  })

  it('never makes the parser fail in another way', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom('emails', '[', ']', '.', 'eq ', '"x"', ' ', '(')).map((parts) => parts.join('')),
        ),
        (text) => {
          try {
            parsePath(text, recordTolerances())
          } catch (error) {
            expect(error).toMatchObject({ name: 'ScimError', scimType: 'invalidPath' })
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('an attribute is found by its notation (RFC 7644 §3.10)', () => {
  const find = (text: string, type = userType) => {
    const path = toAttributePath(text)
    const resolved = path && resolveAttribute(type, path)
    return resolved && formatPath(resolved)
  }

  it.each([
    ['USERNAME', 'userName'],
    ['name.GIVENNAME', 'name.givenName'],
    ['urn:ietf:params:scim:schemas:core:2.0:USER:username', 'userName'],
    ['urn:ietf:params:scim:schemas:core:2.0:User:id', 'id'],
    [`${enterprise.toUpperCase()}:DEPARTMENT`, `${enterprise}:department`],
    ['department', `${enterprise}:department`],
    ['manager.value', `${enterprise}:manager.value`],
    ['ID', 'id'],
    ['externalID', 'externalId'],
    ['meta.LOCATION', 'meta.location'],
    ['schemas', 'schemas'],
    ['x509certificates', 'x509Certificates'],
  ])('%s is %s', (text, found) => {
    expect(find(text)).toBe(found)
  })

  it.each([
    'shoeSize',
    'name.shoeSize',
    'userName.value',
    `${enterprise}:userName`,
    'urn:example:userName',
    'constructor',
    '__proto__',
    'name.constructor',
    enterprise,
  ])('%s is none', (text) => {
    expect(find(text)).toBeUndefined()
  })

  it('of its own resource type only', () => {
    expect(find('members', groupType)).toBe('members')
    expect(find('members')).toBeUndefined()
    expect(find('department', groupType)).toBeUndefined()
  })
})
