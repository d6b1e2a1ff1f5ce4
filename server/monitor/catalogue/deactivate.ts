import { type Entry, nobody, type Told, toQuotedDetail, toStart, youThere } from './entry.ts'

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
    id: 'deletedWhileActive',
    codes: ['DEA-06', 'DEA-07'],
    // Entra ID deletes only who is deleted there for good, and authentik has no other way.
    detect: ({ method, target, status, before, caller }) =>
      method === 'DELETE' &&
      target.kind === 'user' &&
      status < 300 &&
      before?.['active'] !== false &&
      caller !== 'entra' &&
      caller !== 'authentik',
    title: 'The learner was deleted instead of archived',
    happened: ({ place }) => `${toStart(place)} is set to delete people who leave, and deleted a learner who was active.`,
    meaning: () =>
      'It worked: the learner is gone for the provider, and Rollcall keeps the history under *Learners* as deleted. A person who comes back is a new learner.',
    who: youThere,
    steps: keepInstead,
  },
  {
    id: 'activeUnreadable',
    codes: ['DEA-01'],
    detect: ({ reason }) => reason?.kind === 'unsuited' && reason.attribute === 'active',
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

/** How a provider archives instead of deleting, if that is what is wanted. */
function keepInstead({ place }: Told): string[] {
  return [place.openActions, `If people are to be archived: ${place.archiveInstead}.`]
}
