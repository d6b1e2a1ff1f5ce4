import { describe, expect, it } from 'vitest'
import type { Attributes, Json } from '#contract/scim/resource.ts'
import { checkFilter } from '../../../../../server/protocol/filter/checkFilter.ts'
import { parseFilter } from '../../../../../server/protocol/filter/parseFilter.ts'
import { applyPatch } from '../../../../../server/protocol/patch/applyPatch.ts'
import { takeMembership } from '../../../../../server/protocol/patch/membership.ts'
import { readPatchOp } from '../../../../../server/protocol/patch/readPatchOp.ts'
import { userType } from '../../../../../server/protocol/schemas/resourceTypes.ts'
import { tolerances as all } from '../../../../../server/protocol/tolerance/all.ts'
import type { Tolerances } from '../../../../../server/protocol/tolerance/tolerance.ts'
import { validateResource } from '../../../../../server/protocol/validate.ts'
import { errorOf } from '../errorOf.ts'
import { recordTolerances, strict } from '../recordTolerances.ts'

const core = 'urn:ietf:params:scim:schemas:core:2.0:User'
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

/** What is left of a user beside the userName that all of them have. */
function withoutName({ userName, ...rest }: Attributes): Attributes {
  expect(userName).toBe('maya')
  return rest
}

const create = (attributes: object) => (tolerances: Tolerances) =>
  withoutName(validateResource({ schemas: [core, enterprise], userName: 'maya', ...attributes }, userType, tolerances).attributes)

const patch =
  (before: Attributes, ...operations: Json[]) =>
  (tolerances: Tolerances) => {
    const read = readPatchOp({ schemas: [patchOp], Operations: operations }, tolerances)
    return withoutName(applyPatch({ userName: 'maya', ...before }, { operations: read, type: userType, tolerances }).attributes)
  }

const filter = (text: string) => (tolerances: Tolerances) => checkFilter(parseFilter(text, tolerances), userType, tolerances)

