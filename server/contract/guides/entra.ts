import { entraShared, entraTraps } from './entraShared.ts'
import type { Guide } from './guide.ts'

/** Microsoft Entra ID with a non-gallery enterprise application. */
export const entraGuide: Guide = {
  ...entraShared,
  provider: 'entra',
  title: 'Microsoft Entra ID',
  group: 'cloud',
  formerName: 'Azure AD',
  forWhom: 'You make a non-gallery enterprise application; it calls from the cloud.',
  simulatedAs: 'entra',
  recognition: {
    caller: 'entra',
    about: {
      text: 'Entra ID is told by its header ADSCIMVersion, or by several of its habits together. It often sends no User-Agent.',
      certainty: 'captured',
    },
  },
  reach: {
    isCloud: true,
    about: ['Where no tunnel is wanted, choose the on-premises agent in step 2: it calls from inside your network.'],
  },
  prerequisites: [
    'The role *Application Administrator* or higher.',
    'For assigning groups a P1 or P2 licence; single people can be assigned without one.',
    'A non-gallery enterprise application; the one that signs people on by SAML can be the same. One made by *App registrations* (OIDC) offers no provisioning: make a second one.',
    'One person whom you may assign, change and remove again, and who is not disabled.',
  ],
  create: [
    'Sign in at entra.microsoft.com as *Application Administrator* or higher.',
    'Open *Entra ID › Enterprise apps* (before: *Identity › Applications › Enterprise applications*).',
    'Press *New application*, then *Create your own application*, and give it a name.',
    'Choose *Integrate any other application you don’t find in the gallery (Non-gallery)* and press *Create*. One made by *App registrations* offers no provisioning.',
  ],
  created: 'The enterprise application exists in Entra ID',
  open: [
    'Open *Provisioning* in the application’s menu and press *New configuration*.',
    'In the older form: press *Get started*, set *Provisioning Mode* to *Automatic* and open *Admin Credentials*.',
  ],
  fields: [
    { label: 'Select authentication method', value: { kind: 'choice', text: 'Bearer authentication' } },
    { label: 'Tenant URL', value: { kind: 'url', trailingSlash: false }, note: 'Entra ID appends /Users by itself.' },
    {
      label: 'Secret Token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone. Left empty, Entra ID sends a token of its own, which is refused here.',
    },
  ],
  save: ['Press *Test Connection*.', 'Press *Create* (in the older form: *Save*).'],
  test: {
    button: 'Test Connection',
    press: 'press *Test Connection*',
    andSave: 'Press *Test Connection*, then *Save*.',
    about: 'It looks for somebody whom nobody knows, and for a group. An empty list is the right answer.',
  },
  traps: entraTraps,
}
