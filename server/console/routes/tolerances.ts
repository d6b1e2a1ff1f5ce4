import { tolerances } from '../../protocol/tolerance/all.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** Every rule that a connection may have bent or not. */
export function toleranceHandlers(): Pick<ConsoleHandlers, 'listTolerances'> {
  return {
    listTolerances: () => tolerances.map((tolerance) => ({ ...tolerance, comesOff: tolerance.comesOff ?? false })),
  }
}
