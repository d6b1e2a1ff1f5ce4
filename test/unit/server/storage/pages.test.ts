import { expect, it } from 'vitest'
import { at, openStores } from './aStore.ts'

it('cuts the same pages wherever they start, after learners in the middle and at the marks were deleted', () => {
  const { stores, connectionId, insertUser, db } = openStores()
  const ids = stores.inTransaction(() =>
    Array.from({ length: 3_200 }, (_, index) => insertUser({ userName: `learner${index}` }).id),
  )
  const marked = db.prepare<[], string>('SELECT id FROM page_mark JOIN resource USING (seq)').pluck().all()
  expect(marked).toEqual([ids[999], ids[1_999], ids[2_999]])

  const gone = new Set([...ids.slice(10, 400), ids[999], ids[1_500], ids[3_199]])
  for (const id of gone) stores.resources.remove(connectionId, 'User', id ?? '', at)
  for (let index = 0; index < 900; index += 1) ids.push(insertUser({ userName: `later${index}` }).id)

  const left = ids.filter((id) => !gone.has(id))
  for (let startIndex = 1; startIndex <= left.length + 50; startIndex += 149) {
    const page = stores.resources.query(connectionId, 'User', { startIndex, count: 100 })
    expect(page.totalResults).toBe(left.length)
    expect(page.resources.map(({ id }) => id)).toEqual(left.slice(startIndex - 1, startIndex + 99))
  }
})
