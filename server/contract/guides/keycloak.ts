import type { Guide } from './guide.ts'

/** Keycloak with the extension mitodl/keycloak-scim: by itself it is a SCIM server, not a client. */
export const keycloakGuide: Guide = {
  provider: 'keycloak',
  name: 'Keycloak',
  title: 'Keycloak',
  group: 'ownNetwork',
  formerName: null,
  forWhom: 'You install the extension keycloak-scim: Keycloak by itself only receives SCIM.',
  simulatedAs: 'keycloak',
  checkedAt: '2026-11',
  basis: {
    certainty: 'captured',
    about: 'The extension has few documents: all of this was read in its code.',
  },
  recognition: {
    caller: null,
    about: {
      text: 'Its requests carry nothing that is known to name Keycloak: its HTTP client is a general one. The token is what tells, so this step stays unconfirmed.',
      certainty: 'open',
    },
  },
  reach: {
    isCloud: false,
    about: [
      'Keycloak stands in your own network and calls from there: no tunnel is needed where it can reach this computer.',
      'From a container, put host.docker.internal in place of 127.0.0.1.',
    ],
  },
  prerequisites: [
    'An administrator of the realm, and of the server on which extensions are installed.',
    'The extension mitodl/keycloak-scim. The screen *SCIM API enabled* of Keycloak itself is the other direction: there it is the server.',
    'No application and no assignment: every person of the realm is sent.',
    'One person to test with.',
  ],
  create: [
    'Install the extension in Keycloak and start it again.',
    'Open *Realm settings › Events › Event listeners* and add *scim*.',
    'Open *User federation*, press *Add provider* and choose *scim*.',
  ],
  created: 'The *scim* provider has been added in Keycloak',
  open: ['Stay in the form of the *scim* provider under *User federation*.'],
  fields: [
    {
      label: 'SCIM 2.0 endpoint',
      value: { kind: 'url', trailingSlash: false },
      note: 'As the server of Keycloak reaches it: from a container host.docker.internal instead of 127.0.0.1.',
    },
    {
      label: 'Endpoint content type',
      value: { kind: 'choice', text: 'application/scim+json' },
    },
    { label: 'Auth mode', value: { kind: 'choice', text: 'BEARER' } },
    {
      label: 'Auth password/token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone. *Auth username* stays empty.',
    },
    {
      label: 'Enable user propagation',
      value: { kind: 'choice', text: 'on' },
    },
    {
      label: 'Enable group propagation',
      value: { kind: 'choice', text: 'off' },
    },
    {
      label: 'Import action',
      value: { kind: 'choice', text: 'NOTHING' },
      note: 'DELETE_REMOTE would delete every learner whom Keycloak does not know.',
    },
  ],
  save: ['Press *Save*.'],
  test: {
    button: null,
    press: 'change one person, since there is no test button',
    andSave: 'Press *Save*. There is no test button: the first change of a person is the test.',
    about: 'There is no test button. The first change of a person is the test; *Sync all users* sends everybody.',
  },
  enable: [
    'There is nothing to switch for each action: *Enable user propagation* stands for all three.',
    '*Use patchOp for users* may stay off: people are then replaced as a whole.',
  ],
  enabled: '*Enable user propagation* is on and the event listener *scim* is added',
  mappings: {
    about: [
      'The list is fixed in the extension. The address comes without a type, and nothing of the enterprise extension is sent.',
    ],
    required: {
      userName: 'Username',
      active: 'Enabled',
      givenName: 'First name',
      familyName: 'Last name',
      workEmail: 'Email',
    },
    others: { displayName: 'First and last name', externalId: "Keycloak's user id" },
    alsoWorkEmail: ['emails.value'],
    absent: {},
  },
  rhythm: {
    about: ['Keycloak sends at once when a person is made, changed or deleted.'],
    expectedWithinSeconds: 15,
    isPublished: true,
    callsEverySeconds: null,
    onDemand: null,
  },
  log: ['Errors stand in the log of the Keycloak server alone.'],
  traps: [
    {
      step: 'endpoint',
      claim: 'It gives up after 5 seconds without an answer. Only lost connections are tried again, refusals are not.',
    },
    {
      step: 'test',
      claim: 'It creates without looking first: somebody who is here already is a conflict.',
    },
    {
      step: 'test',
      claim: 'Deleting a person in Keycloak deletes the learner; *Enabled* off archives.',
    },
  ],
  trials: {
    create: { steps: ['Open *Users*, press *Add user* and make a test person.'], awaited: 'a new person in Keycloak' },
    update: { steps: ['Change the person’s last name, and save.'], awaited: 'a changed person in Keycloak' },
    archive: { steps: ['Switch *Enabled* off for the person, and save.'], awaited: 'a disabled person in Keycloak' },
  },
  fixes: {
    app: 'the *scim* provider under *User federation* in Keycloak',
    credentials: 'its settings',
    actions: 'its settings',
    mappings: 'its settings',
    urlField: '*SCIM 2.0 endpoint*',
    tokenField: '*Auth password/token*',
    tokenForm: 'the token alone',
    method: 'Set *Auth mode* to *BEARER*.',
    switches: {
      create: { on: 'switch *Enable user propagation* on', off: 'switch *Enable user propagation* off' },
      update: { on: 'switch *Enable user propagation* on', off: 'switch *Enable user propagation* off' },
      deactivate: { on: 'switch *Enable user propagation* on', off: 'switch *Enable user propagation* off' },
    },
    groupsOff: 'in Keycloak, switch *Enable group propagation* off in the *scim* provider',
    archiveInstead: 'switch *Enabled* off for a person there instead of deleting the person',
    assign: 'make or change one person of the realm',
    sendAgain: 'In Keycloak, press *Sync all users* in the *scim* provider, or change the person once more.',
    sendOne: 'In Keycloak, change one person of the realm, and save.',
    sendSomebody: [
      'In Keycloak, look that *scim* stands under *Realm settings › Events › Event listeners*.',
      'Switch *Enable user propagation* on in the *scim* provider under *User federation*.',
      'Change one person, or press *Sync all users*.',
    ],
  },
  documentation: [
    {
      title: 'Keycloak: the extension keycloak-scim',
      url: 'https://github.com/mitodl/keycloak-scim',
      topics: ['credentials', 'actions', 'mappings', 'groups', 'nothingArrives', 'stopped', 'protocol'],
    },
  ],
}
