import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

/** PingOne in the cloud with an outbound SCIM connection. Nothing is sent without a rule. */
export const pingoneGuide: Guide = {
  provider: 'pingone',
  name: 'PingOne',
  title: 'PingOne',
  group: 'cloud',
  formerName: null,
  forWhom: 'You make a *SCIM Outbound* connection and a rule.',
  simulatedAs: 'generic-rfc7644',
  checkedAt: '2026-11',
  recognition: {
    caller: null,
    about: {
      text: 'Its requests carry nothing that is known to name PingOne. The token is what tells, so this step stays unconfirmed.',
      certainty: 'open',
    },
  },
  reach: {
    isCloud: true,
    about: [
      'PingFederate stands in your own network and reaches this computer without one. Its *SCIM Connector* asks for *SCIM URL* and *Access Token*; the connector that is bundled with the server speaks SCIM 1.1 only.',
    ],
  },
  prerequisites: [
    { text: 'An administrator’s account in PingOne that may edit integrations.', certainty: 'open' },
    'No application for sign-on: the connection stands by itself, and a rule says who is sent.',
    'One person whom you may bring into the rule and out of it again.',
  ],
  create: [
    'Open *Integrations › Provisioning*, press *+* and choose *New Connection*.',
    'In the row *Identity Store* press *Select*.',
    'Choose the tile *SCIM Outbound* and press *Next*.',
    'Give it a name and a description and press *Next*.',
  ],
  created: 'The connection has been begun in PingOne',
  open: ['Stay in the connection’s form, at *Configure Authentication*.'],
  fields: [
    {
      label: 'SCIM Base URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'Without /Users: that has a field of its own.',
    },
    { label: 'Users Resource', value: { kind: 'text', text: '/Users' } },
    { label: 'Groups Resource', value: { kind: 'text', text: '/Groups' } },
    { label: 'SCIM Version', value: { kind: 'choice', text: '2.0' } },
    { label: 'Authentication Method', value: { kind: 'choice', text: 'OAuth 2 Bearer Token' } },
    {
      label: 'OAuth Access Token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone: *Auth Type Header* puts Bearer in front.',
    },
    { label: 'Auth Type Header', value: { kind: 'choice', text: 'Bearer' } },
  ],
  save: [
    'Press *Test Connection*, then *Next*.',
    'Under *Configure Preferences* set *User Filter Expression* to userName eq "%s" and *User Identifier* to userName.',
    'Press *Save*, and turn the connection’s toggle on.',
  ],
  test: {
    button: 'Test Connection',
    press: 'press *Test Connection*',
    andSave: 'Press *Test Connection*, then *Save*.',
    about: {
      text: 'Which request it sends is not published. A sibling of this connector asks for a user 0 who cannot be there.',
      certainty: 'open',
    },
  },
  enable: [
    'Under *Configure Preferences* tick *Allow users to be created*, *updated*, *disabled* and *deprovisioned*.',
    'Set *Remove Action* to *Disable*.',
    'Open *Rules*, press *+* and choose *New Rule*: from PingOne to this connection, with a user filter that fits your test person.',
    'Turn the rule’s toggle on. Without a rule nothing is sent.',
  ],
  enabled: 'The four permissions are ticked, *Disable* is chosen, and a rule is on',
  mappings: {
    about: ['The list belongs to the rule: open it and look at *Attribute Mapping*.'],
    required: { userName: null, active: null, givenName: null, familyName: null, workEmail: null },
    others: { displayName: null, externalId: null, title: null, [`${urns.enterpriseUser}:department`]: null },
    alsoWorkEmail: ['emails.value'],
    absent: {},
    certainty: 'open',
  },
  rhythm: {
    about: [
      {
        text: 'PingOne sends by its rules. How soon after a change is not published; give it a minute.',
        certainty: 'open',
      },
    ],
    expectedWithinSeconds: 60,
    isPublished: false,
    callsEverySeconds: null,
    onDemand: null,
  },
  log: [
    {
      text: 'Open the rule or the connection under *Provisioning* and look at *Sync status*; all events stand under *Monitoring › Audit*.',
      certainty: 'secondHand',
    },
  ],
  traps: [
    { step: 'provisioning', claim: 'Connection and rule have a toggle each; both have to be on.' },
    { step: 'provisioning', claim: 'With *Remove Action* set to *Delete* a learner is deleted here, not archived.' },
  ],
  trials: {
    create: {
      steps: ['Change a test person so that the rule’s user filter fits, or turn the rule on.'],
      awaited: 'a person whom the rule covers in PingOne',
    },
    update: { steps: ['Change the person’s last name, and save.'], awaited: 'a changed attribute in PingOne' },
    archive: {
      steps: ['Disable the person, or change the person so that the rule’s user filter no longer fits.'],
      awaited: 'a disabled person in PingOne',
    },
  },
  fixes: {
    app: 'your connection under *Integrations › Provisioning* in PingOne',
    credentials: '*Configure Authentication*',
    actions: '*Configure Preferences*',
    mappings: '*Attribute Mapping* of its rule',
    urlField: '*SCIM Base URL*',
    tokenField: '*OAuth Access Token*',
    tokenForm: 'the token alone, because *Auth Type Header* puts Bearer in front',
    method: 'Set *Authentication Method* to *OAuth 2 Bearer Token* and *Auth Type Header* to *Bearer*.',
    switches: {
      create: { on: 'tick *Allow users to be created*', off: 'untick *Allow users to be created*' },
      update: { on: 'tick that users may be *updated*', off: 'untick that users may be *updated*' },
      deactivate: {
        on: 'tick that users may be *disabled*, and set *Remove Action* to *Disable*',
        off: 'untick that users may be *disabled*',
      },
    },
    groupsOff: 'in PingOne, take the groups out of the connection’s rule',
    archiveInstead: 'set *Remove Action* to *Disable*',
    assign: 'make the user filter of the connection’s rule fit a person',
    sendAgain: 'In PingOne, change the person once more.',
    sendOne: 'In PingOne, make the user filter of the rule fit one person.',
    sendSomebody: [
      'In PingOne, open *Integrations › Provisioning* and turn the connection on.',
      'Open *Rules* and look that a rule leads to the connection, is on, and covers one person.',
    ],
  },
  documentation: [
    {
      title: 'PingOne: creating a SCIM connection',
      url: 'https://docs.pingidentity.com/pingone/integrations/p1_create_scim_connection.html',
      topics: ['credentials', 'actions', 'mappings', 'groups', 'nothingArrives', 'stopped', 'protocol'],
    },
  ],
}
