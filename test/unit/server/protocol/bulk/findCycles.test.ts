import { describe, expect, it } from 'vitest'
import { findCycles } from '../../../../../server/protocol/bulk/findCycles.ts'

const cyclesOf = (references: Record<string, string[]>) =>
  findCycles(new Map(Object.entries(references))).map((cycle) => cycle.sort().join(''))

describe('findCycles', () => {
  it.each<[string, Record<string, string[]>, string[]]>([
    ['nothing in a line', { a: ['b'], b: ['c'], c: [] }, []],
    ['two that refer to each other', { a: ['b'], b: ['a'] }, ['ab']],
    ['three in a circle', { a: ['b'], b: ['c'], c: ['a'] }, ['abc']],
    ['one that refers to itself', { a: ['a'], b: [] }, ['a']],
    ['nothing in a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['two circles that share one as one', { a: ['b', 'c'], b: ['a'], c: ['a'] }, ['abc']],
    ['a circle that others need first', { a: ['b', 'c'], b: ['a'], c: ['d'], d: ['c'] }, ['cd', 'ab']],
    ['nothing in what refers elsewhere', { a: ['x'], b: ['a'] }, []],
    ['a circle behind one that is in none', { a: ['b'], b: ['c'], c: ['b'] }, ['bc']],
  ])('finds %s', (_name, references, expected) => {
    expect(cyclesOf(references)).toEqual(expected)
  })

  it('finds a circle of a thousand', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `n${index}`)
    const references = new Map(names.map((name, index) => [name, [names[(index + 1) % 1000] ?? '']]))
    expect(findCycles(references).map(({ length }) => length)).toEqual([1000])
  })
})
