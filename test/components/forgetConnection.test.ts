import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { forgetConnection } from '../../renderer/forgetConnection.ts'
import { toQueryKey } from '../../renderer/useService.ts'
import { aConnection, aSetupState } from './setup/aSetupState.ts'

it('takes all that was read of a removed connection out of the cache, and leaves the others theirs', () => {
  const client = new QueryClient()
  const list = toQueryKey('listConnections')
  const setupOf = (connection: string) => toQueryKey('getSetup', { params: { connection } })
  client.setQueryData(list, [aConnection(), aConnection({ slug: 'acme' })])
  for (const slug of ['default', 'acme']) {
    client.setQueryData(setupOf(slug), aSetupState())
    client.setQueryData(['heldExchanges', slug, 'show=writes'], { shown: [] })
  }
  client.setQueryData(toQueryKey('getStatus'), {})

  forgetConnection(client, 'acme')
  expect(client.getQueryData(list)).toMatchObject([{ slug: 'default' }])
  expect(client.getQueryData(setupOf('acme'))).toBeUndefined()
  expect(client.getQueryData(['heldExchanges', 'acme', 'show=writes'])).toBeUndefined()
  expect(client.getQueryData(setupOf('default'))).toBeDefined()
  expect(client.getQueryData(['heldExchanges', 'default', 'show=writes'])).toBeDefined()
  expect(client.getQueryData(toQueryKey('getStatus'))).toBeDefined()
})
