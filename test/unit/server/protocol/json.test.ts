import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getValue, parseJson } from '../../../../server/protocol/json.ts'
import { errorOf } from './errorOf.ts'

describe('JSON from outside', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('may start with a byte order mark', () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 })
  })

  it.each([
    ['', 'line 1, column 1'],
    ['{', 'line 1, column 2'],
    ['{"userName":"maya"', 'line 1, column 19'],
    ['{"userName":maya}', 'line 1, column 13'],
    ['{"active":tru}', 'line 1, column 11'],
    ['{"active":True}', 'line 1, column 11'],
    ['{"a":1,}', 'line 1, column 8'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3'],
    ["{'a':1}", 'line 1, column 2'],
    ['{a:1}', 'line 1, column 2'],
    ['{"a" 1}', 'line 1, column 6'],
    ['[1 2]', 'line 1, column 4'],
    ['[1,]', 'line 1, column 4'],
    ['{"a":"x\ny"}', 'line 1, column 8'],
    ['{"a":"\\x"}', 'line 1, column 7'],
    ['{"a":"\\u12"}', 'line 1, column 7'],
    ['{"a":01}', 'line 1, column 7'],
    ['{"a":1} x', 'line 1, column 9'],
    ['{"a":1}}', 'line 1, column 8'],
    ['error code: 502', 'line 1, column 1'],
    ['<html>', 'line 1, column 1'],
  ])('%j is refused with the position %s', (text, position) => {
    const error = errorOf(() => parseJson(text))
    expect(error).toMatchObject({ status: 400, scimType: 'invalidSyntax' })
    expect(error.detail).toContain(position)
  })

  it('is not quoted in the error, since it may hold a password', () => {
    expect(errorOf(() => parseJson('{"password":"hunter2",}')).detail).not.toContain('hunter2')
    expect(errorOf(() => parseJson('{"password":hunter2}')).detail).not.toContain('hunter2')
  })

  it('may nest 32 levels and no more', () => {
    expect(parseJson(`${'['.repeat(32)}${']'.repeat(32)}`)).toBeDefined()
    expect(errorOf(() => parseJson(`${'['.repeat(33)}${']'.repeat(33)}`))).toMatchObject({ scimType: 'invalidSyntax' })
    expect(errorOf(() => parseJson('{"a":'.repeat(100_000))).detail).toContain('32 levels')
    expect(parseJson(`["${'['.repeat(100)}\\"${'{'.repeat(100)}"]`)).toBeDefined()
  })

  it('never fails in another way, whatever is broken', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string(), (text, at, piece) => {
        const broken = text.slice(0, at % (text.length + 1)) + piece + text.slice(at % (text.length + 1))
        let isValid = true
        try {
          JSON.parse(broken)
        } catch {
          isValid = false
        }
        if (isValid) expect(parseJson(broken)).toBeDefined()
        else expect(errorOf(() => parseJson(broken)).scimType).toBe('invalidSyntax')
      }),
    )
  })

  it('gives its own names only', () => {
    expect(getValue({}, 'constructor')).toBeUndefined()
    expect(getValue(parseJson('{"__proto__":1}'), '__proto__')).toBe(1)
    expect(getValue([1], 'length')).toBeUndefined()
  })
})
