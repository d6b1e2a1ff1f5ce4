import { describe, expect, it } from 'vitest'
import type { Attributes, JsonObject, StoredResource } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { checkFilter } from '../../../../server/protocol/filter/checkFilter.ts'
import { matches } from '../../../../server/protocol/filter/matches.ts'
import { parseFilter } from '../../../../server/protocol/filter/parseFilter.ts'
import { groupType, userType } from '../../../../server/protocol/schemas/resourceTypes.ts'
import { openStores } from './aStore.ts'

const lenient = { use: () => true }

const learners: Record<string, Attributes> = {
  maya: {
    userName: 'Maya@Example.com',
    externalId: 'X-1',
    active: true,
    title: 'Engineer',
    name: { givenName: 'Maya', familyName: 'Lindqvist' },
    emails: [
      { value: 'Maya@Example.com', type: 'work', primary: true },
      { value: 'maya@home.example', type: 'home' },
    ],
    [urns.enterpriseUser]: { department: 'Platform', manager: { value: 'M-1' } },
  },
  zoe: {
    userName: 'zoë_100%@example.com',
    active: false,
    name: { familyName: 'Ångström' },
    emails: [{ value: 'zoe@home.example', type: 'home' }],
    addresses: [{ type: 'work', locality: 'Malmö' }],
    [urns.enterpriseUser]: { department: 'sales' },
  },
  bare: { userName: 'bare' },
}

/** A filter, and who it finds among the three. */
const cases: [filter: string, found: string][] = [
  ['userName eq "maya@example.com"', 'maya'],
  ['userName eq "MAYA@EXAMPLE.COM"', 'maya'],
  ['userName ne "maya@example.com"', 'zoe bare'],
  ['userName co "EXAMPLE"', 'maya zoe'],
  ['userName sw "Zoë"', 'zoe'],
  ['userName sw "%"', ''],
  ['userName co "_100%"', 'zoe'],
  ['userName co "_"', 'zoe'],
  ['userName ew "ARE"', 'bare'],
  ['userName ew "much longer than any of them@example.com"', ''],
  ['userName gt "c"', 'maya zoe'],
  ['userName le "bare"', 'bare'],
  ['userName pr', 'maya zoe bare'],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "bare"', 'bare'],
  ['id eq "maya"', 'maya'],
  ['id eq "MAYA"', ''],
  ['id sw "b"', 'bare'],
  ['externalId eq "X-1"', 'maya'],
  ['externalId eq "x-1"', ''],
  ['externalId ne "X-1"', 'zoe bare'],
  ['not (externalId eq "X-1")', 'zoe bare'],
  ['externalId pr', 'maya'],
  ['not (externalId pr)', 'zoe bare'],
  ['externalId eq null', 'zoe bare'],
  ['externalId ne null', 'maya'],
  ['active eq true', 'maya'],
  ['active eq false', 'zoe'],
  ['active ne true', 'zoe bare'],
  ['active ne false', 'maya bare'],
  ['not (active eq true)', 'zoe bare'],
  ['active pr', 'maya zoe'],
  ['title eq "engineer"', 'maya'],
  ['title ne "engineer"', 'zoe bare'],
  ['not (title sw "eng")', 'zoe bare'],
  ['title gt "a"', 'maya'],
  ['title ew ""', 'maya'],
  ['title co ""', 'maya'],
  ['name.familyName eq "ÅNGSTRÖM"', 'zoe'],
  ['name.givenName ne "x"', 'maya zoe bare'],
  ['name pr', 'maya zoe'],
  ['name[givenName ne "x"]', 'maya zoe'],
  ['name[givenName eq "maya" and familyName sw "l"]', 'maya'],
  ['emails.value eq "MAYA@home.example"', 'maya'],
  ['emails eq "zoe@home.example"', 'zoe'],
  ['emails co "home.example"', 'maya zoe'],
  ['emails.value ne "zoe@home.example"', 'maya bare'],
  ['not (emails.value eq "zoe@home.example")', 'maya bare'],
  ['emails.type eq "work"', 'maya'],
  ['emails.type ne "home"', 'maya bare'],
  ['emails pr', 'maya zoe'],
  ['emails.primary pr', 'maya'],
  ['emails.primary eq true', 'maya'],
  ['emails.display eq null', 'maya zoe bare'],
  ['emails.value ne null', 'maya zoe'],
  ['emails[type eq "work"].value eq "maya@example.com"', 'maya'],
  ['emails[type eq "home"].value eq "maya@example.com"', ''],
  ['emails[type eq "home" and value co "maya"]', 'maya'],
  ['emails[not (type eq "home")]', 'maya'],
  ['emails[primary ne true]', 'maya zoe'],
  ['addresses pr', 'zoe'],
  ['addresses.locality eq "malmö"', 'zoe'],
  [`${urns.enterpriseUser}:department eq "SALES"`, 'zoe'],
  [`${urns.enterpriseUser}:department pr`, 'maya zoe'],
  [`not (${urns.enterpriseUser}:department sw "p")`, 'zoe bare'],
  [`${urns.enterpriseUser}:manager.value eq "M-1"`, 'maya'],
  [`${urns.enterpriseUser}:manager eq "m-1"`, ''],
  [`${urns.enterpriseUser}:manager pr`, 'maya'],
  ['title eq "engineer" and active eq true', 'maya'],
  ['title eq "engineer" or userName eq "bare"', 'maya bare'],
  ['title eq "engineer" or userName eq "bare" and active eq true', 'maya'],
  ['(title eq "engineer" or userName eq "bare") and not (active eq true)', 'bare'],
  ['schemas eq "urn:ietf:params:scim:schemas:core:2.0:User"', 'maya zoe bare'],
  [`schemas eq "${urns.enterpriseUser}"`, 'maya zoe'],
  ['meta.resourceType eq "User"', 'maya zoe bare'],
  ['meta.created eq "2026-03-01T13:00:00+01:00"', 'maya zoe bare'],
  ['meta.lastModified gt "2026-03-01T12:00:00Z"', ''],
  ['meta.lastModified ge "2026-03-01T12:00:00Z"', 'maya zoe bare'],
  ['meta[created lt "2026-03-01T12:00:00.001Z"]', 'maya zoe bare'],
  ['meta pr', 'maya zoe bare'],
  [`userName eq "x' OR 1=1 --"`, ''],
]

