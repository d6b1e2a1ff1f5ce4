import type { ProviderChoice } from '#contract/provider.ts'

/** What a provider's console calls the things that a fix sends the user to. Consoles change: these are of October 2026. */
export interface ProviderLabels {
  readonly name: string
  /** It calls from the internet, so it cannot reach this computer by itself. */
  readonly isCloud: boolean
  /** Where URL and token are entered. */
  readonly credentialsPlace: string
  readonly urlField: string
  readonly tokenField: string
  /** How the token is pasted. */
  readonly tokenForm: string
  /** Completes a sentence: "press *Test Connection*". */
  readonly pressTest: string
  /** The switch of each action and its place. */
  readonly switches: Readonly<Record<'create' | 'update' | 'deactivate', string>>
  readonly groupsOff: string
  readonly mappingsPlace: string
  /** How a person comes to be sent at all. */
  readonly assign: string
}

const oktaSwitches = {
  create: 'tick "Create Users" in Provisioning › To App › Edit',
  update: 'tick "Update User Attributes" in Provisioning › To App › Edit',
  deactivate: 'tick "Deactivate Users" in Provisioning › To App › Edit',
}

const oktaMappings = 'Provisioning › To App › Attribute Mappings'
const oktaAssign = 'assign a person in Assignments › Assign; for one assigned earlier press "Provision User" there'

/** The labels for each choice of provider. */
const providerLabels: Readonly<Record<ProviderChoice, ProviderLabels>> = {
  'okta-own': {
    name: 'Okta',
    isCloud: true,
    credentialsPlace: 'Provisioning › Integration › Edit',
    urlField: 'SCIM connector base URL',
    tokenField: 'HTTP Header › Authorization',
    tokenForm: 'the token alone, because Okta puts "Bearer" in front itself',
    pressTest: 'press "Test Connector Configuration"',
    switches: oktaSwitches,
    groupsOff: 'untick "Push Groups" in Provisioning › Integration › Edit',
    mappingsPlace: oktaMappings,
    assign: oktaAssign,
  },
  'okta-catalog': {
    name: 'Okta',
    isCloud: true,
    credentialsPlace: 'Provisioning › Integration › Edit',
    urlField: 'Base URL',
    tokenField: 'API Token',
    tokenForm: 'the word Bearer, a space and the token, because Header Auth sends the field as it is',
    pressTest: 'press "Test API Credentials"',
    switches: oktaSwitches,
    groupsOff: 'unlink the group in the tab "Push Groups"',
    mappingsPlace: oktaMappings,
    assign: oktaAssign,
  },
  entra: {
    name: 'Entra ID',
    isCloud: true,
    credentialsPlace: 'Provisioning of the enterprise app',
    urlField: 'Tenant URL',
    tokenField: 'Secret Token',
    tokenForm: 'the token alone',
    pressTest: 'press "Test Connection"',
    switches: {
      create: 'tick "Create" under Attribute mapping › Provision Microsoft Entra ID Users › Target object actions',
      update: 'tick "Update" under Attribute mapping › Provision Microsoft Entra ID Users › Target object actions',
      deactivate:
        'keep "Update" ticked and the row "active" under Attribute mapping › Provision Microsoft Entra ID Users, then take the person out of Users and groups',
    },
    groupsOff: 'set "Enabled" to "No" under Attribute mapping › Provision Microsoft Entra ID Groups',
    mappingsPlace: 'Attribute mapping › Provision Microsoft Entra ID Users',
    assign: 'add a person in Users and groups › Add user/group, then run "Provision on demand" for them',
  },
  other: {
    name: 'The identity provider',
    isCloud: false,
    credentialsPlace: "the identity provider's SCIM settings",
    urlField: 'the SCIM base URL',
    tokenField: 'the bearer token',
    tokenForm: 'the token alone, unless the field is sent as the whole Authorization header',
    pressTest: 'run its connection test',
    switches: {
      create: 'switch the creation of users on in the identity provider',
      update: 'switch updates of users on in the identity provider',
      deactivate: 'switch the deactivation of users on in the identity provider',
    },
    groupsOff: 'switch group provisioning off in the identity provider',
    mappingsPlace: "the identity provider's attribute mappings",
    assign: 'assign a person to the application',
  },
}

/** The labels of a connection's provider; the general ones where none is chosen. */
export const toLabels = (provider: ProviderChoice | null): ProviderLabels => providerLabels[provider ?? 'other']

/** "tick X" as a sentence of its own. */
export const toSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
