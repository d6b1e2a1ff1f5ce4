// A token or a password is never stored or written out, wherever it stands and however it is spelled
import { expect, it } from 'vitest'
import { patienceMs } from '../fuzz/runFuzz.ts'
import { runSecrets } from '../fuzz/runSecrets.ts'
import { createWire } from '../fuzz/wire.ts'
import { aPatch, aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

it('leaves no piece of a token or password in any file or output after 2,000 requests that carry them in odd places', async () => {
  const { leaks, failures, counts } = await runSecrets({ seed: 20_261_124, count: 2_000 })
  expect(leaks).toEqual([])
  expect(failures).toEqual([])
  for (const status of [200, 201, 400, 401, 404]) expect(counts[status], `replies with ${status}`).toBeGreaterThan(0)
}, 30_000)

const escaped = (text: string) => Array.from(text, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const percented = (text: string) => Array.from(text, (one) => `%${one.charCodeAt(0).toString(16)}`).join('')

it('refuses to store a token as an attribute, whosever it is and however it is spelled', async () => {
  const environmentToken = 'the-token-of-the-environment'
  const { scim, token, running } = await startService({ environmentToken })
  const { secret: another } = running.service.tokens.issue(1, 'screen', { label: 'another', expiresAt: null })
  const { id } = await scim.post('/Users', aUser())
  for (const secret of [token, another, environmentToken]) {
    const spellings = [
      JSON.stringify(secret),
      `"${escaped(secret)}"`,
      JSON.stringify(`https://example.com/?t=${percented(secret)}`),
    ]
    for (const spelling of spellings) {
      const text = JSON.stringify(aPatch({ op: 'replace', path: 'title', value: '?' })).replace('"?"', () => spelling)
      expect((await scim.patch(`/Users/${id}`, text)).body, text).toMatchObject({ status: '400', scimType: 'invalidValue' })
    }
  }
  expect((await scim.get(`/Users/${id}`)).body).not.toHaveProperty('title')
})

it('records nothing of a name of a run that is too long to be one', async () => {
  const { scim, lastExchange, token } = await startService()
  await scim.get('/Users', { 'Rollcall-Simulation': `a long way before ${token}` })
  expect(lastExchange().simulation).toBe('unnamed')
})

it('keeps nothing of a token that a broken request line is cut in', async () => {
  const environmentToken = 'the-token-of-the-environment'
  const { scimUrl, exchanges } = await startService({ environmentToken })
  const request = {
    kind: 'cut',
    pieces: [Buffer.from(`GET ${environmentToken.slice(0, -3)}`)],
    methods: ['GET'],
    ending: 'end',
  } as const
  await createWire(Number(new URL(scimUrl).port), patienceMs).send(request)
  expect(JSON.stringify(exchanges())).not.toContain(environmentToken.slice(0, 12))
})
