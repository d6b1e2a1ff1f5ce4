// The switches of the tolerances, over HTTP
import { expect, it } from 'vitest'
import { aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

/** A service whose connection has these settings, and what it answers to a create with text for a boolean and with a doubled slash. */
async function answersTo(settings: Record<string, unknown>) {
  const { running, scim, lastExchange } = await startService()
  const { connections } = running.service.stores
  connections.change(1, { settings: { ...connections.get(1).settings, ...settings } })
  const text = await scim.post('/Users', aUser({ active: 'True' }))
  const { toleranceCount } = lastExchange()
  return { text: text.status, slash: (await scim.get('//Users')).status, toleranceCount }
}

it('lets the habits of providers pass, and says so', async () => {
  expect(await answersTo({})).toEqual({ text: 201, slash: 200, toleranceCount: 1 })
})

it('refuses the one that is switched off', async () => {
  expect(await answersTo({ tolerancesOff: ['string-boolean'] })).toEqual({ text: 400, slash: 200, toleranceCount: 0 })
})

it('refuses all of them while it is strict', async () => {
  expect(await answersTo({ strict: true, tolerancesOn: ['string-boolean'] })).toEqual({
    text: 400,
    slash: 404,
    toleranceCount: 0,
  })
})
