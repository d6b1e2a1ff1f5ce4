import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#contract/scim/resource.ts'
import { checkFilter, checkValueFilter } from '../../../../../server/protocol/filter/checkFilter.ts'
import { matches, matchesValue } from '../../../../../server/protocol/filter/matches.ts'
import { parseFilter } from '../../../../../server/protocol/filter/parseFilter.ts'
import { membersAttribute } from '../../../../../server/protocol/schemas/group.ts'
import { userType } from '../../../../../server/protocol/schemas/resourceTypes.ts'
import { strict } from '../recordTolerances.ts'

const maya: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  id: '2D7e',
  externalId: 'mLindqvist',
  userName: 'Maya.Lindqvist@example.com',
  name: { familyName: "O'Malley", givenName: 'Maya' },
  userType: 'Employee',
  active: true,
  emails: [
    { value: 'maya@example.com', type: 'work', primary: true },
    { value: 'maya@home.example', type: 'home' },
  ],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Security', manager: { value: 'boss' } },
  meta: { resourceType: 'User', created: '2024-01-01T00:00:00.000Z', lastModified: '2024-06-01T12:00:00.000Z' },
}

describe('a filter holds for a resource', () => {
  it.each([
    ['the case of userName does not count', 'userName eq "maya.LINDQVIST@example.com"', true],
    ['the case of externalId counts', 'externalId eq "mlindqvist"', false],
    ['the case of externalId counts', 'externalId eq "mLindqvist"', true],
    ['the case of id counts', 'id eq "2d7e"', false],
    ['ne is the opposite of eq', 'userType ne "employee"', false],
    ['ne holds for another value', 'userType ne "Intern"', true],
    ['ne holds for an absent attribute', 'title ne "Engineer"', true],
    ['eq does not hold for an absent attribute', 'title eq ""', false],
    ['an absent attribute is null', 'title eq null', true],
    ['an attribute with a value is not null', 'userType ne null', true],
    ['an absent attribute is not unequal to null', 'title ne null', false],
    ['co', `name.familyName co "'mal"`, true],
    ['sw', 'userName sw "maya."', true],
    ['sw', 'userName sw "lindqvist"', false],
    ['ew', 'userName ew "EXAMPLE.com"', true],
    ['gt compares texts', 'userName gt "LARS"', true],
    ['lt compares texts', 'userName lt "lars"', false],
    ['gt compares by characters, and not by the halves of some', 'name.familyName lt "\u{1F642}"', true],
    ['ge holds for the same text', 'userType ge "employee"', true],
    ['le holds for the same text', 'userType le "employee"', true],
    ['nothing is in order with an absent attribute', 'title gt "a" or title le "a"', false],
    ['dates are instants, whatever their zone', 'meta.lastModified eq "2024-06-01T14:00:00+02:00"', true],
    ['dates are instants', 'meta.lastModified gt "2024-06-01T11:59:59.999Z"', true],
    ['dates are instants', 'meta.lastModified lt "2024-06-01T13:00:00+02:00"', false],
    ['dates may have long fractions', 'meta.created ge "2015-10-10T14:38:21.8617979-07:00"', true],
    ['booleans', 'active eq true', true],
    ['booleans', 'active ne true', false],
    ['pr', 'name.givenName pr', true],
    ['pr of a complex attribute', 'name pr', true],
    ['pr of an absent attribute', 'title pr', false],
    ['pr of an absent sub-attribute', 'name.middleName pr', false],
    ['any value of a multi-valued attribute suffices', 'emails.value ew "home.example"', true],
    ['any value suffices for ne too', 'emails.type ne "work"', true],
    ['a complex attribute stands for its value', 'emails co "@home."', true],
    ['conditions in brackets hold for one value together', 'emails[type eq "home" and value co "@example.com"]', false],
    ['conditions in brackets hold for one value together', 'emails[type eq "home" and not (primary eq true)]', true],
    [
      'conditions without brackets may hold for different values',
      'emails.type eq "home" and emails.value co "@example.com"',
      true,
    ],
    ['no value, no brackets', 'phoneNumbers[type eq "work"]', false],
    ['and, or, not', 'not (active eq true and (title pr or userType eq "Intern"))', true],
    ['the enterprise extension', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "security"', true],
    ['what Entra ID asks about a manager', 'id eq "2D7e" and manager eq "boss"', true],
    ['schemas', 'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"', true],
  ])('%s: %s', (_, text, holds) => {
    const filter = parseFilter(text, strict)
    expect(matches(checkFilter(filter, userType, strict), maya, userType)).toBe(holds)
    expect(matches(filter, maya, userType)).toBe(holds)
  })

  it('or for none, where it names what is inherited from Object', () => {
    expect(matches(parseFilter('constructor pr or toString.length pr', strict), maya, userType)).toBe(false)
  })

  it('or for one value of a multi-valued attribute', () => {
    const member = { value: '2d7e', type: 'User' }
    const filter = (text: string) => checkValueFilter(parseFilter(text, strict), membersAttribute, strict)
    expect(matchesValue(filter('VALUE eq "2d7e" and type eq "user"'), member, membersAttribute)).toBe(true)
    expect(matchesValue(filter('value eq "2D7E"'), member, membersAttribute)).toBe(false)
  })
})
