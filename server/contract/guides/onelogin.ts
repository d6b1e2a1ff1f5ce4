import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

const page = (title: string, path: string, topics: Guide['documentation'][number]['topics']) => ({
  title: `OneLogin: ${title}`,
  url: `https://developers.onelogin.com/scim/${path}`,
  topics,
})

/** Ours, with OneLogin's macros: what stands here is what arrives. */
const template = `{
  "schemas": [
    "${urns.user}",
    "${urns.enterpriseUser}"
  ],
  "userName": "{$parameters.scimusername}",
  "displayName": "{$user.display_name}",
  "name": {
    "givenName": "{$user.firstname}",
    "familyName": "{$user.lastname}"
  },
  "emails": [
    { "value": "{$user.email}", "type": "work", "primary": true }
  ],
  "title": "{$parameters.title}",
  "${urns.enterpriseUser}": {
    "department": "{$parameters.department}"
  }
}`

/** OneLogin with its SCIM provisioner from the catalog. It sends what its JSON template says. */
export const oneloginGuide: Guide = {
  provider: 'onelogin',
  name: 'OneLogin',
  title: 'OneLogin',
  group: 'cloud',
  formerName: null,
  forWhom: 'You add *SCIM Provisioner with SAML (SCIM v2 Enterprise)* from its catalog.',
  simulatedAs: 'onelogin',
  checkedAt: '2026-11',
  recognition: {
    caller: 'onelogin',
    about: {
      text: 'What OneLogin puts into User-Agent is not published. Only where its name stands there is it recognised; else the token is what tells, and this step stays unconfirmed.',
      certainty: 'open',
    },
  },
  reach: {
    isCloud: true,
    about: ['OneLogin has no agent that could call from inside your network.'],
  },
  prerequisites: [
    { text: 'An administrator’s account in OneLogin that may add applications and edit roles.', certainty: 'open' },
    'No other application: the one for provisioning is for SAML as well.',
    'A role that gives access to the application, and one person to put into it.',
  ],
  create: [
    'Open *Applications › Applications* and press *Add App*.',
    'Search for SCIM and choose *SCIM Provisioner with SAML (SCIM v2 Enterprise)*.',
    'Give it a name and press *Save*.',
  ],
  created: 'The SCIM provisioner exists in OneLogin',
  open: ['Open the application’s *Configuration* tab.'],
  fields: [
    { label: 'SCIM Base URL', value: { kind: 'url', trailingSlash: false }, note: 'Without /Users.' },
    {
      label: 'SCIM JSON Template',
      value: { kind: 'text', text: template },
      note: 'What stands here is what arrives. emails has to be a list, in square brackets. The macros of *title* and *department* need rows of these names under *Parameters*.',
    },
    {
      label: 'SCIM Bearer Token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone, without the word Bearer.',
    },
  ],
  save: ['Under *API Status* press *Enable*: this tests the connection.', 'Press *Save*.'],
  test: {
    button: 'Enable',
    press: 'press *Enable* under *API Status*',
    andSave: 'Press *Enable* under *API Status*, then *Save*.',
    about: 'It looks for somebody who does not exist. An empty list is the right answer.',
  },
  enable: [
    'On *Parameters* set *scimusername* (*SCIM Username*) to *Email*. Leave *Groups* out of *Include in User Provisioning*.',
    'On *Provisioning* tick *Enable provisioning*.',
    'Under *Require admin approval before this action is performed* untick *Create user*, *Delete user* and *Update user*.',
    'For *When users are deleted in OneLogin, or the user’s app access is removed* choose *Suspend*.',
    'On *Access* tick the role of your test person, and press *Save*.',
  ],
  enabled: '*Enable provisioning* is ticked, the approvals are not, and *Suspend* is chosen',
  mappings: {
    about: [
      'What is sent stands in *Configuration › SCIM JSON Template*; its macros take from the user and from the rows of *Parameters*. active is added by OneLogin.',
    ],
    required: {
      userName: '{$parameters.scimusername}',
      active: 'added by OneLogin',
      givenName: '{$user.firstname}',
      familyName: '{$user.lastname}',
      workEmail: '{$user.email}',
    },
    others: {
      displayName: '{$user.display_name}',
      title: '{$parameters.title}',
      [`${urns.enterpriseUser}:department`]: '{$parameters.department}',
      [`${urns.enterpriseUser}:manager`]: '{$parameters.external_manager_id}',
    },
    alsoWorkEmail: ['emails.value'],
    absent: {},
  },
  rhythm: {
    about: ['OneLogin sends within seconds to minutes of a change. What needs approval waits under *Users › Provisioning*.'],
    expectedWithinSeconds: 120,
    isPublished: true,
    callsEverySeconds: null,
    onDemand: null,
  },
  log: [
    'The state of each person stands on the application’s *Users* tab.',
    'Approvals that wait, and errors, stand under *Users › Provisioning*; all events under *Activity › Events*.',
  ],
  traps: [
    {
      step: 'endpoint',
      claim: {
        text: 'A template that is not valid JSON sends nothing at all; the error stands in the person’s row.',
        certainty: 'secondHand',
      },
    },
    { step: 'provisioning', claim: 'An action that needs approval looks as if nothing happened.' },
    { step: 'provisioning', claim: 'With *Delete* instead of *Suspend* a learner is deleted here, not archived.' },
  ],
  trials: {
    create: {
      steps: [
        'Open *Users › All Users*, choose the test person, and open *Applications*.',
        'Choose the role that gives access to the application, and save.',
      ],
      awaited: 'a person with the role in OneLogin',
    },
    update: {
      steps: ['Change the person’s last name under *Users*, and save.'],
      awaited: 'a changed attribute in OneLogin',
    },
    archive: {
      steps: ['Take the role away from the person, or suspend the person, and save.'],
      awaited: 'a removed role in OneLogin',
    },
  },
  fixes: {
    app: 'your app in OneLogin',
    credentials: '*Configuration*',
    actions: '*Provisioning*',
    mappings: '*Configuration › SCIM JSON Template*',
    urlField: '*SCIM Base URL*',
    tokenField: '*SCIM Bearer Token*',
    tokenForm: 'the token alone',
    method: 'OneLogin always sends a bearer token: look that *Custom Headers* holds no Authorization of its own.',
    switches: {
      create: {
        on: 'tick *Enable provisioning*, and untick the approval for *Create user*',
        off: 'tick the approval for *Create user*',
      },
      update: {
        on: 'tick *Enable provisioning*, and untick the approval for *Update user*',
        off: 'tick the approval for *Update user*',
      },
      deactivate: {
        on: 'choose *Suspend* for users whose access is removed, and untick the approval for *Delete user*',
        off: 'choose *Do Nothing* for users whose access is removed',
      },
    },
    groupsOff: 'in OneLogin on *Parameters*, open the *Groups* row and untick *Include in User Provisioning*',
    archiveInstead: 'choose *Suspend* for *When users are deleted in OneLogin, or the user’s app access is removed*',
    assign: 'give a person a role that has access to the app',
    sendAgain: 'In OneLogin, open *Users › Provisioning* and run the failed tasks again.',
    sendOne: 'In OneLogin, open *Users › Provisioning*, and approve what waits there.',
    sendSomebody: [
      'Open your app in OneLogin, then *Provisioning*.',
      'Tick *Enable provisioning*, and untick the approval for *Create user*.',
      'What waits for approval stands under *Users › Provisioning*: approve it.',
    ],
  },
  documentation: [
    page('creating a SCIM app', 'create-app', ['credentials']),
    page('the user schema', 'define-user-schema', ['mappings']),
    page('testing provisioning', 'test-your-scim', ['actions', 'nothingArrives', 'stopped']),
    page('the SCIM API that it calls', 'implement-scim-api', ['groups', 'protocol']),
  ],
}
