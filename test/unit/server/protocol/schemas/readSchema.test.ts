import { describe, expect, it } from 'vitest'
import { enterpriseUserSchema } from '../../../../../server/protocol/schemas/enterpriseUser.ts'
import { readSchema } from '../../../../../server/protocol/schemas/readSchema.ts'
import { securityJourneySchema } from '../../../../../server/protocol/schemas/securityJourney.ts'
import { errorOf } from '../errorOf.ts'

const id = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'
const read = (...attributes: readonly unknown[]) => readSchema({ id, name: 'Acme', attributes })

describe('a schema from a file (RFC 7643 §7)', () => {
  it('is read as it stands where it says everything', () => {
    expect(readSchema(securityJourneySchema)).toEqual(securityJourneySchema)
    expect(readSchema({ ...enterpriseUserSchema, id, meta: { resourceType: 'Schema' }, schemas: [] })).toEqual({
      ...enterpriseUserSchema,
      id,
    })
  })

  it('has what §2.2 assumes where it says nothing', () => {
    expect(readSchema({ id, attributes: [{ name: 'badge' }] })).toEqual({
      id,
      name: id,
      description: '',
      attributes: [
        {
          name: 'badge',
          type: 'string',
          multiValued: false,
          description: '',
          required: false,
          caseExact: false,
          mutability: 'readWrite',
          returned: 'default',
          uniqueness: 'none',
        },
      ],
    })
  })

  it('never returns what is write-only, and compares references and binary values by their exact case', () => {
    expect(
      read({ name: 'pin', mutability: 'writeOnly' }, { name: 'page', type: 'reference' }, { name: 'key', type: 'BINARY' }),
    ).toMatchObject({
      attributes: [{ returned: 'never' }, { caseExact: true, referenceTypes: ['external'] }, { type: 'binary', caseExact: true }],
    })
  })

  it.each<[unknown, string]>([
    [[], 'JSON object'],
    ['urn:x', 'JSON object'],
    [{ Resources: [] }, 'list of schemas'],
    [{ attributes: [{ name: 'a' }] }, 'id is missing'],
    [{ id: 7 }, 'id must be a URN'],
    [{ id: 'acme' }, 'id must be a URN'],
    [{ id: 'urn:acme:"x"' }, 'id must be a URN'],
    [{ id: 'urn:ietf:params:scim:schemas:core:2.0:User' }, 'core of SCIM'],
    [{ id: 'URN:ietf:params:scim:schemas:extension:enterprise:2.0:user' }, 'enterprise extension'],
    [{ id, name: 7, attributes: [{ name: 'a' }] }, 'name must be a text'],
    [{ id }, 'attributes must be a list'],
    [{ id, attributes: [] }, 'attributes must be a list of at least one'],
    [{ id, attributes: {} }, 'attributes must be a list'],
    [{ id, attributes: Array(101).fill({ name: 'a' }) }, 'more than 100'],
  ])('is refused with a word on what is wrong (%#)', (body, due) => {
    expect(errorOf(() => readSchema(body)).detail).toContain(due)
  })

  it.each<[unknown, string]>([
    ['badge', 'attributes[1] must be an object'],
    [{}, 'attributes[1].name must begin with a letter'],
    [{ name: '7up' }, 'attributes[1].name'],
    [{ name: 'a b' }, 'attributes[1].name'],
    [{ name: 'urn:x' }, 'attributes[1].name'],
    [{ name: 'externalID' }, 'attributes[1].name must not be "externalID"'],
    [{ name: 'constructor' }, 'attributes[1].name must not be "constructor"'],
    [{ name: 'FIRST' }, 'attributes[1].name is "FIRST", and another attribute has this name'],
    [{ name: 'a', type: 'text' }, 'attributes[1].type must be one of string,'],
    [{ name: 'a', required: 'yes' }, 'attributes[1].required must be true or false, not "yes"'],
    [{ name: 'a', multiValued: 1 }, 'attributes[1].multiValued'],
    [{ name: 'a', mutability: 'readonce' }, 'attributes[1].mutability'],
    [{ name: 'a', returned: 'sometimes' }, 'attributes[1].returned'],
    [{ name: 'a', uniqueness: true }, 'attributes[1].uniqueness'],
    [{ name: 'a', canonicalValues: 'x' }, 'attributes[1].canonicalValues must be a list of texts'],
    [{ name: 'a', description: 7 }, 'attributes[1].description'],
    [{ name: 'a', mutability: 'writeOnly', returned: 'always' }, 'attributes[1].returned must be never'],
    [{ name: 'a', mutability: 'readOnly', required: true }, 'attributes[1].required must be false'],
    [{ name: 'a', type: 'complex' }, 'attributes[1].subAttributes must be a list'],
    [
      { name: 'a', type: 'complex', uniqueness: 'server', subAttributes: [{ name: 'b' }] },
      'attributes[1].uniqueness must be none',
    ],
    [{ name: 'a', subAttributes: [{ name: 'b' }] }, 'attributes[1].subAttributes must not be there'],
    [
      { name: 'a', type: 'complex', subAttributes: [{ name: 'b', type: 'complex' }] },
      'attributes[1].subAttributes[0].type must not be complex',
    ],
    [{ name: 'a', type: 'complex', subAttributes: [{ name: 'b' }, { name: 'B' }] }, 'attributes[1].subAttributes[1].name is "B"'],
  ])('names the member at fault in the attribute %j', (attribute, due) => {
    const error = errorOf(() => read({ name: 'first' }, attribute))
    expect(error).toMatchObject({ status: 400, scimType: 'invalidValue' })
    expect(error.detail).toContain(due)
  })
})
