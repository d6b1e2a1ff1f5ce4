import type { Guide } from './guide.ts'
import { oktaFixes, oktaPages, oktaShared, oktaTraps } from './oktaShared.ts'

/** Okta with an application from its catalog. It deactivates by PATCH, and sends the API token as it was typed. */
export const oktaCatalogGuide: Guide = {
  ...oktaShared,
  provider: 'okta-catalog',
  title: 'Okta, catalog application',
  formerName: null,
  forWhom: 'You add *SCIM 2.0 Test App (Header Auth)*, or a vendor’s application, from the catalog.',
  simulatedAs: 'okta-oin',
  prerequisites: [
    { text: 'An administrator’s account in Okta that may add applications.', certainty: 'secondHand' },
    { text: 'A plan with provisioning (*Lifecycle Management*).', certainty: 'secondHand' },
    'No application of your own: the one from the catalog brings its *Sign-On Options* along.',
    'One person whom you may assign, change and remove again.',
  ],
  create: [
    'Open *Applications › Browse App Catalog* and search for SCIM 2.0.',
    'Choose *SCIM 2.0 Test App (Header Auth)* and press *Add Integration*.',
    'Go through *General Settings* and *Sign-On Options*, then press *Done*.',
  ],
  created: 'The catalog application has been added in Okta',
  open: ['Open the application’s *Provisioning* tab and press *Configure API Integration*.', 'Tick *Enable API integration*.'],
  fields: [
    {
      label: 'Base URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'Without /Users and without a space at either end.',
    },
    {
      label: 'API Token',
      value: { kind: 'token', form: 'bearer' },
      note: 'With Bearer and one space in front: Header Auth sends this field as it stands. The template named OAuth Bearer Token adds it by itself; there paste the token alone.',
    },
  ],
  save: ['Press *Test API Credentials*.', 'Press *Save*.'],
  test: {
    button: 'Test API Credentials',
    press: 'press *Test API Credentials*',
    andSave: 'Press *Test API Credentials*, then *Save*.',
  },
  traps: [
    {
      step: 'endpoint',
      claim:
        'Of three templates only *Header Auth* wants Bearer in front of the token; *Basic Auth* does not go with this endpoint.',
    },
    ...oktaTraps,
  ],
  fixes: {
    ...oktaFixes,
    urlField: '*Base URL*',
    tokenField: '*API Token*',
    tokenForm:
      'in the *Header Auth* app the word Bearer, a space and the token, because it sends the field as it is; in the *OAuth Bearer Token* app the token alone',
    method: 'Use the *Header Auth* or the *OAuth Bearer Token* app, not *Basic Auth*.',
    groupsOff: 'in Okta, unlink the groups on the *Push Groups* tab',
  },
  documentation: oktaPages,
}
