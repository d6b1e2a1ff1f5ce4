import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

/** What both ways through Okta have in common. */
export const oktaShared = {
  name: 'Okta',
  group: 'cloud',
  checkedAt: '2026-11',
  recognition: {
    caller: 'okta',
    about: 'Okta names itself: its User-Agent begins with the word Okta.',
  },
  reach: {
    isCloud: true,
    about: [
      'The *Okta Provisioning Agent* calls from inside your network instead; Okta supports it only with its own services or a certified partner. Its form wants a slash at the end of the URL and no _ in it.',
    ],
  },
  enable: [
    'Open *Provisioning › To App* and press *Edit*.',
    'Tick *Create Users*, *Update User Attributes* and *Deactivate Users*.',
    { text: 'Press *Save*. Okta then tests the connection once more.', certainty: 'captured' },
  ],
  enabled: '*Create Users*, *Update User Attributes* and *Deactivate Users* are ticked and saved',
  mappings: {
    about: [
      'The list is under *Provisioning › To App*, below the switches. userName comes from *Sign On › Application username format*; active follows the assignment and has no row.',
    ],
    required: {
      userName: 'Sign On › Application username format',
      active: 'the assignment itself',
      givenName: 'user.firstName',
      familyName: 'user.lastName',
      workEmail: 'user.email',
    },
    others: {
      displayName: 'user.displayName',
      externalId: "Okta's user id",
      title: 'user.title',
      [`${urns.enterpriseUser}:employeeNumber`]: 'user.employeeNumber',
      [`${urns.enterpriseUser}:department`]: 'user.department',
      [`${urns.enterpriseUser}:division`]: 'user.division',
      [`${urns.enterpriseUser}:manager`]: 'user.managerId',
    },
    alsoWorkEmail: [],
    absent: {},
  },
  rhythm: {
    about: ['Okta sends within a few seconds of your click. There is no schedule to wait for.'],
    expectedWithinSeconds: 15,
    isPublished: true,
    callsEverySeconds: null,
    onDemand: null,
  },
  log: [
    'Press *View Logs* in the application: it opens the *System Log*, filtered. Request bodies are not in it; what this endpoint answered as detail is.',
    'What failed waits under *Dashboard › Tasks*, with *Retry Selected*.',
  ],
  trials: {
    create: {
      steps: [
        'Open *Assignments › Assign › Assign to People* and assign a test person.',
        {
          text: 'Someone who was assigned before step 4 is not sent: press *Provision User* in that row.',
          certainty: 'captured',
        },
      ],
      awaited: 'an assignment in Okta',
    },
    update: {
      steps: ['Open *Directory › People*, change the person’s last name, or another mapped attribute, and save.'],
      awaited: 'a changed attribute in Okta',
    },
    archive: {
      steps: [
        'Open *Assignments* and remove the person, or deactivate the person in *Directory › People*.',
        '*Suspend* sends nothing.',
      ],
      awaited: 'a removed assignment in Okta',
    },
  },
} as const satisfies Partial<Guide>

/** Traps of both ways, as far as they do not hang on the form. */
export const oktaTraps: Guide['traps'] = [
  { step: 'provisioning', claim: 'Do not use one group both for assigning people and for *Push Groups*.' },
  {
    step: 'test',
    claim: {
      text: '*Force Sync* does not create people who were assigned too early; *Provision User* does.',
      certainty: 'captured',
    },
  },
  {
    step: 'test',
    claim: {
      text: 'Since release 2026.07.3 Okta can be set to delete instead of deactivating; what it then sends is not published.',
      certainty: 'open',
    },
  },
]

/** What a fix sends to, as far as both ways have it in common. */
export const oktaFixes = {
  app: 'your app in Okta',
  credentials: '*Provisioning › Integration › Edit*',
  actions: '*Provisioning › To App › Edit*',
  mappings: '*Provisioning › To App › Attribute Mappings*',
  switches: {
    create: { on: 'tick *Create Users*', off: 'untick *Create Users*' },
    update: { on: 'tick *Update User Attributes*', off: 'untick *Update User Attributes*' },
    deactivate: { on: 'tick *Deactivate Users*', off: 'untick *Deactivate Users*' },
  },
  archiveInstead: 'take the deletion out of the deprovisioning settings and leave *Deactivate Users* ticked',
  assign: 'assign a person in *Assignments › Assign*; for one assigned earlier press *Provision User* there',
  sendAgain: 'In Okta, open *Dashboard › Tasks*, select what failed and press *Retry Selected*.',
  sendOne: 'Whoever was assigned before that: press *Provision User* on *Assignments*.',
  sendSomebody: [
    'Open your app in Okta, then *Provisioning › To App › Edit*.',
    'Tick *Create Users*.',
    'Assign one person on *Assignments*.',
    'Whoever was assigned before that: press *Provision User* on *Assignments*.',
  ],
} as const satisfies Partial<Guide['fixes']>

const connecting = {
  title: 'Okta: connecting a SCIM integration',
  url: 'https://developer.okta.com/docs/guides/scim-provisioning-integration-connect/main/',
}

/** Pages of both ways; the first that holds a topic is shown. */
export const oktaPages: Guide['documentation'] = [
  { ...connecting, topics: ['credentials', 'actions', 'mappings'] },
  {
    title: 'Okta: questions about SCIM',
    url: 'https://developer.okta.com/docs/concepts/scim/faqs/',
    topics: ['groups', 'nothingArrives', 'stopped'],
  },
  {
    title: 'Okta: what its SCIM requests look like',
    url: 'https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20',
    topics: ['protocol'],
  },
]
