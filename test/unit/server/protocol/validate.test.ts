import { describe, expect, it } from 'vitest'
import type { Json } from '#contract/scim/resource.ts'
import { parseJson } from '../../../../server/protocol/json.ts'
import { groupType, userType } from '../../../../server/protocol/schemas/resourceTypes.ts'
import { validateResource } from '../../../../server/protocol/validate.ts'
import { errorOf } from './errorOf.ts'
import { recordTolerances, strict } from './recordTolerances.ts'

const core = 'urn:ietf:params:scim:schemas:core:2.0:User'
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const group = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** The attributes of a user that holds these, in strict mode. */
const attributesOf = (attributes: object) =>
  validateResource({ schemas: [core, enterprise], userName: 'maya', ...attributes }, userType, strict).attributes
const failureOf = (attributes: object) => errorOf(() => attributesOf(attributes))

describe('what identity providers send to create somebody', () => {
  it('is taken from Okta: groups, an empty list and the password are not kept', () => {
    const tolerances = recordTolerances()
    const body = {
      schemas: [core],
      userName: 'maya.lindqvist@example.com',
      name: { givenName: 'Maya', familyName: 'Lindqvist' },
      emails: [{ primary: true, value: 'maya.lindqvist@example.com', type: 'work' }],
      displayName: 'Maya Lindqvist',
      locale: 'en-US',
      externalId: '00u1ab2cd3EF4gh5i6j7',
      groups: [],
      password: 'Xk29dmQa',
      active: true,
    }
    const { schemas: _, groups: __, password: ___, ...kept } = body
    expect(validateResource(body, userType, tolerances)).toEqual({ attributes: kept, notKept: ['password'] })
    expect(tolerances.used).toEqual([])
  })

  it('is taken from Entra ID: manager as a text becomes an object', () => {
    const tolerances = recordTolerances()
    const { attributes, notKept } = validateResource(
      {
        schemas: [core, enterprise],
        externalId: 'mlindqvist',
        userName: 'maya.lindqvist@example.com',
        active: true,
        displayName: 'Maya Lindqvist',
        title: 'Engineer',
        preferredLanguage: 'en-GB',
        emails: [{ primary: true, type: 'work', value: 'maya.lindqvist@example.com' }],
        meta: { resourceType: 'User' },
        name: { formatted: 'Maya Lindqvist', familyName: 'Lindqvist', givenName: 'Maya' },
        roles: [],
        [enterprise]: { department: 'Platform', manager: '2d7e' },
      },
      userType,
      tolerances,
    )
    expect(attributes).toMatchObject({ [enterprise]: { department: 'Platform', manager: { value: '2d7e' } } })
    expect(attributes).not.toHaveProperty('roles')
    expect(attributes).not.toHaveProperty('meta')
    expect(notKept).toEqual([])
    expect(tolerances.used).toEqual(['plain-value'])
  })

  it('is taken from Entra ID for a group, with its own schema URI', () => {
    const tolerances = recordTolerances()
    const body = {
      schemas: [group, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      externalId: '8aa1a0c0',
      displayName: 'Platform Team',
      meta: { resourceType: 'Group' },
    }
    expect(validateResource(body, groupType, tolerances)).toEqual({
      attributes: { externalId: '8aa1a0c0', displayName: 'Platform Team' },
      notKept: [],
    })
    expect(tolerances.used).toEqual(['unknown-schema'])
  })

  it('may declare the enterprise extension without using it', () => {
    expect(validateResource({ schemas: [core, enterprise], userName: 'maya' }, userType, strict).attributes).toEqual({
      userName: 'maya',
    })
  })

  it('is taken back from Okta with all that was in the reply to its GET', () => {
    const body = {
      schemas: [core],
      id: '2d7e',
      userName: 'maya',
      active: false,
      groups: [{ value: '1', display: 'Platform' }],
      meta: { resourceType: 'User', created: '2024-01-01T00:00:00Z' },
    }
    expect(validateResource(body, userType, strict)).toEqual({ attributes: { userName: 'maya', active: false }, notKept: [] })
  })
})

describe('names', () => {
  it('are stored as the schema spells them', () => {
    expect(
      validateResource(
        {
          SCHEMAS: [core.toUpperCase(), enterprise],
          USERNAME: 'maya',
          Emails: [{ Value: 'm@example.com', PRIMARY: true }],
          [enterprise.toUpperCase()]: { Department: 'Security', MANAGER: { Value: '1' } },
        },
        userType,
        strict,
      ).attributes,
    ).toEqual({
      userName: 'maya',
      emails: [{ value: 'm@example.com', primary: true }],
      [enterprise]: { department: 'Security', manager: { value: '1' } },
    })
  })

  it('that no schema has are not kept, at any depth', () => {
    const body = {
      schemas: [core, enterprise],
      userName: 'maya',
      shoeSize: 44,
      name: { familyName: 'Lindqvist', nick: 'M' },
      emails: [
        { value: 'm@example.com', verified: true },
        { value: 'n@example.com', verified: true },
      ],
      [enterprise]: { team: 'A' },
      'urn:example:extension:User': { a: 1 },
      'not a name!': 1,
      'a[b': 1,
      'emails[type is "x"]': 1,
    }
    expect(validateResource(body, userType, strict)).toEqual({
      attributes: {
        userName: 'maya',
        name: { familyName: 'Lindqvist' },
        emails: [{ value: 'm@example.com' }, { value: 'n@example.com' }],
      },
      notKept: [
        'shoeSize',
        'name.nick',
        'emails.verified',
        `${enterprise}:team`,
        'urn:example:extension:User',
        'not a name!',
        'a[b',
        'emails[type is "x"]',
      ],
    })
  })

  it('that every object inherits are unknown like any other', () => {
    const text = `{"schemas":["${core}"],"userName":"maya","__proto__":{"active":true},"constructor":{"prototype":{"x":1}},"toString":"x","name":{"__proto__":{"x":1},"givenName":"Maya"}}`
    const { attributes, notKept } = validateResource(parseJson(text), userType, recordTolerances())
    expect(attributes).toEqual({ userName: 'maya', name: { givenName: 'Maya' } })
    expect(notKept).toEqual(['__proto__', 'constructor', 'toString', 'name.__proto__'])
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('values', () => {
  it('that are null or empty are left out', () => {
    expect(
      attributesOf({
        title: null,
        emails: [],
        name: {},
        phoneNumbers: null,
        ims: [null],
        nickName: [],
        roles: [{}],
        [enterprise]: { manager: null },
      }),
    ).toEqual({
      userName: 'maya',
    })
  })

  it('of a multi-valued attribute that say nothing are left out', () => {
    expect(attributesOf({ phoneNumbers: [{ type: 'work', value: null, primary: false }] })).toEqual({ userName: 'maya' })
  })

  it.each<[object, string, string]>([
    [{ active: 'perhaps' }, 'active', '"perhaps"'],
    [{ active: 1 }, 'active', '1'],
    [{ title: { en: 'Engineer' } }, 'title', 'an object'],
    [{ title: ['a', 'b'] }, 'title', 'a list'],
    [{ title: true }, 'title', 'true'],
    [{ name: 'Maya' }, 'name', '"Maya"'],
    [{ name: { familyName: 7 } }, 'name.familyName', '7'],
    [{ emails: [{ value: {}, type: ['x', 'y'] }] }, 'emails.value', 'an object'],
    [{ emails: [['x']] }, 'emails', 'a list'],
    [{ emails: [true] }, 'emails', 'true'],
    [{ emails: [{ primary: 'yes' }] }, 'emails.primary', '"yes"'],
    [{ profileUrl: 5 }, 'profileUrl', '5'],
    [{ x509Certificates: [{ value: '-----BEGIN!' }] }, 'x509Certificates.value', '"-----BEGIN!"'],
    [{ [enterprise]: 'Security' }, enterprise, '"Security"'],
    [{ [enterprise]: { department: {}, manager: [1, 2] } }, `${enterprise}:department`, 'an object'],
  ])('of another type are refused with attribute and value: %j', (attributes, name, value) => {
    const error = failureOf(attributes)
    expect(error).toMatchObject({ status: 400, scimType: 'invalidValue' })
    expect(error.detail).toContain(name)
    expect(error.detail).toContain(value)
  })

  it('are cut at 100 characters in the error', () => {
    expect(failureOf({ active: 'x'.repeat(10_000) }).detail.length).toBeLessThan(200)
  })

  it('may be a certificate in base64, broken into lines', () => {
    expect(attributesOf({ x509Certificates: [{ value: 'MIIDQzCC\r\nAqyg==\n' }] })).toHaveProperty('x509Certificates')
  })

  it('prefer one at most', () => {
    const two = [
      { value: 'a', primary: true },
      { value: 'b', primary: true },
    ]
    expect(failureOf({ emails: two })).toMatchObject({ scimType: 'invalidValue' })
    expect(failureOf({ emails: two }).detail).toContain('emails')
  })

  it('are 1000 at most', () => {
    const emails = Array.from({ length: 1001 }, (_, index) => ({ value: `${index}@example.com` }))
    expect(failureOf({ emails })).toMatchObject({ scimType: 'invalidValue' })
    expect(attributesOf({ emails: emails.slice(1) })).toHaveProperty('emails.999')
  })

  it('never quote a password, whatever is wrong with it', () => {
    const result = validateResource({ schemas: [core], userName: 'maya', PASSWORD: { a: 'hunter2' } }, userType, strict)
    expect(result).toEqual({ attributes: { userName: 'maya' }, notKept: ['password'] })
  })
})

describe('what is required', () => {
  it.each([
    ['no userName', { userName: undefined }],
    ['a null userName', { userName: null }],
    ['an empty userName', { userName: '' }],
    ['a blank userName', { userName: '  ' }],
  ])('is refused when it is missing: %s', (_, attributes) => {
    const body: object = JSON.parse(JSON.stringify({ ...attributes }))
    const error = errorOf(() => validateResource({ schemas: [core], ...body }, userType, recordTolerances()))
    expect(error).toEqual({ status: 400, scimType: 'invalidValue', detail: 'userName is required.' })
  })

  it('is the displayName of a group', () => {
    expect(errorOf(() => validateResource({ schemas: [group], members: [] }, groupType, strict)).detail).toContain('displayName')
  })

  it.each<Json>([null, [], 'x', 7, true])('is an object: %j', (body) => {
    expect(errorOf(() => validateResource(body, userType, recordTolerances()))).toMatchObject({
      status: 400,
      scimType: 'invalidSyntax',
    })
  })
})

describe('the members of a group', () => {
  const members = (value: unknown, tolerances = strict) =>
    validateResource({ schemas: [group], displayName: 'Platform', Members: value }, groupType, tolerances).attributes['members']

  it('keep their id alone, each once', () => {
    expect(members([{ value: 'a', display: 'Maya', $ref: null }, { Value: 'b', type: 'User' }, { value: 'a' }])).toEqual([
      { value: 'a' },
      { value: 'b' },
    ])
  })

  it('are an empty list where the body empties them, and absent where it does not name them', () => {
    expect(members([])).toEqual([])
    expect(members(null)).toEqual([])
    expect(validateResource({ schemas: [group], displayName: 'Platform' }, groupType, strict).attributes).not.toHaveProperty(
      'members',
    )
  })

  it.each([[[{ display: 'Maya' }]], [[{ value: 7 }]], [[{ value: '' }]], [['']], [[null]], [[['a']]]])(
    'need an id each: %j',
    (value) => {
      expect(errorOf(() => members(value, recordTolerances()))).toMatchObject({ status: 400, scimType: 'invalidValue' })
    },
  )

  it('may be many', () => {
    expect(members(Array.from({ length: 20_000 }, (_, index) => ({ value: String(index) })))).toHaveLength(20_000)
  })
})
