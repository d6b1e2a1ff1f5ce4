import type { Guide } from './guide.ts'

/** Microsoft Entra ID with a non-gallery enterprise application. */
export const entraGuide: Guide = {
  provider: 'entra',
  name: 'Entra ID',
  title: 'Microsoft Entra ID',
  forWhom: 'You make a non-gallery enterprise application.',
  checkedAt: '2026-11',
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
    { label: 'Tenant URL', value: { kind: 'url' }, note: 'Entra ID appends /Users by itself.' },
    {
      label: 'Secret Token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone. Left empty, Entra ID sends a token of its own, which is refused here.',
    },
  ],
  save: ['Press *Test Connection*.', 'Press *Create* (in the older form: *Save*).'],
  testButton: 'Test Connection',
  enable: [
    'Open *Users and groups*, press *Add user/group* and assign one test person.',
    'Open *Attribute mapping* (before: *Mappings*), then *Provision Microsoft Entra ID Groups*, set *Enabled* to *No* and save.',
    'Open *Provision Microsoft Entra ID Users*. In *Target object actions* tick *Create*, *Update* and *Delete*.',
    'Keep the row that maps to active: it is what deactivates, as part of *Update*. *Delete* means the final deletion alone.',
    'In *Overview › Properties* (before: *Settings*) set *Scope* to *Sync only assigned users and groups*.',
  ],
  enabled: '*Create* and *Update* are ticked and a test person is assigned',
  mappings:
    'The list is under *Attribute mapping › Provision Microsoft Entra ID Users*. The row for userName has *Match objects using this attribute* set to *Yes* and *Matching precedence* 1.',
  rhythm:
    'Entra ID sends every 40 minutes or so. Do not wait for it: *Provision on demand* sends one person within 30 seconds. After a new assignment give it a few minutes.',
  trials: {
    create: {
      steps: ['Open *Provision on demand*, pick the assigned person and press *Provision*.'],
      awaited: 'Provision on demand in Entra ID',
    },
    update: {
      steps: [
        'Change the person’s *Last name* or *Department* in *Users*.',
        'Run *Provision on demand* for the same person again.',
      ],
      awaited: 'a changed attribute and Provision on demand',
    },
    archive: {
      steps: [
        'Remove the person in *Users and groups*.',
        'Run *Provision on demand* once more, or press *Start provisioning* and wait for a cycle. A person already disabled in Entra ID cannot be run on demand.',
      ],
      awaited: 'a removed assignment and Provision on demand',
    },
  },
}
