import type { Topic } from '#contract/guides/guide.ts'
import { authorisationEntries, refusedEntry } from './authorisation.ts'
import { connectionTestEntries } from './connectionTest.ts'
import { createEntries, invalidValueEntry } from './create.ts'
import { deactivateEntries } from './deactivate.ts'
import type { Entry } from './entry.ts'
import { faultEntries } from './faults.ts'
import { groupEntries } from './groups.ts'
import { emailEmpty, surnameMissing } from './incomplete.ts'
import { malformedEntries } from './malformed.ts'
import { genericEntry, requestEntries } from './request.ts'
import { switchEntries } from './switches.ts'
import { updateEntries } from './update.ts'

/** Entries with what an administrator reads up on, where they do not say it themselves. */
const under = (topic: Topic, entries: readonly Entry[]): Entry[] => entries.map((entry) => ({ topic, ...entry }))

/** All causes that are known, the most precise first: the first that fits is the explanation. */
export const catalogue: readonly Entry[] = [
  ...faultEntries,
  ...under('credentials', [...authorisationEntries, refusedEntry]),
  ...under('protocol', malformedEntries),
  ...under('actions', switchEntries),
  ...under('credentials', connectionTestEntries),
  ...under('actions', deactivateEntries),
  ...under('groups', groupEntries),
  ...under('mappings', [...createEntries, ...updateEntries, surnameMissing, emailEmpty, invalidValueEntry]),
  ...under('protocol', [...requestEntries, genericEntry]),
]
