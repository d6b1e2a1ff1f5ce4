import { type Entry, nobody, toQuotedDetail, youThere } from './entry.ts'

/** Learners who leave, and the switch that says so. */
export const deactivateEntries: readonly Entry[] = [
  {
    id: 'alreadyDeleted',
    codes: ['DEA-06', 'DEA-07'],
    detect: ({ method, status, target }) =>
      method === 'DELETE' && status === 404 && (target.kind === 'user' || target.kind === 'group'),
    title: 'There is nothing left to delete',
    happened: () => 'The request wanted to delete what is not here: it was deleted before, or it never was in this connection.',
    meaning: () => 'What the provider wants is the case already.',
    who: nobody,
    steps: () => [],
  },
  {
    id: 'activeUnreadable',
    codes: ['DEA-01'],
    detect: ({ status, scimType, detail }) => status === 400 && scimType === 'invalidValue' && /\bactive\b/i.test(detail ?? ''),
    title: 'The value of active cannot be read',
    happened: (told) => `active must be true or false, and something else was sent.${toQuotedDetail(told)}`,
    meaning: () => 'The learner keeps the state they had: someone who left may still be active here.',
    who: youThere,
    steps: (told) => [
      told.place.openMappings,
      told.place.key === 'entra'
        ? 'Set the row of *active* back to its default, *Switch([IsSoftDeleted], , "False", "True", "True", "False")*.'
        : 'Map *active* to a value that is true or false.',
      told.place.sendAgain,
    ],
  },
]
