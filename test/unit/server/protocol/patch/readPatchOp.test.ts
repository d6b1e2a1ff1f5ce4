import { describe, expect, it } from 'vitest'
import { readPatchOp } from '../../../../../server/protocol/patch/readPatchOp.ts'
import { errorOf } from '../errorOf.ts'
import { recordTolerances, strict } from '../recordTolerances.ts'

const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
const read = (...operations: unknown[]) => readPatchOp({ schemas, Operations: operations }, strict)

describe('a PatchOp (RFC 7644 §3.5.2)', () => {
  it('is read as it stands', () => {
    const operations = [
      { op: 'add', path: 'title', value: 'x' },
      { op: 'remove', path: 'title' },
      { op: 'replace', value: { active: false } },
      { op: 'replace', path: 'title', value: null },
    ]
    expect(read(...operations)).toEqual(operations)
  })

  it('may spell its names in any case, and hold names that it does not know', () => {
    expect(
      readPatchOp(
        { Schemas: schemas, id: '1', operations: [{ OP: 'add', Path: 'title', VALUE: 'x', name: 'addTitle' }] },
        strict,
      ),
    ).toEqual([{ op: 'add', path: 'title', value: 'x' }])
  })

  it('takes a null path for none', () => {
    expect(read({ op: 'add', path: null, value: { title: 'x' } })).toEqual([{ op: 'add', value: { title: 'x' } }])
  })

  it.each<[string, unknown, string]>([
    ['no object', [], 'invalidSyntax'],
    ['null', null, 'invalidSyntax'],
    ['no Operations', { schemas }, 'invalidSyntax'],
    ['Operations that are no list', { schemas, Operations: { op: 'add' } }, 'invalidSyntax'],
    ['an operation that is no object', { schemas, Operations: ['add'] }, 'invalidSyntax'],
    ['an operation without op', { schemas, Operations: [{ path: 'title', value: 'x' }] }, 'invalidSyntax'],
    ['an unknown op', { schemas, Operations: [{ op: 'delete', path: 'title' }] }, 'invalidSyntax'],
    ['an op that is no text', { schemas, Operations: [{ op: 1, path: 'title' }] }, 'invalidSyntax'],
    ['a path that is no text', { schemas, Operations: [{ op: 'add', path: 1, value: 'x' }] }, 'invalidPath'],
    ['a remove without path', { schemas, Operations: [{ op: 'remove', value: { title: 'x' } }] }, 'noTarget'],
    ['an add without value', { schemas, Operations: [{ op: 'add', path: 'title' }] }, 'invalidValue'],
    ['a replace without value', { schemas, Operations: [{ op: 'replace', path: 'title' }] }, 'invalidValue'],
    ['a text without path', { schemas, Operations: [{ op: 'replace', value: 'x' }] }, 'invalidValue'],
    ['a list without path', { schemas, Operations: [{ op: 'add', value: [] }] }, 'invalidValue'],
  ])('is refused when it has %s', (_, body, scimType) => {
    expect(errorOf(() => readPatchOp(body, recordTolerances()))).toMatchObject({ status: 400, scimType })
  })

  it('is refused with the number of the operation and without the value that may be a password', () => {
    const error = errorOf(() => read({ op: 'add', path: 'title', value: 'x' }, { op: 'add', value: ['hunter2'] }))
    expect(error.detail).toContain('Operation 2')
    expect(error.detail).not.toContain('hunter2')
  })
})
