import type { Guide } from './guide.ts'

/** Any other provider that speaks SCIM 2.0; `otherProviders` says how each calls its fields. */
export const otherGuide: Guide = {
  provider: 'other',
  name: 'your provider',
  title: 'Another provider',
  forWhom:
    'OneLogin, JumpCloud, PingOne, CyberArk, Google, Keycloak, authentik, Rippling, or anything else that speaks SCIM 2.0.',
  checkedAt: '2026-11',
  create: [
    'Open the place of your provider in the list below. Some hang provisioning on a sign-on application, which has to exist first.',
    'Add a SCIM 2.0 application or connection there.',
  ],
  created: 'The SCIM application exists in your identity provider',
  open: ['Open the form that asks for the SCIM URL and the token; the list below names its fields.'],
  fields: [
    { label: 'SCIM base URL', value: { kind: 'url' }, note: 'Without /Users and without a slash at the end.' },
    { label: 'SCIM version', value: { kind: 'choice', text: '2.0' } },
    { label: 'Unique identifier', value: { kind: 'text', text: 'userName' } },
    { label: 'Authentication', value: { kind: 'choice', text: 'Bearer token (OAuth 2 bearer token, HTTP header)' } },
    {
      label: 'Bearer token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone. Only a form that sends the whole header as it is typed wants Bearer in front.',
    },
  ],
  save: ['Press the test button, where there is one.', 'Save, and switch the connection on.'],
  testButton: null,
  enable: [
    'Switch on creating, updating and deactivating users.',
    'Where there is a choice, let a removed user be *suspended* or *disabled* rather than deleted.',
    'Where actions need approval, untick it for the test.',
    'Leave groups off.',
    'Assign one test person. Without an assignment no provider sends anything.',
  ],
  enabled: 'Creating, updating and deactivating are switched on and a test person is assigned',
  mappings: 'Look for *attribute mapping*, *parameters* or a JSON template in the application.',
  rhythm: 'Most providers send within a minute; Google takes a few hours. Some ask for an approval first.',
  trials: {
    create: { steps: ['Assign a test person to the application.'], awaited: 'an assignment' },
    update: { steps: ['Change the person’s last name, or another mapped attribute.'], awaited: 'a changed attribute' },
    archive: { steps: ['Remove the assignment, or suspend the person.'], awaited: 'a removed assignment' },
  },
}
