import type { Service } from '../../service.ts'
import { notFound } from '../failure.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** Arming and disarming faults on purpose. */
export function faultHandlers({
  faults,
}: Service): Pick<ConsoleHandlers, 'listFaults' | 'armFault' | 'disarmFault' | 'disarmAllFaults'> {
  return {
    listFaults: ({ connection }) => faults.list(connection.slug),
    armFault: ({ connection, body }) => {
      faults.arm(connection.slug, body)
      return faults.list(connection.slug)
    },
    disarmFault: ({ connection, param }) => {
      if (!faults.disarm(connection.slug, Number(param('fault')))) {
        throw notFound(`The fault ${param('fault')} is not armed any more.`)
      }
      return faults.list(connection.slug)
    },
    disarmAllFaults: ({ connection }) => {
      faults.disarmAll(connection.slug)
      return []
    },
  }
}
