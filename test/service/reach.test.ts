// The way from outside, with a proxy on this machine in the place of a tunnel
import { expect, it } from 'vitest'
import { checkOutside, readReach } from '../../server/reach/readReach.ts'
import { readSetup } from '../../server/setup/readSetup.ts'
import { standIn, tunnelTo } from '../support/standIn.ts'
import { startService, type TestService } from '../support/startService.ts'

const portOf = ({ running }: TestService) => Number(running.service.addresses.scim.split(':').at(-1))

async function throughTunnel(change: Parameters<typeof tunnelTo>[1] = {}) {
  const started = await startService()
  const tunnel = await standIn(tunnelTo(portOf(started), change))
  const { service } = started.running
  service.setPublicUrl(tunnel.url)
  const connection = service.stores.connections.get(1)
  return {
    ...started,
    tunnel,
    check: async () => (await checkOutside(service, 'default', { isCloud: false })).outcome,
    setup: () => {
      started.running.flush()
      return readSetup(service, service.stores.connections.get(1), {
        explain: () => {
          throw new Error('Nothing is to be explained.')
        },
        listNeverSeen: () => [],
      })
    },
    connection,
  }
}

it('proves that the public URL leads here by seeing its own request arrive', async () => {
  const { check, lastExchange, tunnel, running } = await throughTunnel()
  expect(await check()).toEqual({ kind: 'ok' })
  expect(lastExchange()).toMatchObject({
    sentence: 'Rollcall checked itself from outside',
    caller: 'rollcall',
    action: 'discovered',
    status: 200,
    target: '/ServiceProviderConfig?rollcall-outside-check=•••',
  })
  const { outside } = await readReach(running.service, 'default')
  expect(outside).toMatchObject({ url: `${tunnel.url}/default/scim/v2`, outcome: { kind: 'ok' } })
})

it('counts its own request as nobody’s: no arrival, no proof, no failure of a provider', async () => {
  const broken = await throughTunnel({ path: (path) => path.replace('/default', '') })
  expect(await broken.check()).toEqual({ kind: 'wrongPath', path: '/scim/v2/ServiceProviderConfig' })
  expect(broken.exchanges()[0]).toMatchObject({ caller: 'rollcall', status: 404 })
  expect(broken.setup()).toMatchObject({ lastArrival: null, connectionTest: { state: 'waiting', problem: null } })
  const good = await throughTunnel()
  await good.check()
  expect(good.setup()).toMatchObject({
    lastArrival: null,
    recognised: { state: 'waiting' },
    connectionTest: { state: 'waiting' },
  })
})

it('forgets a check that is over: whoever repeats its query is a client like any other', async () => {
  const { check, lastExchange, scimUrl } = await throughTunnel()
  await check()
  await fetch(`${scimUrl}/ServiceProviderConfig?rollcall-outside-check=guessed`)
  expect(lastExchange()).toMatchObject({ caller: 'unknown', sentence: 'A client read what this endpoint supports' })
})

it('says that the answer was changed on its way back', async () => {
  const { check } = await throughTunnel({ contentType: 'text/plain' })
  expect(await check()).toEqual({ kind: 'spoilt', status: 200, mediaType: 'text/plain' })
})

it('tells another Rollcall from itself', async () => {
  const other = await startService()
  const { check, running } = await throughTunnel()
  running.service.setPublicUrl((await standIn(tunnelTo(portOf(other)))).url)
  expect(await check()).toEqual({ kind: 'otherScim', isRollcall: true })
  expect(other.lastExchange()).toMatchObject({ caller: 'unknown' })
})

it('says that the tunnel leads to a closed port', async () => {
  const { check, running } = await throughTunnel()
  running.service.setPublicUrl((await standIn(tunnelTo(1))).url)
  expect(await check()).toEqual({ kind: 'tunnelWithoutTarget', by: 'cloudflared', code: '502' })
})

it('asks its own listener on this machine at most every ten minutes, and leaves a row each time', async () => {
  const { running, exchanges } = await startService()
  expect((await readReach(running.service, 'default')).local).toEqual({ kind: 'ok' })
  await readReach(running.service, 'default')
  expect(exchanges().map(({ sentence }) => sentence)).toEqual(['Rollcall checked that it answers on this machine'])
})

it('sees that its own listener does not answer, and asks again the next time', async () => {
  const { running } = await startService()
  const { addresses } = running.service
  const { scim } = addresses
  addresses.scim = '127.0.0.1:1'
  expect((await readReach(running.service, 'default')).local).toMatchObject({ kind: 'refused' })
  addresses.scim = scim
  expect((await readReach(running.service, 'default')).local).toEqual({ kind: 'ok' })
})

it('keeps what a check found for the address that it called, and for no other', async () => {
  const { check, running } = await throughTunnel()
  await check()
  running.service.setPublicUrl('https://other.example.com')
  expect((await readReach(running.service, 'default')).outside).toBeNull()
})
