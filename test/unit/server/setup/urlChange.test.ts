import { expect, it } from 'vitest'
import { toLabels } from '../../../../server/setup/providerLabels.ts'
import { noteAddresses } from '../../../../server/setup/urlChange.ts'
import { aSetup } from './aSetup.ts'

/** A wizard at step 3, whose service has run before under these addresses. */
function ranBefore({ scim = '127.0.0.1:4747', publicUrl = null as string | null } = {}) {
  const setup = aSetup('entra')
  const { service } = setup
  service.stores.connections.changeSetup(1, { currentStep: 'endpoint' })
  service.addresses.scim = scim
  service.setPublicUrl(publicUrl)
  noteAddresses(service)
  return {
    ...setup,
    move: (to: { scim?: string; publicUrl?: string | null }) => {
      if (to.scim !== undefined) service.addresses.scim = to.scim
      if (to.publicUrl !== undefined) service.setPublicUrl(to.publicUrl)
      noteAddresses(service)
    },
    change: () => setup.read().urlChange,
  }
}

it('says aloud that a tunnel has a new address, and into which field it is pasted', () => {
  const { move, change } = ranBefore({ publicUrl: 'https://old.trycloudflare.com' })
  expect(change()).toBeNull()
  move({ publicUrl: 'https://new.trycloudflare.com' })
  expect(change()).toEqual({
    finding:
      'The SCIM URL has changed from https://old.trycloudflare.com/default/scim/v2 to https://new.trycloudflare.com/default/scim/v2. Entra ID may still have the old one.',
    fix: `Paste the new one into "Tenant URL" in ${toLabels('entra').credentialsPlace}, save and press "Test Connection".`,
  })
})

it('says that the port is another one than last time while the public URL stayed', () => {
  const { move, change } = ranBefore({ publicUrl: 'https://acme.ngrok.app' })
  move({ scim: '127.0.0.1:5000' })
  expect(change()).toMatchObject({
    finding: expect.stringContaining('listens on port 5000 now, and on 4747 before'),
    fix: expect.stringContaining('--scim-port 4747'),
  })
})

it('says so too where no public URL is set', () => {
  const { move, change } = ranBefore()
  move({ scim: '127.0.0.1:5000' })
  expect(change()?.finding).toContain('to http://127.0.0.1:5000/default/scim/v2')
})

it('says nothing once a request came in by the new address', () => {
  const { move, change, arrive } = ranBefore()
  arrive({ receivedAt: '2026-11-20T11:00:00.000Z' })
  move({ publicUrl: 'https://acme.ngrok.app' })
  expect(change()).not.toBeNull()
  arrive({ receivedAt: '2026-11-20T12:00:01.000Z' })
  expect(change()).toBeNull()
})

it('says nothing where it came back to the old one, or was never pasted', () => {
  const there = ranBefore()
  there.move({ scim: '127.0.0.1:5000' })
  there.move({ scim: '127.0.0.1:4747' })
  expect(there.change()).toBeNull()
  const early = ranBefore()
  early.service.stores.connections.changeSetup(1, { currentStep: 'credentials' })
  early.move({ scim: '127.0.0.1:5000' })
  expect(early.change()).toBeNull()
})