describe('a filter over stored users', () => {
  const { stores, connectionId, insertUser } = openStores()
  const stored = Object.entries(learners).map(([id, attributes]) =>
    stores.resources.insert({ ...insertOf(connectionId), id, attributes }),
  )
  insertUser({ ...learners['maya'], userName: 'deleted' }, { id: 'gone' })
  stores.resources.remove(connectionId, 'User', 'gone', '2026-03-01T12:00:00.000Z')

  it.each(cases)('%s finds: %s', (text, found) => {
    const filter = checkFilter(parseFilter(text, lenient), userType, lenient)
    const { totalResults, resources } = stores.resources.query(connectionId, 'User', { filter, startIndex: 1, count: 10 })
    expect(resources.map(({ id }) => id).join(' ')).toBe(found)
    expect(totalResults).toBe(resources.length)
  })

  it.each(cases)('%s means the same as where one resource is asked', (text, found) => {
    const filter = checkFilter(parseFilter(text, lenient), userType, lenient)
    const matching = stored.filter((resource) => matches(filter, toWhole(resource), userType))
    expect(matching.map(({ id }) => id).join(' ')).toBe(found)
  })

  it.each(['meta.location pr', 'groups.$ref co "x"'])('refuses %s, which no column tells', (text) => {
    const filter = checkFilter(parseFilter(text, lenient), userType, lenient)
    expect(() => stores.resources.query(connectionId, 'User', { filter, startIndex: 1, count: 10 })).toThrow(
      /cannot be filtered by/,
    )
  })

  it('answers the longest filter that the parser lets pass', () => {
    const text = Array.from({ length: 200 }, (_, index) => `title eq "${index}"`).join(' or ')
    const filter = checkFilter(parseFilter(text, lenient), userType, lenient)
    expect(stores.resources.query(connectionId, 'User', { filter, startIndex: 1, count: 10 }).totalResults).toBe(0)
  })

  it('answers the deepest filter that the parser lets pass', () => {
    const text = `${'not ('.repeat(49)}title pr${')'.repeat(49)}`
    const filter = checkFilter(parseFilter(text, lenient), userType, lenient)
    expect(stores.resources.query(connectionId, 'User', { filter, startIndex: 1, count: 10 }).totalResults).toBe(2)
  })
})

describe('a filter over memberships', () => {
  const { stores, connectionId, insertUser, insertGroup } = openStores()
  insertUser({ userName: 'u1', displayName: 'Maya' }, { id: 'u1' })
  insertUser({ userName: 'u2' }, { id: 'u2' })
  insertGroup('Platform', { id: 'g1' })
  insertGroup('Sales', { id: 'g2' })
  insertGroup('Empty', { id: 'g3' })
  stores.memberships.add(connectionId, 'g1', ['u1', 'u2'])
  stores.memberships.add(connectionId, 'g2', ['g1', 'u2'])

  it.each([
    ['Group', 'members.value eq "u2"', 'g1 g2'],
    ['Group', 'members eq "u1"', 'g1'],
    ['Group', 'members[value eq "g1"]', 'g2'],
    ['Group', 'members[value eq "u1" and type eq "Group"]', ''],
    ['Group', 'members.type eq "group"', 'g2'],
    ['Group', 'members.display sw "may"', 'g1'],
    ['Group', 'members pr', 'g1 g2'],
    ['Group', 'not (members pr)', 'g3'],
    ['Group', 'members.value ne "u2"', 'g1 g2 g3'],
    ['Group', 'id eq "g1" and members eq "u1"', 'g1'],
    ['Group', 'id eq "g2" and members eq "u1"', ''],
    ['Group', 'displayName eq "PLATFORM"', 'g1'],
    ['User', 'groups.value eq "g2"', 'u2'],
    ['User', 'groups.display eq "platform"', 'u1 u2'],
    ['User', 'groups.type eq "direct"', 'u1 u2'],
  ] as const)('of %s: %s finds: %s', (resourceType, text, found) => {
    const filter = checkFilter(parseFilter(text, lenient), resourceType === 'User' ? userType : groupType, lenient)
    const { resources } = stores.resources.query(connectionId, resourceType, { filter, startIndex: 1, count: 10 })
    expect(resources.map(({ id }) => id).join(' ')).toBe(found)
  })
})

function insertOf(connectionId: number) {
  return { connectionId, resourceType: 'User', at: '2026-03-01T12:00:00.000Z', simulated: false } as const
}

/** What a client sees of it, which is what `matches` is asked of. */
function toWhole({ id, attributes, created, lastModified }: StoredResource): JsonObject {
  const extensions = Object.keys(attributes).filter((name) => name.startsWith('urn:'))
  return { schemas: [urns.user, ...extensions], id, ...attributes, meta: { resourceType: 'User', created, lastModified } }
}
