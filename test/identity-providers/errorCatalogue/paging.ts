import { expect } from 'vitest'
import { aUser } from '../../support/aUser.ts'
import type { Provider, Sequence } from './aProvider.ts'

/** Creates more than a page, and reads all pages as Okta's import does. */
async function importAll({ idp }: Provider) {
  const created: string[] = []
  for (let index = 0; index < 130; index++)
    created.push((await idp.post('/Users', aUser({ userName: `user${index}@example.com` }))).id)
  const read: unknown[] = []
  for (const startIndex of [1, 101]) {
    const { body } = await idp.get(`/Users?startIndex=${startIndex}&count=100`)
    expect(body).toMatchObject({ totalResults: 130, startIndex })
    read.push(...(body['Resources'] as { id: string }[]).map(({ id }) => id))
  }
  expect(read).toEqual(created)
}

/** Chapter 7: import and paging. */
export const pagingSequences: readonly Sequence[] = [
  { code: 'IMP-01', provider: 'okta', what: 'imports everybody once, in a stable order', send: importAll, expected: 'right' },
  {
    code: 'IMP-01',
    provider: 'onelogin',
    what: 'asks for a page whose start is no number',
    send: async ({ idp }) => void (await idp.get('/Groups?startIndex=first')),
    expected: { explained: 'queryInvalid' },
  },
  { code: 'IMP-02', provider: 'okta', what: 'is told how many there are on each page', send: importAll, expected: 'right' },
]
