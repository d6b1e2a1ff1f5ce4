import type { Observation } from '../observation.ts'
import { type Entry, type Told, youHere } from './entry.ts'

const isSwitchedOff =
  (name: Observation['switchedOff']) =>
  ({ switchedOff, status }: Observation): boolean =>
    switchedOff === name && status >= 400

/** The administrator switched it off here, so either they switch it on, or the provider stops sending it. */
const switchOn = (label: string, instead: (told: Told) => string) => (told: Told) => [
  `In Rollcall, open *Setup*, go to *Provisioning* and switch *${label}* on.`,
  told.place.sendAgain,
  `If it is meant to be off: ${instead(told)}`,
]

const switchOff =
  (action: 'create' | 'update' | 'deactivate') =>
  ({ place }: Told) =>
    place.key === 'other'
      ? 'switch it off in the identity provider too.'
      : `${place.switches[action].off} in ${place.name} under ${place.actions}.`

/** Requests that were refused because something is switched off here. */
export const switchEntries: readonly Entry[] = [
  {
    id: 'scimSwitchedOff',
    topic: null,
    codes: ['AUTH-03'],
    detect: isSwitchedOff('scim'),
    title: 'SCIM is switched off here',
    happened: () => 'The request was refused because SCIM is switched off for this connection.',
    meaning: () => 'No learner is created, changed or archived until it is switched on.',
    who: youHere,
    steps: switchOn('SCIM', () => 'stop provisioning in the identity provider, or it will report failures.'),
  },
  {
    id: 'createSwitchedOff',
    codes: ['AUTH-03'],
    detect: isSwitchedOff('create'),
    title: 'Create is switched off here',
    happened: () => 'The request wanted to create a learner, and Create is switched off for this connection.',
    meaning: () => 'The learner does not exist here. Other actions go on working.',
    who: youHere,
    steps: switchOn('Create learners', switchOff('create')),
  },
  {
    id: 'updateSwitchedOff',
    codes: ['AUTH-03'],
    detect: isSwitchedOff('update'),
    title: 'Update is switched off here',
    happened: () =>
      'The request wanted to change a learner, and Update is switched off for this connection. Nothing of it was taken over.',
    meaning: () => 'The learner keeps the old values. Other actions go on working.',
    who: youHere,
    steps: switchOn('Update learners', switchOff('update')),
  },
  {
    id: 'deactivateSwitchedOff',
    codes: ['AUTH-03'],
    detect: isSwitchedOff('deactivate'),
    title: 'Deactivate is switched off here',
    happened: () =>
      'The request wanted to archive, restore or delete a learner, and Deactivate is switched off for this connection. Nothing of it was taken over.',
    meaning: () => 'The learner keeps the state they had: someone who left may still be active here.',
    who: youHere,
    steps: switchOn('Archive learners (deactivate)', switchOff('deactivate')),
  },
  {
    id: 'groupsSwitchedOff',
    topic: 'groups',
    codes: ['AUTH-04', 'GRP-07'],
    detect: isSwitchedOff('groups'),
    title: 'Groups are switched off here',
    happened: () => 'The request wanted to change a group, and groups are switched off for this connection.',
    meaning: () => 'Learners are not touched by it. The group does not exist here, or keeps its old state.',
    who: youHere,
    steps: (told) => [
      `If groups are not wanted: ${told.place.groupsOff}`,
      'If they are: in Rollcall, open *Setup*, go to *Provisioning* and switch *Groups* on.',
    ],
  },
  {
    id: 'paused',
    topic: null,
    codes: [],
    detect: isSwitchedOff('paused'),
    title: 'The connection is paused',
    happened: () => 'The connection is paused here, and the caller was told to come back later.',
    meaning: ({ place }) =>
      `Nothing is lost as long as ${place.name} tries again. After many failures a provider may give up or slow down.`,
    who: youHere,
    steps: ({ place }) => ['In Rollcall, open *Settings*, go to this connection and end the pause.', place.sendAgain],
  },
]
