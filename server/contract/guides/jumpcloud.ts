import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

/** JumpCloud with a custom application. Its test really creates a person and removes it again. */
export const jumpcloudGuide: Guide = {
  provider: 'jumpcloud',
  name: 'JumpCloud',
  title: 'JumpCloud',
  group: 'cloud',
  formerName: null,
  forWhom: 'You make a custom application with *Identity Management*.',
  simulatedAs: 'jumpcloud',
  checkedAt: '2026-11',
  recognition: {
    caller: null,
    about: {
      text: 'Its requests carry nothing that is known to name JumpCloud. The token is what tells, so this step stays unconfirmed.',
      certainty: 'open',
    },
  },
  reach: { isCloud: true, about: ['JumpCloud has no agent that could call from inside your network.'] },
  prerequisites: [
    { text: 'An administrator’s account in JumpCloud that may add applications.', certainty: 'open' },
    { text: 'A custom application: it may sign people on by SAML too, but need not.', certainty: 'secondHand' },
    'A user group with one person to test with: people get the application through groups alone.',
    'An address that does not exist here, in a domain that you accept: the connection test creates a person with it.',
  ],
  create: [
    'Open *User Authentication › SSO Applications* and press *Add New Application*.',
    'Choose *Custom Application* and press *Next*.',
    'Tick *Export users to this app (Identity Management)*, give it a label and press *Save Application*.',
    'Press *Configure Application*.',
  ],
  created: 'The custom application exists in JumpCloud',
  open: ['Open the application’s *Identity Management* tab.'],
  fields: [
    { label: 'SCIM version', value: { kind: 'choice', text: 'SCIM 2.0' } },
    {
      label: 'Base URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'Without a slash at the end: with one, JumpCloud calls a path with two.',
    },
    { label: 'Token Key', value: { kind: 'token', form: 'raw' }, note: 'The token alone.' },
    {
      label: 'Test User Email',
      value: { kind: 'own', text: 'an address that nobody has here, in a domain that you accept' },
      note: 'The test creates a learner with it and removes that one again.',
    },
    {
      label: 'Enable management of User Groups and Group Membership in this application',
      value: { kind: 'choice', text: 'leave it unticked' },
      note: 'With it the test creates a group as well, which is refused while groups are switched off here.',
    },
  ],
  save: ['Press *Test Connection*.', 'Press *Activate*, then *Save*.'],
  test: {
    button: 'Test Connection',
    press: 'press *Test Connection*',
    andSave: 'Press *Test Connection*, then *Activate* and *Save*.',
    about: 'It looks for the *Test User Email*, creates a learner with it, and deletes or deactivates that one.',
  },
  enable: [
    'There is nothing to switch: *Activate* switches creating, updating and deactivating on together.',
    'Open *User Groups*, tick the group of your test person and press *Save*. This is what sends.',
  ],
  enabled: 'The application is activated and a group is ticked in *User Groups*',
  mappings: {
    about: ['The list is fixed: a custom application has no mappings of its own and no extensions.'],
    required: { userName: null, active: null, givenName: null, familyName: null, workEmail: null },
    others: { displayName: null, externalId: null, title: null, [`${urns.enterpriseUser}:department`]: null },
    alsoWorkEmail: ['emails.value'],
    absent: {},
    certainty: 'open',
  },
  rhythm: {
    about: ['JumpCloud sends when something changes. How many seconds it takes is not published; give it a minute.'],
    expectedWithinSeconds: 60,
    isPublished: false,
    callsEverySeconds: null,
    onDemand: null,
  },
  log: [
    'Open *Insights › Directory Insights* and look for events such as user_create_provision, user_update_provision and user_deprovision.',
  ],
  traps: [
    {
      step: 'endpoint',
      claim:
        'Where the *Test User Email* exists already, the test fails with a conflict. Where its end fails, a learner is left over.',
    },
    {
      step: 'provisioning',
      claim: 'A group that is taken away from the application deactivates its members, unless another active group covers them.',
    },
    {
      step: 'test',
      claim: 'Deactivation comes as active false or as a deletion, depending on the situation. Both count here.',
    },
  ],
  trials: {
    create: {
      steps: ['Put a test person into a group that is ticked in the application’s *User Groups*.'],
      awaited: 'a person in a ticked group in JumpCloud',
    },
    update: {
      steps: ['Change the person’s last name, and save.'],
      awaited: 'a changed attribute in JumpCloud',
    },
    archive: {
      steps: ['Take the person out of the group.'],
      awaited: 'a person taken out of the group in JumpCloud',
    },
  },
  fixes: {
    app: 'your app under *SSO Applications* in JumpCloud',
    credentials: '*Identity Management*',
    actions: '*Identity Management*',
    mappings: '*Identity Management*',
    urlField: '*Base URL*',
    tokenField: '*Token Key*',
    tokenForm: 'the token alone',
    method: 'JumpCloud always sends a bearer token: look that *SCIM version* is *SCIM 2.0*.',
    switches: {
      create: { on: 'press *Activate*', off: 'take the groups out of the app’s *User Groups*' },
      update: { on: 'press *Activate*', off: 'take the groups out of the app’s *User Groups*' },
      deactivate: { on: 'press *Activate*', off: 'take the groups out of the app’s *User Groups*' },
    },
    groupsOff:
      'in JumpCloud on *Identity Management*, untick *Enable management of User Groups and Group Membership in this application*',
    archiveInstead: 'nothing can be set there, because JumpCloud itself chooses between deactivating and deleting',
    assign: 'put a person into a group that is ticked in the app’s *User Groups*',
    sendAgain: 'In JumpCloud, change the person once more.',
    sendOne: 'In JumpCloud, put one person into a group that is ticked in the app’s *User Groups*.',
    sendSomebody: [
      'Open your app under *SSO Applications* in JumpCloud, then *Identity Management*, and look that it is activated.',
      'Tick a group with one person in *User Groups*, and press *Save*.',
    ],
  },
  documentation: [
    {
      title: 'JumpCloud: custom SCIM integration',
      url: 'https://jumpcloud.com/support/provision-and-manage-users-and-groups-in-apps-using-custom-scim-identity-management-integration',
      topics: ['credentials', 'actions', 'mappings', 'groups', 'nothingArrives', 'stopped', 'protocol'],
    },
  ],
}
