import type { Guide } from './guide.ts'

/** Okta with an application of one's own, made by the App Integration Wizard. It updates and deactivates by PUT. */
export const oktaOwnGuide: Guide = {
  provider: 'okta-own',
  name: 'Okta',
  title: 'Okta, own application',
  forWhom: 'You make the application yourself with *Create App Integration*.',
  checkedAt: '2026-11',
  create: [
    'Open *Applications and Resources › Applications* (before: *Applications › Applications*).',
    'Press *Create App Integration*, choose *SAML 2.0* or *SWA*, and finish with your real sign-on values or with placeholders.',
    'Open the application’s *General* tab. In *App Settings* press *Edit*.',
    'Set *Provisioning* to *SCIM* and press *Save*. A *Provisioning* tab appears.',
  ],
  created: 'The application exists in Okta and has a *Provisioning* tab',
  open: ['Open the application’s *Provisioning* tab, then *Settings › Integration*, and press *Edit*.'],
  fields: [
    { label: 'SCIM connector base URL', value: { kind: 'url' }, note: 'Without /Users and without a space at either end.' },
    { label: 'Unique identifier field for users', value: { kind: 'text', text: 'userName' } },
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
    'Press *Test Connector Configuration*. The ticks that Okta shows repeat your choices; the proof is on the right.',
    'Press *Save*.',
  ],
  testButton: 'Test Connector Configuration',
  enable: [
    'Open *Provisioning › To App* and press *Edit*.',
    'Tick *Create Users*, *Update User Attributes* and *Deactivate Users*.',
    'Press *Save*. Okta then tests the connection once more.',
  ],
  enabled: '*Create Users*, *Update User Attributes* and *Deactivate Users* are ticked and saved',
  mappings:
    'The list is under *Provisioning › To App*, below the switches. userName comes from *Sign On › Application username format*; active follows the assignment and has no row.',
  rhythm: 'Okta sends within a few seconds of your click. There is no schedule to wait for.',
  trials: {
    create: {
      steps: [
        'Open *Assignments › Assign › Assign to People* and assign a test person.',
        'Someone who was assigned before step 4 is not sent: press *Provision User* in that row.',
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
}
