import { quoteValue } from '../protocol/scimError.ts'
import { unknownMember } from '../protocol/tolerance/unknownMember.ts'
import type { OperationContext } from './context.ts'

/** As many are named in the monitor; a group may be given any number. */
const maxNoted = 100

/** Whether a member who does not exist may be passed over; the monitor then says who was. */
export function passOverUnknown({ tolerances, notes }: OperationContext): (id: string) => boolean {
  let noted = 0
  return (id) => {
    if (!tolerances.use(unknownMember)) return false
    if (noted < maxNoted) notes.notKept = [...notes.notKept, `members[value eq ${quoteValue(id)}]`]
    noted += 1
    return true
  }
}
