import { expect, it } from 'vitest'
import { toSetupOptions } from '../../../../server/console/setupOptions.ts'
import { readSetup } from '../../../../server/setup/readSetup.ts'
import { createScimClient } from '../../../support/scimClient.ts'
import { startService } from '../../../support/startService.ts'

it('does not take a base URL that ends with /Users for a proven connection test', async () => {
  const { running, scimUrl, token, exchanges } = await startService()
  await createScimClient(`${scimUrl}/Users`, token).get('/Users?startIndex=1&count=2')
  exchanges()
  const { service } = running
  const connection = service.stores.connections.get(1)
  const { connectionTest } = readSetup(service, connection, toSetupOptions(service, connection))
  expect(connectionTest).toMatchObject({ state: 'seen', problem: { explanation: { id: 'endpointInBaseUrl' } } })
})
