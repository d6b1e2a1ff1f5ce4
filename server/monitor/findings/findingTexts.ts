import { type Texts, type Told, toStart, youThere } from '../catalogue/entry.ts'
import { emailEmpty, surnameMissing } from '../catalogue/incomplete.ts'
import { toCount } from '../shown.ts'
import { toListener, toRestart, toTick } from './findingSteps.ts'
import { type FindingId, seconds, toDuration } from './scene.ts'

/** The facts of what was noticed. */
export interface ToldFinding extends Told {
  readonly subject: string
  readonly count: number
}

/** What is said of each pattern across exchanges, and what to click. */
export const findingTexts: Readonly<Record<FindingId, Texts<ToldFinding>>> = {
  surnameMissing: { topic: 'mappings', ...surnameMissing },
  emailEmpty: { topic: 'mappings', ...emailEmpty },
  nothingArrived: {
    topic: 'credentials',
    title: 'No request has arrived yet',
    happened: () => 'A token was made and copied, and since then no request has reached this computer, not even a wrong one.',
    meaning: ({ place }) =>
      `What ${place.name} reports as a failed connection test, wrong credentials, a TLS error or a bad gateway happens on the way here.`,
    who: youThere,
    steps: (told) => [
      `Check that the tunnel or proxy runs, and that it leads to ${toListener(told)}`,
      `Compare the URL in ${told.place.urlField} with \`${told.scimUrl}\`; a quick tunnel has a new name after each start.`,
      'Check that its certificate is publicly trusted, and that nothing in front turns away requests without a User-Agent.',
      told.place.testAndSave,
    ],
  },
  stoppedAfterRefusal: {
    topic: 'stopped',
    title: 'The provider was refused and then went quiet',
    happened: ({ place, subject }) =>
      `The token of ${place.name} was accepted before. Its last request, ${subject} ago, was refused, and none has come since.`,
    meaning: ({ place }) =>
      place.key === 'entra'
        ? 'Entra ID puts such a job into quarantine: it tries after 6, 12 and 24 hours, then daily, and gives up after 28 days. No change of anybody arrives.'
        : 'A provider whose token is refused often stops by itself. No change of anybody arrives.',
    who: youThere,
    steps: (told) => [
      'In Rollcall, open *Setup*, go to *Credentials*, make a new token and copy it.',
      told.place.openCredentials,
      told.place.pasteToken,
      told.place.testAndSave,
      toRestart(told),
    ],
  },
  silent: {
    topic: 'stopped',
    title: 'The provider has gone quiet',
    happened: ({ place, subject }) =>
      `Nothing has come from ${place.name} for ${subject}, and it calls about every ${toDuration((place.callsEverySeconds ?? 0) * seconds)}.`,
    meaning: () => 'Changes, leavers and new people wait there until it calls again.',
    who: youThere,
    steps: (told) => [
      told.place.key === 'entra'
        ? 'In Entra ID, open *Provisioning › Overview*: press *Start provisioning* if it is stopped, *Restart provisioning* if it is in quarantine, and look whether deletions wait for your approval.'
        : 'Look at the status of the last sync there, and run it by hand.',
      `If a quick tunnel was started again, it has a new name: compare ${told.place.urlField} with \`${told.scimUrl}\``,
    ],
  },
  onlyTested: {
    topic: 'nothingArrives',
    title: 'The connection works, and nobody is sent',
    happened: ({ place, count }) =>
      `${toStart(place)} has tested the connection or read what is offered (${toCount(count, 'request')}), and has never looked a person up or created one.`,
    meaning: () => 'URL and token are right. No one is assigned, in scope or approved, or provisioning is not switched on.',
    who: youThere,
    steps: ({ place }) => place.sendSomebody,
  },
  lookedUpNotCreated: {
    topic: 'actions',
    title: 'People are looked up and not created',
    happened: ({ place, subject }) =>
      `${toStart(place)} asked for ${subject}, was told that nobody is here, and did not create anyone.`,
    meaning: () => 'Creating is switched off there, or these people are not to be created. They are not learners here.',
    who: youThere,
    steps: (told) => [told.place.openActions, toTick(told, 'create'), told.place.sendOne],
  },
  lookUpMissedHolder: {
    topic: 'mappings',
    title: 'The look-up misses a learner who is here',
    happened: ({ place, subject }) =>
      `${toStart(place)} looks people up by ${subject}, finds nobody, and its create then meets the learner who has the userName.`,
    meaning: ({ subject }) =>
      `These learners have no ${subject} here, or another one. They are neither linked nor changed until the provider finds them.`,
    who: youThere,
    steps: (told) => [
      told.place.openMappings,
      told.place.key === 'entra'
        ? 'Set *Match objects using this attribute* to *Yes* for *userName*, with *Matching precedence* 1.'
        : 'Let the provider match people by userName.',
      told.place.sendAgain,
    ],
  },
  sameConflictAgain: {
    topic: 'mappings',
    title: 'The same create is refused again and again',
    happened: ({ place, subject, count }) =>
      `${toStart(place)} has sent ${subject} ${count} times, and each time met a learner who has the userName already.`,
    meaning: () => 'It does not end by itself: the provider does not know that this learner is the person.',
    who: youThere,
    steps: (told) => [
      'In Rollcall, look under *Learners* who has the userName, and whether it is the same person.',
      'If it is: let the provider match people by userName, so that the learner is found before the create.',
      'If it is somebody else: give one of them another userName.',
      told.place.sendAgain,
    ],
  },
  sameUpdateAgain: {
    topic: 'mappings',
    title: 'The same change comes in every cycle',
    happened: ({ place, subject, count }) =>
      `${toStart(place)} has sent the same change of ${subject} ${count} times, each time with success.`,
    meaning: () =>
      'Nothing is lost. The provider reads another value than it wrote, or none, and so believes that the change is still due.',
    who: youThere,
    steps: (told) => [
      'Open one of the requests, and compare what was sent with the answer: look at its changes and at what was not kept.',
      told.place.openMappings,
      'Take out the row of an attribute that is not kept, or give it the form in which it comes back.',
    ],
  },
  updateNeverSeen: {
    topic: 'actions',
    title: 'Nobody has ever been changed',
    happened: ({ place }) =>
      `Update is switched on here, and in all requests that are kept, a week or more, ${place.name} has created people and never changed one.`,
    meaning: () => 'Either nothing about them has changed, or updating is switched off there.',
    who: youThere,
    steps: (told) => [
      told.place.openActions,
      toTick(told, 'update'),
      'To prove it, change one mapped attribute of a test person.',
    ],
  },
  deactivateNeverSeen: {
    topic: 'actions',
    title: 'Nobody has ever been archived',
    happened: ({ place }) =>
      `Deactivate is switched on here, and in all requests that are kept, a week or more, ${place.name} has created people and never archived one.`,
    meaning: () => 'Either nobody has left, or deactivating is switched off there: then who leaves stays active here.',
    who: youThere,
    steps: (told) => [
      told.place.openActions,
      toTick(told, 'deactivate'),
      'To prove it, take the assignment of a test person away. A suspended person is not deactivated by every provider.',
    ],
  },
  groupsStayEmpty: {
    topic: 'groups',
    title: 'Groups were pushed without members',
    happened: ({ subject }) => `${subject} came without members, and nobody was added within ten minutes.`,
    meaning: () => 'A provider sends only members who are assigned to the app; the group is of no use here until then.',
    who: youThere,
    steps: ({ place }) => [
      'Look whether the members of the group are assigned to the app.',
      place.name === 'Okta'
        ? 'In Okta, use one group to assign people and another one to push: a group that does both may arrive empty.'
        : 'If the group is meant to be empty, there is nothing to do.',
      place.name === 'Okta' ? 'Then press *Push Now* on the *Push Groups* tab.' : place.sendAgain,
    ],
  },
}
