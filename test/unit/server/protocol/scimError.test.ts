import { describe, expect, it } from 'vitest'
import { invalidPath, notFound, quoteValue, ScimError, sensitive, uniqueness } from '../../../../server/protocol/scimError.ts'

describe('a SCIM error (RFC 7644 §3.12)', () => {
  it('writes its status as a text, as the standard wants it', () => {
    expect(invalidPath('No such path.').toResponse()).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '400',
      scimType: 'invalidPath',
      detail: 'No such path.',
    })
  })

  it('leaves out scimType where the standard defines none', () => {
    expect(new ScimError(404, 'Gone.').toResponse()).not.toHaveProperty('scimType')
    expect(notFound('User', '2d7e').toResponse()).toMatchObject({ status: '404', detail: 'There is no User with id "2d7e".' })
  })

  it('answers 403 for a secret in a URL', () => {
    expect(sensitive('password').status).toBe(403)
  })

  it('names attribute, value, id and whether the learner is archived when a value is taken', () => {
    const taken = { attribute: 'userName', value: 'maya@example.com', id: '2d7e' }
    expect(uniqueness({ ...taken, archived: true })).toMatchObject({
      status: 409,
      scimType: 'uniqueness',
      detail: 'userName "maya@example.com" is already taken by the resource with id "2d7e", which is archived (active is false).',
    })
    expect(uniqueness({ ...taken, archived: false }).detail).toContain('not archived')
    expect(uniqueness({ attribute: 'displayName', value: 'Platform', id: '2d7e' }).detail).not.toContain('archived')
  })

  it('cuts long values and never quotes the inside of an object or a list', () => {
    expect(quoteValue('x'.repeat(1000))).toBe(`"${'x'.repeat(100)}…"`)
    expect(quoteValue({ password: 'hunter2' })).toBe('an object')
    expect(quoteValue(['hunter2'])).toBe('a list')
    expect([quoteValue(null), quoteValue(true), quoteValue(7)]).toEqual(['null', 'true', '7'])
  })
})
