import { authorisationEntries, refusedEntry } from './authorisation.ts'
import { connectionTestEntries } from './connectionTest.ts'
import { createEntries, invalidValueEntry } from './create.ts'
import { deactivateEntries } from './deactivate.ts'
import type { Entry } from './entry.ts'
import { faultEntries } from './faults.ts'
import { groupEntries } from './groups.ts'
import { malformedEntries } from './malformed.ts'
import { genericEntry, requestEntries } from './request.ts'
import { switchEntries } from './switches.ts'
import { updateEntries } from './update.ts'

/** All causes that are known, the most precise first: the first that fits is the explanation. */
export const catalogue: readonly Entry[] = [
  ...faultEntries,
  ...authorisationEntries,
  refusedEntry,
  ...malformedEntries,
  ...switchEntries,
  ...connectionTestEntries,
  ...deactivateEntries,
  ...groupEntries,
  ...createEntries,
  ...updateEntries,
  invalidValueEntry,
  ...requestEntries,
  genericEntry,
]
