import type { Guide } from './guide.ts'
import { oktaFixes, oktaPages, oktaShared, oktaTraps } from './oktaShared.ts'

/** Okta with an application of one's own, made by the App Integration Wizard. It updates and deactivates by PUT. */
export const oktaOwnGuide: Guide = {
  ...oktaShared,
  provider: 'okta-own',
  title: 'Okta, own application',
  formerName: null,
  forWhom: 'You make the application yourself with *Create App Integration*.',
  simulatedAs: 'okta-aiw',
  prerequisites: [
    { text: 'An administrator’s account in Okta that may edit applications.', certainty: 'secondHand' },
    { text: 'A plan with provisioning (*Lifecycle Management*).', certainty: 'secondHand' },
    'An application of the kind *SAML 2.0* or *SWA*, with your real sign-on values or with placeholders. In the classic wizard one for *OIDC* cannot take SCIM.',
    'One person whom you may assign, change and remove again.',
  ],
  create: [
    'Open *Applications and Resources › Applications* (before: *Applications › Applications*).',
    'Press *Create App Integration*, choose *SAML 2.0* or *SWA*, and finish with your real sign-on values or with placeholders.',
    'Open the application’s *General* tab. In *App Settings* press *Edit*.',
    'Set *Provisioning* to *SCIM* and press *Save*. A *Provisioning* tab appears.',
  ],
  created: 'The application exists in Okta and has a *Provisioning* tab',
  open: ['Open the application’s *Provisioning* tab, then *Settings › Integration*, and press *Edit*.'],
  fields: [
    {
      label: 'SCIM connector base URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'Without /Users and without a space at either end.',
    },
    {
      label: 'Unique identifier field for users',
      value: { kind: 'text', text: 'userName' },
      note: 'It becomes the name of the attribute in Okta’s filters.',
    },
    {
      label: 'Supported provisioning actions',
      value: {
        kind: 'boxes',
        ticked: ['Push New Users', 'Push Profile Updates'],
        unticked: ['Import New Users and Profile Updates', 'Push Groups', 'Import Groups'],
      },
    },
    { label: 'Authentication Mode', value: { kind: 'choice', text: 'HTTP Header' } },
    {
      label: 'Authorization',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone: the form prints Bearer in front of it by itself.',
    },
  ],
  save: [
    {
      text: 'Press *Test Connector Configuration*. The ticks that Okta shows repeat your choices; the proof is what arrives here.',
      certainty: 'captured',
    },
    'Press *Save*.',
  ],
  test: {
    button: 'Test Connector Configuration',
    press: 'press *Test Connector Configuration*',
    andSave: 'Press *Test Connector Configuration*, then *Save*.',
  },
  traps: [
    {
      step: 'endpoint',
      claim: 'The switches of step 4 exist only for what is ticked under *Supported provisioning actions*.',
    },
    ...oktaTraps,
  ],
  fixes: {
    ...oktaFixes,
    urlField: '*SCIM connector base URL*',
    tokenField: '*Authorization* under *HTTP Header*',
    tokenForm: 'the token alone, because the form prints Bearer itself',
    method: 'Set *Authentication Mode* to *HTTP Header*.',
    groupsOff:
      'in Okta, untick *Push Groups* under *Provisioning › Integration › Edit* and remove the groups from the *Push Groups* tab',
  },
  documentation: [
    {
      title: 'Okta: adding SCIM provisioning to an own app',
      url: 'https://help.okta.com/en-us/Content/Topics/Apps/Apps_App_Integration_Wizard_SCIM.htm',
      topics: ['credentials'],
    },
    ...oktaPages,
  ],
}
