import { tolerances } from '../../server/protocol/tolerance/all.ts'
import { startService, type TestService } from './startService.ts'

/** A service that bends no rule. */
export async function startStrict(): Promise<TestService> {
  const service = await startService()
  const { connections } = service.running.service.stores
  const tolerancesOff = tolerances.map(({ name }) => name)
  connections.change(1, { settings: { ...connections.get(1).settings, tolerancesOff } })
  return service
}
