// RFC 7644 §3.4.2.2: filters
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup } from '../support/aUser.ts'
import type { ScimReply } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

/** Four learners, each with something that a filter can tell apart. */
const learners = [
  {
    schemas: [urns.user, urns.enterpriseUser],
    userName: 'bjensen',
    externalId: 'Ab7',
    name: { givenName: 'Barbara', familyName: "O'Malley" },
    title: 'Tour Guide',
    userType: 'Employee',
    emails: [
      { value: 'bjensen@example.com', type: 'work', primary: true },
      { value: 'babs@home.test', type: 'home' },
    ],
    [urns.enterpriseUser]: { employeeNumber: '701984', department: 'Tours', manager: { value: 'boss-1' } },
  },
  {
    schemas: [urns.user],
    userName: 'John',
    name: { givenName: 'John', familyName: 'Smith' },
    userType: 'Intern',
    emails: [{ value: 'john@example.org', type: 'home' }],
    ims: [{ value: 'john@foo.com', type: 'xmpp' }],
    active: false,
  },
  {
    schemas: [urns.user],
    userName: 'jane_100%',
    title: 'Älteste',
    userType: 'Contractor',
    x509Certificates: [{ value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UEBhMCVVMx' }],
    photos: [{ value: 'https://photos.example.com/Jane.jpg', type: 'photo' }],
  },
  { schemas: [urns.user], userName: 'zed' },
] as const

async function startWithLearners() {
  const service = await startService()
  const created: ScimReply[] = []
  for (const learner of learners) created.push(await service.scim.post('/Users', learner))
  const find = async (filter: string) => {
    const reply = await service.scim.get(`/Users?filter=${encodeURIComponent(filter)}&attributes=userName`)
    const found = reply.body['Resources']
    return Array.isArray(found) ? found.map((one) => String(one.userName)).join(' ') : reply
  }
  return { ...service, created, find }
}

const everybody = 'bjensen John jane_100% zed'

describe('the examples of Figure 2 find whom they describe', () => {
  it.each([
    ['userName eq "bjensen"', 'bjensen'],
    ['name.familyName co "O\'Malley"', 'bjensen'],
    ['userName sw "J"', 'John jane_100%'],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"', 'John jane_100%'],
    ['title pr', 'bjensen jane_100%'],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', everybody],
    ['meta.lastModified ge "2011-05-13T04:42:34Z"', everybody],
    ['meta.lastModified lt "2011-05-13T04:42:34Z"', ''],
    ['meta.lastModified le "2011-05-13T04:42:34Z"', ''],
    ['title pr and userType eq "Employee"', 'bjensen'],
    ['title pr or userType eq "Intern"', 'bjensen John jane_100%'],
    ['schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"', 'bjensen'],
    ['userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")', 'bjensen'],
    ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")', 'jane_100% zed'],
    ['userType eq "Employee" and (emails.type eq "work")', 'bjensen'],
    ['userType eq "Employee" and emails[type eq "work" and value co "@example.com"]', 'bjensen'],
    ['emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]', 'bjensen John'],
  ])('%s', async (filter, expected) => {
    const { find } = await startWithLearners()
    expect(await find(filter)).toBe(expected)
  })
})

describe('a filter', () => {
  it.each([
    ['eq, with names and operators in any case', 'USERNAME Eq "BJENSEN"', 'bjensen'],
    ['ne, which holds for an absent value', 'userType ne "Employee"', 'John jane_100% zed'],
    ['co', 'userName co "OH"', 'John'],
    ['ew', 'emails.value ew "@EXAMPLE.com"', 'bjensen'],
    ['gt', 'userName gt "jane"', 'John jane_100% zed'],
    ['ge', 'userName ge "john"', 'John zed'],
    ['lt', 'userName lt "j"', 'bjensen'],
    ['le', 'userName le "john"', 'bjensen John jane_100%'],
    ['a wildcard of SQL as a plain letter', 'userName co "_1"', 'jane_100%'],
    ['a percent sign as a plain letter', 'userName ew "%"', 'jane_100%'],
    ['a letter of any script without regard to case', 'title eq "ÄLTESTE"', 'jane_100%'],
    ['a case-exact attribute with regard to case', 'externalId eq "ab7"', ''],
    ['a case-exact attribute as it is', 'externalId eq "Ab7"', 'bjensen'],
    ['a reference with regard to case', 'photos.value co "jane.jpg"', ''],
    ['a boolean', 'active eq false', 'John'],
    ['null for no value', 'title eq null', 'John zed'],
    ['null for any value', 'title ne null', 'bjensen jane_100%'],
    ['pr of a complex attribute', 'name pr', 'bjensen John'],
    ['pr of a sub-attribute', 'emails.display pr', ''],
    ['pr of a multi-valued attribute', 'emails pr', 'bjensen John'],
    ['not with and without a space', 'not(title pr) and not (emails pr)', 'zed'],
    ['and before or', 'userName eq "zed" or userName eq "John" and title pr', 'zed'],
    ['brackets before all', '(userName eq "zed" or userName eq "John") and not (title pr)', 'John zed'],
    ['an attribute of an extension', `${urns.enterpriseUser}:department eq "tours"`, 'bjensen'],
    ['a sub-attribute of an extension', `${urns.enterpriseUser}:manager.value eq "boss-1"`, 'bjensen'],
    ['a value path asked of one value at a time', 'emails[type eq "home" and value co "example.com"]', ''],
    ['a value path with or and not', 'emails[type eq "work" or not (value co "home.test")]', 'bjensen John'],
    ['a value path of a boolean', 'emails[primary eq true]', 'bjensen'],
    ['a binary value', 'x509Certificates.value sw "MIIDQ"', 'jane_100%'],
    ['an escape in a string', 'name.familyName eq "O\\u0027Malley"', 'bjensen'],
    ['a time with an offset', 'meta.created gt "2011-05-13T04:42:34+02:00"', everybody],
    ['the resource type', 'meta.resourceType eq "User"', everybody],
    ['the version', 'meta.version eq "W/\\"1\\""', everybody],
    ['another version', 'meta.version ne "W/\\"1\\""', ''],
  ])('takes %s', async (_name, filter, expected) => {
    const { find } = await startWithLearners()
    expect(await find(filter)).toBe(expected)
  })

  it('finds by id, and by the groups of a user and the members of a group', async () => {
    const { scim, created, find } = await startWithLearners()
    const [barbara, john] = created
    const group = await scim.post('/Groups', aGroup({ displayName: 'Tour Guides', members: [{ value: barbara?.id }] }))
    expect(await find(`id eq "${john?.id}"`)).toBe('John')
    expect(await find(`groups.value eq "${group.id}"`)).toBe('bjensen')
    expect(await find('groups.display sw "tour"')).toBe('bjensen')
    const byMember = await scim.get(`/Groups?filter=${encodeURIComponent(`members[value eq "${barbara?.id}"]`)}`)
    expect(byMember.body).toMatchObject({ totalResults: 1, Resources: [{ displayName: 'Tour Guides' }] })
  })

  it('that finds nobody is answered 200 with totalResults 0', async () => {
    const { scim } = await startService()
    expect(await scim.get('/Users?filter=userName%20eq%20%22nobody%22')).toMatchObject({
      status: 200,
      body: { totalResults: 0, itemsPerPage: 0, Resources: [] },
    })
  })

  it('may have + for spaces', async () => {
    const { scim } = await startWithLearners()
    expect((await scim.get('/Users?filter=userName+eq+%22zed%22')).body).toMatchObject({ totalResults: 1 })
  })
})

it.each([
  ['an operator that does not exist', 'userName regex "b.*"', /position 10/],
  ['an operator of another language', 'userName == "b"', /"==" at position 10 is not supported: write eq/],
  ['a word that may be anything', 'userName hunter2', /^(?!.*hunter2)/],
  ['no operator', 'userName', /position/],
  ['a string without its end', 'userName eq "b', /closing quotation mark/],
  ['a bracket that is not closed', '(userName eq "b"', /position/],
  ['an attribute that does not exist', 'shoeSize eq 41', /shoeSize/],
  ['a sub-attribute that does not exist', 'name.nick eq "B"', /name\.nick/],
  ['a complex attribute without its sub-attribute', 'name eq "B"', /name/],
  ['an order of booleans', 'active gt false', /active/],
  ['an order of binary values', 'x509Certificates.value gt "M"', /x509Certificates/],
  ['a number where a time is due', 'meta.created gt 5', /meta\.created/],
  ['brackets inside brackets', 'emails[type[value eq "x"]]', /position/],
])('answers 400 invalidFilter to %s, and says where', async (_name, filter, detail) => {
  const { scim } = await startService()
  expect(await scim.get(`/Users?filter=${encodeURIComponent(filter)}`)).toMatchObject({
    status: 400,
    body: { scimType: 'invalidFilter', detail: expect.stringMatching(detail) },
  })
})

it('answers 403 sensitive to a password in a filter (§7.5.2)', async () => {
  const { scim } = await startService()
  expect(await scim.get(`/Users?filter=${encodeURIComponent('password eq "secret"')}`)).toMatchObject({
    status: 403,
    body: { scimType: 'sensitive' },
  })
})

describe('a page by index (§3.4.2.4)', () => {
  it.each([
    ['startIndex=1&count=2', 1, ['bjensen', 'John']],
    ['startIndex=3&count=2', 3, ['jane_100%', 'zed']],
    ['startIndex=0&count=1', 1, ['bjensen']],
    ['startIndex=-7&count=1', 1, ['bjensen']],
    ['startIndex=9', 9, []],
    ['count=0', 1, []],
    ['count=-3', 1, []],
  ])('%s', async (query, startIndex, expected) => {
    const { scim } = await startWithLearners()
    const { body } = await scim.get(`/Users?${query}`)
    expect(body).toMatchObject({ schemas: [urns.listResponse], totalResults: 4, startIndex, itemsPerPage: expected.length })
    expect(Array.isArray(body['Resources']) && body['Resources'].map((one) => one.userName)).toEqual(expected)
  })
})
