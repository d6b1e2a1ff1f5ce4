import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

/** CyberArk Identity, whose provisioning hangs on a SAML application. */
export const cyberarkGuide: Guide = {
  provider: 'cyberark',
  name: 'CyberArk',
  title: 'CyberArk Identity',
  group: 'cloud',
  formerName: 'Idaptive',
  forWhom: 'You switch provisioning on in a SAML application.',
  simulatedAs: 'generic-rfc7644',
  checkedAt: '2026-11',
  recognition: {
    caller: 'cyberark',
    about: {
      text: 'What CyberArk puts into User-Agent is not published. Only where CyberArk or Idaptive stands there is it recognised; else the token is what tells, and this step stays unconfirmed.',
      certainty: 'open',
    },
  },
  reach: {
    isCloud: true,
    about: [{ text: 'Its *Connector* is for directories; that it could call this endpoint is not known.', certainty: 'open' }],
  },
  prerequisites: [
    { text: 'An administrator’s account in the *Admin Portal* that may edit web applications.', certainty: 'open' },
    'A SAML application, or a custom one for it (*Custom › SAML*): provisioning hangs on it.',
    'A role with one person to test with.',
  ],
  create: [
    'Open *Apps & Widgets › Web Apps* in the *Admin Portal*.',
    { text: 'Add the SAML application, or *Custom › SAML*, or open the one that is there.', certainty: 'secondHand' },
  ],
  created: 'The SAML application exists in CyberArk',
  open: [
    'Open the application’s *Provisioning*.',
    'Tick *Enable provisioning for this application* and confirm.',
    { text: 'Choose *Live mode*. In *Preview mode* nothing is written.', certainty: 'open' },
  ],
  fields: [
    {
      label: 'SCIM Service URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'Without /Users.',
      certainty: 'secondHand',
    },
    { label: 'Authorization type', value: { kind: 'choice', text: 'Authorization Header' }, certainty: 'secondHand' },
    { label: 'Header Type', value: { kind: 'choice', text: 'Bearer Token' }, certainty: 'secondHand' },
    {
      label: 'Bearer Token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone.',
      certainty: 'secondHand',
    },
  ],
  save: [{ text: 'Press *Verify*.', certainty: 'secondHand' }, 'Press *Save*.'],
  test: {
    button: 'Verify',
    press: 'press *Verify*',
    andSave: 'Press *Verify*, then *Save*.',
    about: {
      text: 'CyberArk reads what this endpoint offers and one learner. That *Verify* does so, and in which order, is not confirmed.',
      certainty: 'open',
    },
  },
  enable: [
    'Under *Role Mappings* add the role of your test person.',
    'For the *Deprovisioning* rule choose to disable rather than to delete.',
    'Press *Save*.',
  ],
  enabled: 'A role is mapped and the deprovisioning rule disables',
  mappings: {
    about: ['Open the application’s *Provisioning* and look at its mappings.'],
    required: { userName: null, active: null, givenName: null, familyName: null, workEmail: null },
    others: { displayName: null, externalId: null, title: null, [`${urns.enterpriseUser}:department`]: null },
    alsoWorkEmail: ['emails.value'],
    absent: {},
    certainty: 'open',
  },
  rhythm: {
    about: [
      {
        text: 'CyberArk synchronises when *Start Sync* is pressed, and by a schedule whose interval is not published.',
        certainty: 'secondHand',
      },
    ],
    expectedWithinSeconds: 3600,
    isPublished: false,
    callsEverySeconds: null,
    onDemand: { button: 'Start Sync', withinSeconds: 60 },
  },
  log: [
    {
      text: 'A report of each synchronisation stands under *Settings › Users › Outbound Provisioning*, and is sent by mail.',
      certainty: 'secondHand',
    },
  ],
  traps: [
    {
      step: 'provisioning',
      claim: 'A role that is mapped also makes a group here, which is refused while groups are switched off.',
    },
    {
      step: 'test',
      claim: {
        text: 'How it deactivates is not confirmed: a replacement with active false is expected.',
        certainty: 'open',
      },
    },
  ],
  trials: {
    create: {
      steps: [
        'Put a test person into the mapped role.',
        {
          text: 'Open *Settings › Users › Outbound Provisioning*, choose the application and press *Start Sync*.',
          certainty: 'secondHand',
        },
      ],
      awaited: 'a person in the role and Start Sync',
    },
    update: {
      steps: ['Change the person’s last name.', { text: 'Press *Start Sync* again.', certainty: 'secondHand' }],
      awaited: 'a changed attribute and Start Sync',
    },
    archive: {
      steps: ['Take the person out of the role.', { text: 'Press *Start Sync* again.', certainty: 'secondHand' }],
      awaited: 'a person taken out of the role and Start Sync',
    },
  },
  fixes: {
    app: 'your app under *Apps & Widgets › Web Apps* in CyberArk',
    credentials: '*Provisioning*',
    actions: '*Provisioning*',
    mappings: '*Provisioning*',
    urlField: '*SCIM Service URL*',
    tokenField: '*Bearer Token*',
    tokenForm: 'the token alone',
    method: 'Set *Authorization type* to *Authorization Header* and *Header Type* to *Bearer Token*.',
    switches: {
      create: {
        on: 'tick *Enable provisioning for this application*, and map the role of the people',
        off: 'take the role of the people out of the mappings',
      },
      update: { on: 'tick *Enable provisioning for this application*', off: 'untick *Enable provisioning for this application*' },
      deactivate: {
        on: 'let the *Deprovisioning* rule disable people',
        off: 'change the *Deprovisioning* rule',
      },
    },
    groupsOff: 'in CyberArk on *Provisioning*, take the groups out of the role mappings',
    archiveInstead: 'let the *Deprovisioning* rule disable people instead of deleting them',
    assign: 'put a person into a mapped role and press *Start Sync*',
    sendAgain: 'In CyberArk, open *Settings › Users › Outbound Provisioning* and press *Start Sync*.',
    sendOne: 'In CyberArk, open *Settings › Users › Outbound Provisioning* and press *Start Sync*.',
    sendSomebody: [
      'Open your app under *Apps & Widgets › Web Apps* in CyberArk, then *Provisioning*, and map a role with one person.',
      'Open *Settings › Users › Outbound Provisioning* and press *Start Sync*.',
    ],
  },
  documentation: [
    {
      title: 'CyberArk: outbound provisioning by SCIM',
      url: 'https://docs.cyberark.com/Idaptive/Latest/en/Content/Developer/scim-management/scim-outbound-provisioning.htm',
      topics: ['credentials', 'mappings', 'groups', 'protocol'],
    },
    {
      title: 'CyberArk: outbound provisioning',
      url: 'https://docs.cyberark.com/Idaptive/Latest/en/Content/Applications/AppsOvw/ProvisionUsers.htm',
      topics: ['actions', 'nothingArrives', 'stopped'],
    },
  ],
}
