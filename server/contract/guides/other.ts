import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

/** Any other provider that speaks SCIM 2.0, in general words. */
export const otherGuide: Guide = {
  provider: 'other',
  name: 'your identity provider',
  title: 'Another provider',
  group: 'any',
  formerName: null,
  forWhom: 'Anything else that speaks SCIM 2.0, in general words.',
  simulatedAs: 'generic-rfc7644',
  checkedAt: '2026-11',
  recognition: { caller: 'any', about: 'Nothing certain can be expected of it: any request with your token counts.' },
  reach: {
    isCloud: false,
    about: ['A provider in the cloud needs a public https address; one in your own network may reach this computer directly.'],
  },
  prerequisites: [
    'An administrator’s account in the provider that may add applications.',
    'Often an application for sign-on: some hang provisioning on one, which has to exist first.',
    'One person whom you may assign, change and remove again.',
  ],
  create: ['Find the place of your provider for provisioning by SCIM 2.0.', 'Add a SCIM 2.0 application or connection there.'],
  created: 'The SCIM application exists in your identity provider',
  open: ['Open the form that asks for the SCIM URL and the token.'],
  fields: [
    {
      label: 'SCIM base URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'Without /Users and without a slash at the end.',
    },
    { label: 'SCIM version', value: { kind: 'choice', text: '2.0' } },
    { label: 'Unique identifier', value: { kind: 'text', text: 'userName' } },
    { label: 'Authentication', value: { kind: 'choice', text: 'Bearer token (OAuth 2 bearer token, HTTP header)' } },
    {
      label: 'Bearer token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone. Only a form that sends the whole header as it is typed wants Bearer in front.',
    },
  ],
  save: ['Press the test button, where there is one.', 'Save, and switch the connection on.'],
  test: {
    button: null,
    press: 'run its connection test',
    andSave: 'Save, and run the connection test if there is one.',
  },
  enable: [
    'Switch on creating, updating and deactivating users.',
    'Where there is a choice, let a removed user be *suspended* or *disabled* rather than deleted.',
    'Where actions need approval, untick it for the test.',
    'Leave groups off.',
    'Assign one test person. Without an assignment no provider sends anything.',
  ],
  enabled: 'Creating, updating and deactivating are switched on and a test person is assigned',
  mappings: {
    about: ['Look for *attribute mapping*, *parameters* or a JSON template in the application.'],
    required: { userName: null, active: null, givenName: null, familyName: null, workEmail: null },
    others: { displayName: null, externalId: null, title: null, [`${urns.enterpriseUser}:department`]: null },
    alsoWorkEmail: ['emails.value', 'emails[type eq "other"].value'],
    absent: {},
  },
  rhythm: {
    about: ['Most providers send within a minute, some by a schedule of hours. Some ask for an approval first.'],
    expectedWithinSeconds: 60,
    callsEverySeconds: null,
    onDemand: null,
  },
  log: ['Look for *logs*, *events* or *tasks* in the application: there the provider tells what it sent.'],
  traps: [
    { step: 'endpoint', claim: 'A URL with /Users at its end, and Bearer pasted along with the token, are the usual mistakes.' },
    { step: 'provisioning', claim: 'An action that needs approval looks as if nothing happened.' },
  ],
  trials: {
    create: { steps: ['Assign a test person to the application.'], awaited: 'an assignment' },
    update: { steps: ['Change the person’s last name, or another mapped attribute.'], awaited: 'a changed attribute' },
    archive: { steps: ['Remove the assignment, or suspend the person.'], awaited: 'a removed assignment' },
  },
  fixes: {
    app: 'your app in the identity provider',
    credentials: 'its SCIM settings',
    actions: 'its provisioning settings',
    mappings: 'its attribute mappings',
    urlField: 'the field for the SCIM base URL',
    tokenField: 'the field for the token',
    tokenForm: 'the token alone, unless the field is sent as the whole Authorization header',
    method: 'Choose authentication by a bearer token.',
    switches: {
      create: { on: 'switch creating people on there', off: 'switch it off there too' },
      update: { on: 'switch updating people on there', off: 'switch it off there too' },
      deactivate: { on: 'switch deactivating people on there', off: 'switch it off there too' },
    },
    groupsOff: 'switch the provisioning of groups off in the identity provider',
    archiveInstead: 'set the provider to deactivate or suspend them instead of deleting',
    assign: 'assign a person to the application',
    sendAgain: 'Have the identity provider send it again.',
    sendOne: 'Have the identity provider send it again.',
    sendSomebody: [
      'Assign one person to the app there.',
      'Check that provisioning is switched on, that a rule covers the person, and that nothing waits for approval.',
    ],
  },
  documentation: [],
}