/** A rule, a request that needs it, what it leads to, and what the RFC leads to: a scimType, or another result. */
const bends: [name: string, work: (tolerances: Tolerances) => unknown, lenient: unknown, rfc: unknown][] = [
  ['string-boolean', create({ active: 'False' }), { active: false }, 'invalidValue'],
  [
    'string-boolean',
    create({ emails: [{ value: 'a', primary: 'TRUE' }] }),
    { emails: [{ value: 'a', primary: true }] },
    'invalidValue',
  ],
  ['string-boolean', filter('active eq "True"'), expect.objectContaining({ value: true }), 'invalidFilter'],
  ['unquoted-value', filter('userName eq maya'), expect.objectContaining({ value: 'maya' }), 'invalidFilter'],
  [
    'lone-backslash',
    filter(String.raw`userName eq "A\maya"`),
    expect.objectContaining({ value: String.raw`A\maya` }),
    'invalidFilter',
  ],
  [
    'value-path-comparison',
    filter('emails[type eq "work"].value eq "a"'),
    expect.objectContaining({ kind: 'valuePath' }),
    'invalidFilter',
  ],
  ['capitalised-op', patch({}, { op: 'Replace', path: 'title', value: 'x' }), { title: 'x' }, 'invalidSyntax'],
  ['empty-operations', patch({}), {}, 'invalidSyntax'],
  ['qualified-key', patch({}, { op: 'replace', value: { 'name.familyName': 'Berg' } }), { name: { familyName: 'Berg' } }, {}],
  [
    'qualified-key',
    patch({}, { op: 'replace', value: { [`${enterprise}:department`]: 'Security' } }),
    { [enterprise]: { department: 'Security' } },
    {},
  ],
  [
    'create-selected-value',
    patch({}, { op: 'add', path: 'emails[type eq "work"].value', value: 'a' }),
    { emails: [{ type: 'work', value: 'a' }] },
    'noTarget',
  ],
  [
    'create-selected-value',
    patch({}, { op: 'replace', path: 'emails[type eq "work"].value', value: 'a' }),
    { emails: [{ type: 'work', value: 'a' }] },
    'noTarget',
  ],
  ['empty-string-clears', patch({ title: 'x' }, { op: 'replace', path: 'title', value: '' }), {}, { title: '' }],
  ['empty-string-clears', create({ title: '' }), {}, { title: '' }],
  [
    'remove-listed-values',
    patch({ emails: [{ value: 'a', type: 'work' }, { value: 'b' }] }, { op: 'remove', path: 'emails', value: [{ value: 'a' }] }),
    { emails: [{ value: 'b' }] },
    {},
  ],
  ['read-only-in-value', patch({}, { op: 'replace', value: { id: '1', title: 'x' } }), { title: 'x' }, 'mutability'],
  ['unknown-schema', create({ schemas: [core, 'urn:example:x'] }), {}, 'invalidValue'],
  ['missing-schema', create({ schemas: [enterprise] }), {}, 'invalidSyntax'],
  ['missing-schema', create({ schemas: null }), {}, 'invalidSyntax'],
  [
    'extension-not-listed',
    create({ schemas: [core], [enterprise]: { department: 'x' } }),
    { [enterprise]: { department: 'x' } },
    'invalidSyntax',
  ],
  [
    'unqualified-extension',
    create({ department: 'Security' }),
    { [enterprise]: { department: 'Security' } },
    { [enterprise]: undefined },
  ],
  ['value-in-list', patch({}, { op: 'replace', path: 'title', value: ['x'] }), { title: 'x' }, 'invalidValue'],
  [
    'value-in-list',
    create({ [enterprise]: { manager: [{ value: '1' }] } }),
    { [enterprise]: { manager: { value: '1' } } },
    'invalidValue',
  ],
  ['value-without-list', create({ emails: { value: 'a' } }), { emails: [{ value: 'a' }] }, 'invalidValue'],
  ['plain-value', create({ [enterprise]: { manager: '1' } }), { [enterprise]: { manager: { value: '1' } } }, 'invalidValue'],
  ['plain-value', create({ emails: ['a'] }), { emails: [{ value: 'a' }] }, 'invalidValue'],
  [
    'json-in-role',
    create({ roles: [{ value: '{"id":"7","value":"Admin","displayName":"Administrator"}' }] }),
    { roles: [{ value: 'Admin', display: 'Administrator' }] },
    { roles: [{ value: '{"id":"7","value":"Admin","displayName":"Administrator"}' }] },
  ],
  [
    'manager-by-reference',
    create({ [enterprise]: { manager: { $ref: 'https://example.com/Users/2d7e' } } }),
    { [enterprise]: { manager: { value: '2d7e', $ref: 'https://example.com/Users/2d7e' } } },
    { [enterprise]: { manager: { $ref: 'https://example.com/Users/2d7e' } } },
  ],
  [
    'number-for-string',
    create({ [enterprise]: { employeeNumber: 701984 } }),
    { [enterprise]: { employeeNumber: '701984' } },
    'invalidValue',
  ],
  [
    'operation-in-member',
    (tolerances) => {
      const members = [
        { value: 'a', operation: 'add' },
        { value: 'b"', operation: 'delete' },
      ]
      return readPatchOp({ schemas: [patchOp], members }, tolerances)
    },
    [
      { op: 'add', path: 'members', value: [{ value: 'a' }] },
      { op: 'remove', path: 'members[value eq "b\\""]' },
    ],
    'invalidSyntax',
  ],
]

describe('a rule that is bent', () => {
  it.each(bends)('%s is bent and named, and in strict mode is not', (name, work, lenient, rfc) => {
    const tolerances = recordTolerances()
    expect(work(tolerances)).toEqual(lenient)
    expect(tolerances.used).toEqual([name])
    if (typeof rfc === 'string') expect(errorOf(() => work(strict)).scimType).toBe(rfc)
    else expect(work(strict)).toEqual(rfc)
  })

  it('has an example above, unless it is about HTTP or the store alone', () => {
    const shown = new Set(bends.map(([name]) => name))
    const aboutHttp = ['doubled-slash', 'path-case', 'trailing-slash', 'spaces-after-bearer', 'missing-media-type']
    const elsewhere = [...aboutHttp, 'unknown-member']
    expect(all.map(({ name }) => name).filter((name) => !shown.has(name) && !elsewhere.includes(name))).toEqual([])
  })

  it('has a name of its own, a reason in one line and a source', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    for (const { name, reason, source } of all) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(reason).toMatch(/^[A-Z][^\n]+\.$/)
      expect(source).not.toBe('')
    }
  })

  it('is bent for members too', () => {
    const tolerances = recordTolerances()
    const { changes } = takeMembership([{ op: 'remove', path: 'members', value: ['a'] }], tolerances)
    expect(changes).toEqual([{ kind: 'remove', ids: ['a'] }])
    expect(tolerances.used).toEqual(['remove-listed-values', 'plain-value'])
    expect(takeMembership([{ op: 'remove', path: 'members', value: ['a'] }], strict).changes).toEqual([{ kind: 'clear' }])
  })
})
