import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#contract/scim/resource.ts'
import { isObject } from '../../../../server/protocol/json.ts'
import { applyPatch } from '../../../../server/protocol/patch/applyPatch.ts'
import { readPatchOp } from '../../../../server/protocol/patch/readPatchOp.ts'
import { groupType, userType } from '../../../../server/protocol/schemas/resourceTypes.ts'
import { ScimError } from '../../../../server/protocol/scimError.ts'
import { validateResource } from '../../../../server/protocol/validate.ts'
import { recordTolerances, strict } from './recordTolerances.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise]

const name = fc.constantFrom(
  ...[
    'userName',
    'USERNAME',
    'name',
    'name.familyName',
    'emails',
    'emails.value',
    'emails[type eq "work"].value',
    'roles',
    'active',
  ],
  ...['addresses', 'groups', 'id', 'meta', 'schemas', 'password', 'members', 'manager', 'manager.$ref', 'department', enterprise],
  ...[
    `${enterprise}:manager`,
    `${enterprise}:department`,
    'value',
    'type',
    'primary',
    'display',
    '$ref',
    'formatted',
    'shoeSize',
  ],
  ...['__proto__', 'constructor', 'toString', '', 'a[b', 'emails[primary eq true]', 'x509Certificates', 'members[value eq "1"]'],
)
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json[]>('', 'x', 'True', 'work', '{"value":"Admin"}', '{', true, false, null, 0, 7.5),
    fc.string(),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(name, tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))

/** Whether `work` ended well; a failure that a client could not be told about is thrown on. */
function succeeds(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof ScimError) return false
    throw error
  }
}

describe('any body whatever', () => {
  it('is stored in a form that is valid by the letter of the RFC, or refused with a ScimError', () => {
    let stored = 0
    fc.assert(
      fc.property(json, fc.constantFrom(strict, recordTolerances()), (body, tolerances) => {
        const isStored = succeeds(() => {
          const sent = isObject(body) ? { userName: 'maya', ...body } : body
          const { attributes } = validateResource(sent, userType, tolerances)
          expect(validateResource({ ...attributes, schemas }, userType, strict)).toEqual({ attributes, notKept: [] })
        })
        if (isStored) stored += 1
        succeeds(() => validateResource(body, groupType, tolerances))
      }),
      { numRuns: 3000 },
    )
    expect(stored).toBeGreaterThan(100)
  })
})

describe('any patch whatever', () => {
  const operation = fc.record(
    { op: fc.constantFrom('add', 'Replace', 'remove'), path: fc.oneof(name, fc.string()), value: json },
    { requiredKeys: ['op'] },
  )

  it('leaves a form that is valid by the letter of the RFC, or is refused with a ScimError', () => {
    let applied = 0
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 4 }), (operations) => {
        const tolerances = recordTolerances()
        const before = Object.freeze({
          userName: 'maya',
          emails: Object.freeze([Object.freeze({ value: 'a', type: 'work', primary: true })]),
        })
        const isApplied = succeeds(() => {
          const read = readPatchOp({ Operations: operations }, tolerances)
          const { attributes } = applyPatch(before, { operations: read, type: userType, tolerances })
          expect(validateResource({ ...attributes, schemas }, userType, strict)).toEqual({ attributes, notKept: [] })
        })
        if (isApplied) applied += 1
      }),
      { numRuns: 3000 },
    )
    expect(applied).toBeGreaterThan(100)
  })
})
