import { describe, expect, it } from 'vitest'
import { readTarget } from '../../../../server/monitor/target.ts'

describe('readTarget', () => {
  it.each([
    ['GET', ['Users'], { kind: 'users' }, '/Users', 'User', null],
    ['GET', ['users'], { kind: 'users' }, '/Users', 'User', null],
    ['PATCH', ['Users', '2d7e'], { kind: 'user', id: '2d7e' }, '/Users/{id}', 'User', '2d7e'],
    ['GET', ['', 'Users', ''], { kind: 'users' }, '/Users', 'User', null],
    ['POST', ['GROUPS'], { kind: 'groups' }, '/Groups', 'Group', null],
    ['DELETE', ['Groups', 'a b'], { kind: 'group', id: 'a b' }, '/Groups/{id}', 'Group', 'a b'],
    ['POST', ['Users', '.search'], { kind: 'search', of: 'users' }, '/Users/.search', 'User', null],
    ['GET', ['Users', '.search'], { kind: 'user', id: '.search' }, '/Users/{id}', 'User', '.search'],
    [
      'GET',
      ['ServiceProviderConfig'],
      { kind: 'discovery', what: 'ServiceProviderConfig' },
      '/ServiceProviderConfig',
      null,
      null,
    ],
    ['GET', ['Schemas', 'urn:x'], { kind: 'discovery', what: 'Schemas' }, '/Schemas/{id}', null, null],
    ['GET', ['resourcetypes', 'User'], { kind: 'discovery', what: 'ResourceTypes' }, '/ResourceTypes/{id}', null, null],
    ['POST', ['bulk'], { kind: 'bulk' }, '/Bulk', null, null],
    ['POST', ['.search'], { kind: 'search', of: 'all' }, '/.search', null, null],
    ['GET', ['Bulk'], { kind: 'other' }, '/Bulk', null, null],
    ['GET', ['Me'], { kind: 'other' }, '/Me', null, null],
    ['GET', ['scim', 'v2', 'Users'], { kind: 'other' }, '/*', null, null],
    ['GET', ['Users', '2d7e', 'emails'], { kind: 'other' }, '/*', null, null],
    ['GET', ['Users', 'Users'], { kind: 'other' }, '/*', null, null],
    ['POST', ['users', 'groups'], { kind: 'other' }, '/*', null, null],
    ['GET', [], { kind: 'search', of: 'all' }, '/', null, null],
    ['POST', [], { kind: 'other' }, '/', null, null],
  ])('reads %s %j', (method, segments, target, route, resourceType, resourceId) => {
    expect(readTarget(method, segments)).toEqual({ target, route, resourceType, resourceId })
  })
})
