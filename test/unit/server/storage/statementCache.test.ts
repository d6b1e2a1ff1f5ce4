import { expect, it } from 'vitest'
import { createStatementCache } from '../../../../server/storage/statementCache.ts'

function countPrepared() {
  const prepared: string[] = []
  const find = createStatementCache((shape) => {
    prepared.push(shape)
    return { shape }
  })
  return { find, prepared }
}

it('prepares the shapes that were used last only once', () => {
  const { find, prepared } = countPrepared()
  for (let index = 0; index < 50; index += 1) find(`shape ${index}`)
  find('shape 0')
  find('one more')
  expect(prepared).toHaveLength(51)
  find('shape 0')
  expect(prepared).toHaveLength(51)
  find('shape 1')
  expect(prepared.at(-1)).toBe('shape 1')
})

it('keeps no statement of a very long shape, so that odd filters cannot fill the memory', () => {
  const { find, prepared } = countPrepared()
  const long = 'x'.repeat(4001)
  expect([find(long), find(long)]).toEqual([{ shape: long }, { shape: long }])
  expect(prepared).toHaveLength(2)
})
