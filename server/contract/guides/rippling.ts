import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

/** Rippling with a custom integration. It publishes nothing on it: all is second-hand. */
export const ripplingGuide: Guide = {
  provider: 'rippling',
  name: 'Rippling',
  title: 'Rippling',
  group: 'cloud',
  formerName: null,
  forWhom: 'You make a custom integration with *User Management via SCIM*.',
  simulatedAs: 'generic-rfc7644',
  checkedAt: '2026-11',
  basis: {
    certainty: 'secondHand',
    about: 'Rippling publishes nothing about this: all of it is second-hand, from what other vendors write.',
  },
  recognition: {
    caller: null,
    about: {
      text: 'Its requests carry nothing that is known to name Rippling. The token is what tells, so this step stays unconfirmed.',
      certainty: 'open',
    },
  },
  reach: { isCloud: true, about: [] },
  prerequisites: [
    'An administrator’s account in Rippling that may create custom integrations.',
    'No application for sign-on: the custom integration is one of its own.',
    'One person whom its access rules cover.',
  ],
  create: [
    'Open *IT › Third-Party Access* (before: *IT Management › Custom App*) and press *Add Integration*.',
    'Choose *Create New Custom Integration*.',
    'Give it a name, a category and a logo, tick *User Management via SCIM* and press *Continue*.',
  ],
  created: 'The custom integration has been begun in Rippling',
  open: ['Stay in the form that follows.'],
  fields: [
    { label: 'SCIM Version', value: { kind: 'choice', text: '2.0' } },
    {
      label: 'SCIM Base URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'Without /Users.',
    },
    {
      label: 'SCIM Authorization Method',
      value: { kind: 'choice', text: 'Bearer Token' },
    },
    { label: 'Supports Groups', value: { kind: 'choice', text: 'leave it unticked' } },
    { label: 'Supports Pagination', value: { kind: 'choice', text: 'tick it' } },
    { label: 'Use email address as user name', value: { kind: 'choice', text: 'tick it' } },
    {
      label: 'Supported SCIM Attributes',
      value: {
        kind: 'boxes',
        ticked: ['externalId', 'emails.primary', 'name.givenName', 'name.familyName', 'employeeNumber'],
        unticked: [],
      },
    },
    {
      label: 'Bearer Token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone. The field comes after *Install now*.',
    },
  ],
  save: ['Press *Continue*, then *Install now*, and paste the token.', 'Go on through the installer.'],
  test: {
    button: null,
    press: 'finish the installation',
    andSave: 'Press *Continue*, then *Install now*, and finish the installation.',
    about: { text: 'Whether the installation sends a request is not known.', certainty: 'open' },
  },
  enable: [
    'Under *App Access Rules* choose who gets the application: one test person.',
    'Choose the *Provision Time*.',
    'Under *Attribute Mappings* set every attribute to *On user creation and updates*.',
    'Match those who are here already, create accounts for the others, and finish.',
  ],
  enabled: 'A test person is covered, and the attributes are sent *On user creation and updates*',
  mappings: {
    about: ['The list stands under *Attribute Mappings* of the integration.'],
    required: {
      userName: 'the e-mail address',
      active: null,
      givenName: 'name.givenName',
      familyName: 'name.familyName',
      workEmail: 'emails.primary',
    },
    others: { externalId: 'externalId', [`${urns.enterpriseUser}:employeeNumber`]: 'employeeNumber' },
    alsoWorkEmail: ['emails.value', 'emails[primary eq true].value'],
    absent: {},
  },
  rhythm: {
    about: [
      {
        text: 'Rippling sends when something changes, at the *Provision Time* that was chosen. How long it takes is not published.',
        certainty: 'open',
      },
    ],
    expectedWithinSeconds: 300,
    isPublished: false,
    callsEverySeconds: null,
    onDemand: null,
  },
  log: [{ text: 'Where Rippling tells what it sent is not known.', certainty: 'open' }],
  traps: [
    {
      step: 'provisioning',
      claim: 'An attribute whose cadence is not *On user creation and updates* never changes here again.',
    },
    {
      step: 'test',
      claim: {
        text: 'Whether it deactivates or deletes somebody who leaves is not confirmed. Both count here.',
        certainty: 'open',
      },
    },
  ],
  trials: {
    create: {
      steps: ['Cover a test person by *App Access Rules*, and create the account.'],
      awaited: 'a person whom the access rules of Rippling cover',
    },
    update: {
      steps: [{ text: 'Change the person’s last name.', certainty: 'open' }],
      awaited: 'a changed attribute in Rippling',
    },
    archive: {
      steps: [{ text: 'Take the person out of *App Access Rules*.', certainty: 'open' }],
      awaited: 'a removed access in Rippling',
    },
  },
  fixes: {
    app: 'your integration under *IT › Third-Party Access* in Rippling',
    credentials: 'its SCIM settings',
    actions: '*App Access Rules*',
    mappings: '*Attribute Mappings*',
    urlField: '*SCIM Base URL*',
    tokenField: '*Bearer Token*',
    tokenForm: 'the token alone',
    method: 'Set *SCIM Authorization Method* to *Bearer Token*.',
    switches: {
      create: { on: 'cover the people by *App Access Rules*', off: 'take the people out of *App Access Rules*' },
      update: {
        on: 'set the attributes to *On user creation and updates*',
        off: 'set the attributes to another cadence',
      },
      deactivate: { on: 'take the people out of *App Access Rules*', off: 'leave the people in *App Access Rules*' },
    },
    groupsOff: 'in Rippling, untick *Supports Groups* in the SCIM settings of the integration',
    archiveInstead: 'let it deactivate people instead of deleting them, if the integration offers that',
    assign: 'cover a person by *App Access Rules*',
    sendAgain: 'In Rippling, change the person once more.',
    sendOne: 'In Rippling, cover one person by *App Access Rules*.',
    sendSomebody: [
      'Open your integration under *IT › Third-Party Access* in Rippling, then *App Access Rules*, and cover one person.',
      'Look that the *Provision Time* has passed and that the account was created, not matched.',
    ],
  },
  documentation: [
    {
      title: 'WorkOS on Rippling: its custom integration',
      url: 'https://workos.com/docs/integrations/rippling-scim',
      topics: ['credentials', 'actions', 'mappings', 'groups', 'nothingArrives', 'stopped'],
    },
  ],
}
