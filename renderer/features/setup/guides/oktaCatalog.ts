import type { Guide } from './guide.ts'
import { oktaOwnGuide } from './oktaOwn.ts'

/** Okta with an application from its catalog. It deactivates by PATCH, and sends the API token as it was typed. */
export const oktaCatalogGuide: Guide = {
  ...oktaOwnGuide,
  provider: 'okta-catalog',
  title: 'Okta, catalog application',
  forWhom: 'You add *SCIM 2.0 Test App (Header Auth)* from the catalog.',
  create: [
    'Open *Applications › Browse App Catalog* and search for SCIM 2.0.',
    'Choose *SCIM 2.0 Test App (Header Auth)* and press *Add Integration*.',
    'Go through *General Settings* and *Sign-On Options*, then press *Done*.',
  ],
  created: 'The catalog application has been added in Okta',
  open: ['Open the application’s *Provisioning* tab and press *Configure API Integration*.', 'Tick *Enable API integration*.'],
  fields: [
    { label: 'Base URL', value: { kind: 'url' }, note: 'Without /Users and without a space at either end.' },
    {
      label: 'API Token',
      value: { kind: 'token', form: 'bearer' },
      note: 'With Bearer and one space in front: Header Auth sends this field as it stands. The template named OAuth Bearer Token adds it by itself; there paste the token alone.',
    },
  ],
  save: ['Press *Test API Credentials*.', 'Press *Save*.'],
  testButton: 'Test API Credentials',
}
