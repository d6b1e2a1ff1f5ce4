/** Where one provider asks for the URL and the token, in its own words. */
export interface OtherProvider {
  readonly name: string
  /** The menu path to the form. */
  readonly place: string
  readonly urlField: string
  readonly tokenField: string
  /** The button that tests; null where there is none. */
  readonly testButton: string | null
  /** What is particular to it. */
  readonly note?: string
}

/** Providers that have no guide of their own, each with its labels. */
export const otherProviders: readonly OtherProvider[] = [
  {
    name: 'OneLogin',
    place: 'Applications › Add App › SCIM Provisioner with SAML (SCIM v2 Enterprise) › Configuration',
    urlField: 'SCIM Base URL',
    tokenField: 'SCIM Bearer Token',
    testButton: 'API Status › Enable',
    note: 'In Provisioning untick the approvals, and choose Suspend for removed access.',
  },
  {
    name: 'JumpCloud',
    place: 'SSO Applications › Custom Application › Identity Management',
    urlField: 'Base URL',
    tokenField: 'Token Key',
    testButton: 'Test Connection',
    note: 'The test really creates a learner with the Test User Email and removes it again: enter an address that does not exist here.',
  },
  {
    name: 'PingOne',
    place: 'Integrations › Provisioning › New Connection › SCIM Outbound',
    urlField: 'SCIM Base URL',
    tokenField: 'OAuth 2 Bearer Token, Auth Type Header Bearer',
    testButton: 'Test Connection',
    note: 'Nothing is sent without a rule: add one in Rules and turn it on.',
  },
  {
    name: 'CyberArk Identity',
    place: 'Apps & Widgets › Web Apps › the application › Provisioning',
    urlField: 'SCIM Service URL',
    tokenField: 'Bearer Token',
    testButton: 'Verify',
    note: 'Choose Live mode, then Settings › Users › Outbound Provisioning › Start Sync.',
  },
  {
    name: 'Google Workspace',
    place: 'Apps › Web and mobile apps › the application › Autoprovisioning',
    urlField: 'Endpoint URL',
    tokenField: 'Access token',
    testButton: null,
    note: 'Only catalog applications that ask for the URL can be used. It sends every few hours.',
  },
  {
    name: 'Keycloak',
    place: 'User federation › Add provider › scim (an extension)',
    urlField: 'SCIM 2.0 endpoint',
    tokenField: 'Auth password/token, Auth mode BEARER',
    testButton: null,
    note: 'Add scim to the event listeners of the realm. It can reach this machine without a tunnel when it runs in your network.',
  },
  {
    name: 'authentik',
    place: 'Applications › the application › provider of type SCIM Provider',
    urlField: 'URL',
    tokenField: 'Token',
    testButton: null,
    note: 'Set it as Backchannel provider of the application and leave Dry run off. It deactivates by DELETE.',
  },
  {
    name: 'Rippling',
    place: 'IT › Third-Party Access › Add Integration › Create New Custom Integration',
    urlField: 'SCIM Base URL',
    tokenField: 'Bearer Token',
    testButton: null,
  },
]
