import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

/** Google Workspace, which provisions applications of its catalog alone; some of these ask for the URL. */
export const googleGuide: Guide = {
  provider: 'google',
  name: 'Google',
  title: 'Google Workspace',
  group: 'cloud',
  formerName: null,
  forWhom: 'You reuse an application of its catalog that asks for the URL: Google has no free form.',
  simulatedAs: 'generic-rfc7644',
  checkedAt: '2026-11',
  recognition: {
    caller: null,
    about: {
      text: 'Its requests carry nothing that is known to name Google. The token is what tells, so this step stays unconfirmed.',
      certainty: 'open',
    },
  },
  reach: { isCloud: true, about: ['Google has no agent that could call from inside your network.'] },
  prerequisites: [
    'An account with *super administrator* privileges.',
    'An edition with automated provisioning; Starter editions can have it for 3 applications.',
    {
      text: 'An application of the SAML catalog that lets you type the URL, such as *Amazon Web Services* or *Keeper Web (SAML)*. There is no custom one.',
      certainty: 'secondHand',
    },
    'Sign-on for that application, set up first.',
    'One person for whom the application is switched on. Archived people are left out.',
  ],
  create: [
    'Sign in at admin.google.com and open *Menu › Apps › Web and mobile apps*.',
    'Add the application from the catalog, or open it, and finish its sign-on.',
  ],
  created: 'The application exists in Google and its sign-on is set up',
  open: ['Open the application and, on the card *Autoprovisioning*, press *Configure autoprovisioning*.'],
  fields: [
    { label: 'Access token', value: { kind: 'token', form: 'raw' }, note: 'The token alone. Press *Continue* after it.' },
    {
      label: 'Endpoint URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'Only some applications ask for it; others always call their own vendor and cannot be used.',
    },
  ],
  save: [
    'Go through *App attributes*: what has a star must be mapped.',
    '*Provisioning scope* may be left empty, or names groups.',
    'For *Deprovisioning* choose *suspend*, each with the shortest delay, and press *Finish*.',
  ],
  test: {
    button: null,
    press: 'see that *Autoprovisioning* is *Active*',
    andSave: 'Go through the form to its end and see that *Autoprovisioning* is *Active*.',
    about: {
      text: 'A button for it is not known, nor whether the form sends a request. The first synchronisation is the test.',
      certainty: 'open',
    },
  },
  enable: [
    'Set the switch *Autoprovisioning* to *Active*.',
    'For *Deprovisioning*, choose *suspend* rather than *delete*, for users turned off, suspended and deleted.',
    'Turn the application on for your test person.',
  ],
  enabled: '*Autoprovisioning* is *Active* and the application is on for a test person',
  mappings: {
    about: [
      'The list stands under *App attributes*, in the form and later on the card.',
      { text: 'It is read from this endpoint’s /Schemas at least for *Amazon Web Services*.', certainty: 'captured' },
    ],
    required: { userName: null, active: null, givenName: null, familyName: null, workEmail: null },
    others: { displayName: null, externalId: null, title: null, [`${urns.enterpriseUser}:department`]: null },
    alsoWorkEmail: ['emails.value'],
    absent: {},
    certainty: 'open',
  },
  rhythm: {
    about: ['Google synchronises every few hours. Silence until then means nothing, and no button shortens it.'],
    expectedWithinSeconds: 6 * 3600,
    isPublished: false,
    callsEverySeconds: null,
    onDemand: null,
  },
  log: [
    'The card *Autoprovisioning* counts what was created, suspended and deleted in 30 days, and what failed.',
    '*View sync log* on it opens the log of events; *Download list* holds each failure with its reason.',
  ],
  traps: [
    {
      step: 'endpoint',
      claim: {
        text: 'After a refused token the synchronisation stops: press *Reauthorize* on the card and paste the token anew.',
        certainty: 'secondHand',
      },
    },
    {
      step: 'provisioning',
      claim: 'Suspending and deleting are independent: a deletion may come weeks after, or without a suspension before it.',
    },
    { step: 'provisioning', claim: 'Google sends no groups.' },
    { step: 'test', claim: 'Deprovisioning waits for the delay that was chosen in the form, days as a rule.' },
  ],
  trials: {
    create: {
      steps: ['Turn the application on for a test person.'],
      awaited: 'the next synchronisation of Google',
    },
    update: {
      steps: ['Open *Directory › Users*, change the person’s last name, and save.'],
      awaited: 'the next synchronisation of Google',
    },
    archive: {
      steps: ['Suspend the person, or turn the application off for the person. The delay of *Deprovisioning* has to pass.'],
      awaited: 'the next synchronisation of Google after the delay',
    },
  },
  fixes: {
    app: 'your app under *Apps › Web and mobile apps* in the admin console of Google',
    credentials: '*Autoprovisioning › Reauthorize*',
    actions: '*Autoprovisioning*',
    mappings: '*Autoprovisioning › App attributes*',
    urlField: '*Endpoint URL*',
    tokenField: '*Access token*',
    tokenForm: 'the token alone',
    method: 'Google always sends a bearer token: paste it anew by *Reauthorize*.',
    switches: {
      create: { on: 'set *Autoprovisioning* to *Active*', off: 'turn the app off for the people who are not wanted' },
      update: { on: 'set *Autoprovisioning* to *Active*', off: 'set *Autoprovisioning* to *Inactive*' },
      deactivate: {
        on: 'choose *suspend* for *Deprovisioning*',
        off: 'change what is chosen for *Deprovisioning*',
      },
    },
    groupsOff: 'Google sends no groups: find out who else uses this token',
    archiveInstead: 'choose *suspend* rather than *delete* for *Deprovisioning*',
    assign: 'turn the app on for a person',
    sendAgain: 'Wait for Google to synchronise again, within a few hours.',
    sendOne: 'In Google, turn the app on for one person and wait for the next synchronisation, within a few hours.',
    sendSomebody: [
      'In the admin console of Google, open your app and see that *Autoprovisioning* is *Active*.',
      'Turn the app on for one person. Where *Provisioning scope* names groups, the person has to be in one.',
      'Wait for the next synchronisation, within a few hours.',
    ],
  },
  documentation: [
    {
      title: 'Google: about automated user provisioning',
      url: 'https://support.google.com/a/answer/7681608',
      topics: ['credentials', 'actions', 'mappings', 'groups', 'protocol'],
    },
    {
      title: 'Google: watching automated user provisioning',
      url: 'https://support.google.com/a/answer/6294828',
      topics: ['nothingArrives', 'stopped'],
    },
  ],
}
