// What the header of a simulator does: it marks, and it may ask to be slowed down
import { expect, it } from 'vitest'
import { aUser } from '../support/aUser.ts'
import { createScimClient } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

const storm = { 'Rollcall-Simulation': 'run-1', 'Rollcall-Simulation-Answer': '429' }

it('tells a simulated request that asks for it to wait, changes nothing, and records it as an ordinary 429', async () => {
  const { scimUrl, token, exchanges, scim } = await startService()
  const reply = await createScimClient(scimUrl, token, storm).post('/Users', aUser())
  expect(reply).toMatchObject({ status: 429, body: { status: '429' } })
  expect(reply.headers.get('retry-after')).toBe('1')
  expect(exchanges()[0]).toMatchObject({ simulation: 'run-1', explanationId: 'tooManyRequests', fault: null })
  expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 0 })
})

it('slows nobody down who is not simulated, whatever the header says', async () => {
  const { scimUrl, token } = await startService()
  const { 'Rollcall-Simulation-Answer': answer } = storm
  expect((await createScimClient(scimUrl, token, { 'Rollcall-Simulation-Answer': answer }).get('/Users')).status).toBe(200)
})

it('refuses one without a token as any other', async () => {
  const { scimUrl } = await startService()
  expect((await createScimClient(scimUrl, 'rollcall_wrong', storm).get('/Users')).status).toBe(401)
})
