// Every entry of the catalogue of errors: what the provider sends, and what is said about it
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainExchange } from '../../../server/console/explainExchange.ts'
import { catalogue } from '../../../server/monitor/catalogue/catalogue.ts'
import { startProvider } from './aProvider.ts'
import { authorisationSequences } from './authorisation.ts'
import { connectionTestSequences } from './connectionTest.ts'
import { createSequences } from './create.ts'
import { deactivateSequences } from './deactivate.ts'
import { errorIds } from './errorIds.ts'
import { groupSequences } from './groups.ts'
import { notSeen } from './notSeen.ts'
import { pagingSequences } from './paging.ts'
import { updateSequences } from './update.ts'

const sequences = [
  ...connectionTestSequences,
  ...authorisationSequences,
  ...createSequences,
  ...updateSequences,
  ...deactivateSequences,
  ...groupSequences,
  ...pagingSequences,
]

describe.each(['CONN', 'AUTH', 'CRE', 'UPD', 'DEA', 'GRP', 'IMP'])('%s', (chapter) => {
  it.each(sequences.filter(({ code }) => code.startsWith(chapter)))(
    '$code: $provider $what',
    async ({ provider, send, expected }) => {
      const started = await startProvider(provider)
      await send(started)
      if (expected === 'right') expect(started.exchanges()[0]?.explanationId).toBeNull()
      else if ('explained' in expected) expect(started.exchanges()[0]?.explanationId).toBe(expected.explained)
      else expect(started.noticed()).toEqual([expected.noticed])
    },
  )
})

it('says of an exchange that nobody explains what was asked and what was answered', async () => {
  const { idp, running, exchanges } = await startProvider('ping')
  await idp.get('/ResourceTypes/Device')
  const [exchange] = exchanges()
  if (!exchange) throw new Error('Nothing has arrived.')
  const { service } = running
  expect(explainExchange(service, service.stores.connections.get(1), exchange)).toMatchObject({
    id: 'unexplained',
    title: 'The request was refused',
    happened: expect.stringMatching(
      /^GET \/ResourceTypes\/Device was answered with status 404\. Rollcall answered: “.*Device.*”$/,
    ),
    documentation: null,
  })
})

const seen = new Set(sequences.map(({ code }) => code))

it('covers every entry: either a sequence shows it, or a reason says why none can', () => {
  expect([...seen, ...Object.keys(notSeen)].sort()).toEqual([...errorIds].sort())
})

it('knows how many there are of each kind', () => {
  const ofKind = (fits: (expected: (typeof sequences)[number]['expected']) => boolean) =>
    new Set(sequences.filter(({ expected }) => fits(expected)).map(({ code }) => code))
  const told = ofKind((expected) => expected !== 'right')
  const counts = {
    all: errorIds.length,
    explained: ofKind((expected) => typeof expected === 'object' && 'explained' in expected).size,
    noticedAcrossExchanges: ofKind((expected) => typeof expected === 'object' && 'noticed' in expected).size,
    onlyAnsweredRight: [...seen].filter((code) => !told.has(code)).length,
    notSeen: Object.keys(notSeen).length,
  }
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  expect(counts).toEqual({ all: 75, explained: 36, noticedAcrossExchanges: 21, onlyAnsweredRight: 12, notSeen: 10 })
})

it('gives no code to an explanation that the catalogue of errors does not have', () => {
  expect(catalogue.flatMap(({ codes }) => codes).filter((code) => !errorIds.includes(code))).toEqual([])
})

const source = new URL('../../../../shared/idp/errors.md', import.meta.url)

it.skipIf(!existsSync(source))('has every entry of the notes that it is made from', () => {
  const rows = [...readFileSync(source, 'utf8').matchAll(/^\| ([A-Z]{3,4}-\d\d) \|/gm)].map(([, id]) => id)
  expect(rows).toEqual(errorIds)
})
