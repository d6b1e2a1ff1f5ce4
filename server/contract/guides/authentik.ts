import type { Guide } from './guide.ts'

/** authentik with its SCIM provider. It deactivates by DELETE and calls every hour. */
export const authentikGuide: Guide = {
  provider: 'authentik',
  name: 'authentik',
  title: 'authentik',
  group: 'ownNetwork',
  formerName: null,
  forWhom: 'You add a SCIM provider to an application.',
  simulatedAs: 'authentik',
  checkedAt: '2026-11',
  recognition: {
    caller: 'authentik',
    about: { text: 'authentik names itself in User-Agent.', certainty: 'captured' },
  },
  reach: {
    isCloud: false,
    about: [
      'authentik stands in your own network and calls from there: no tunnel is needed where it can reach this computer.',
      'From a container, put host.docker.internal in place of 127.0.0.1.',
    ],
  },
  prerequisites: [
    'Access to the *Admin interface*.',
    'An application, which may have a provider for sign-on too: the SCIM provider is its *Backchannel provider*.',
    'One person who may use the application.',
  ],
  create: [
    'Open *Applications › Applications* in the *Admin interface* and press *New Application*.',
    'For the provider choose the type *SCIM Provider*.',
    'Where the application exists already: make the provider, edit the application and set it under *Backchannel providers*.',
  ],
  created: 'The SCIM provider is a backchannel provider of the application in authentik',
  open: ['Go to *Configure provider*, or edit the SCIM provider.'],
  fields: [
    { label: 'URL', value: { kind: 'url', trailingSlash: false }, note: 'It ends in /v2, with nothing behind it.' },
    {
      label: 'Verify SCIM server’s certificates',
      value: { kind: 'choice', text: 'on' },
      note: 'Off only for a test host with a certificate of its own making.',
    },
    { label: 'Authentication mode', value: { kind: 'choice', text: 'Static token' } },
    { label: 'Token', value: { kind: 'token', form: 'raw' }, note: 'The token alone.' },
    { label: 'SCIM Compatibility Mode', value: { kind: 'choice', text: 'Default' } },
    {
      label: 'Dry run',
      value: { kind: 'choice', text: 'off' },
      note: 'With it nothing that writes is ever sent.',
    },
  ],
  save: ['Save the provider. There is no test button.'],
  test: {
    button: null,
    press: 'save the provider, since there is no test button',
    andSave: 'Save the provider. There is no test button: its first request is the test.',
    about: { text: 'It begins by reading /ServiceProviderConfig, which needs no token.', certainty: 'captured' },
  },
  enable: [
    'Keep *authentik default SCIM Mapping: User* under *User Property Mappings*.',
    'Take the group mappings out of *Group Property Mappings* where groups are not wanted.',
    'Look that no group filter leaves your test person out, and that *Dry run* is off.',
  ],
  enabled: 'The provider is bound to the application, *Dry run* is off and a test person is in its scope',
  mappings: {
    about: [
      'The list stands in the SCIM provider under *User Property Mappings*.',
      {
        text: 'The address comes with the type other. Whether active is sent depends on the version of the mapping.',
        certainty: 'captured',
      },
    ],
    required: { userName: 'username', active: null, givenName: 'name', familyName: 'name', workEmail: 'email' },
    others: { displayName: 'name', externalId: 'uid' },
    alsoWorkEmail: ['emails.value', 'emails[type eq "other"].value'],
    absent: { active: 'authentik deletes whom it no longer sends, and not every version of its mapping sends active.' },
    certainty: 'captured',
  },
  rhythm: {
    about: ['authentik sends when something changes, and everything once an hour.'],
    expectedWithinSeconds: 60,
    isPublished: true,
    callsEverySeconds: 3600,
    onDemand: null,
  },
  log: [
    'The provider’s page shows the state of its synchronisation and the log of its tasks.',
    'Errors stand under *System Tasks* and *Events › Logs*.',
  ],
  traps: [
    {
      step: 'connection',
      claim: 'A SCIM provider that is not a *Backchannel provider* of an application sends nothing at all.',
    },
    { step: 'endpoint', claim: 'With *Dry run* on, only /ServiceProviderConfig arrives.' },
    {
      step: 'test',
      claim: {
        text: 'Whoever leaves the scope comes as a deletion. It counts as the third action here; the learner stays as *Deleted*.',
        certainty: 'captured',
      },
    },
    {
      step: 'test',
      claim: {
        text: 'It creates without looking first, and links whoever is here already after the conflict.',
        certainty: 'captured',
      },
    },
  ],
  trials: {
    create: {
      steps: ['Make a test person under *Directory › Users*, or bring one into the scope of the application.'],
      awaited: 'a person in the scope in authentik',
    },
    update: { steps: ['Change the person’s name, and save.'], awaited: 'a changed person in authentik' },
    archive: {
      steps: ['Take the person out of the scope, or delete the person.'],
      awaited: 'a person taken out of the scope in authentik',
    },
  },
  fixes: {
    app: 'the SCIM provider of your application in authentik',
    credentials: '*Edit*',
    actions: '*Edit*',
    mappings: '*Edit* and *User Property Mappings*',
    urlField: '*URL*',
    tokenField: '*Token*',
    tokenForm: 'the token alone',
    method: 'Set *Authentication mode* to *Static token*.',
    switches: {
      create: { on: 'switch *Dry run* off', off: 'narrow its group filter' },
      update: { on: 'switch *Dry run* off', off: 'narrow its group filter' },
      deactivate: { on: 'switch *Dry run* off', off: 'leave the people in its scope' },
    },
    groupsOff: 'in authentik, edit the SCIM provider and take the group mappings out',
    archiveInstead: 'nothing can be set there, because authentik deletes whom it no longer sends',
    assign: 'bring a person into the scope of the application',
    sendAgain: 'In authentik, run the sync of the provider again, or wait for the hourly one.',
    sendOne: 'In authentik, run the sync of the provider, or wait for the hourly one.',
    sendSomebody: [
      'In authentik, edit the application and set the SCIM provider under *Backchannel providers*.',
      'Edit the SCIM provider: switch *Dry run* off, and check that no group filter leaves everybody out.',
      'In authentik, run the sync of the provider again, or wait for the hourly one.',
    ],
  },
  documentation: [
    {
      title: 'authentik: creating a SCIM provider',
      url: 'https://docs.goauthentik.io/add-secure-apps/providers/scim/create-scim-provider/',
      topics: ['credentials', 'nothingArrives'],
    },
    {
      title: 'authentik: SCIM provider',
      url: 'https://docs.goauthentik.io/add-secure-apps/providers/scim/',
      topics: ['actions', 'mappings', 'groups', 'stopped', 'protocol'],
    },
  ],
}
