import type { ExplanationFacts } from './entry.ts'

/** What the administrator sees in a provider's console: its own labels in `*stars*`, sentences with a full stop. */
export interface Place {
  readonly key: 'oktaOwn' | 'oktaCatalog' | 'okta' | 'entra' | 'onelogin' | 'authentik' | 'cyberark' | 'other'
  /** As it stands after "in". */
  readonly name: string
  /** Opens the page where URL and token are pasted. */
  readonly openCredentials: string
  readonly urlField: string
  readonly tokenField: string
  /** How the token has to stand in its field. */
  readonly pasteToken: string
  /** Tries and saves what was pasted. */
  readonly testAndSave: string
  /** Opens the page where create, update and deactivate are switched on. */
  readonly openActions: string
  /** Sends again what failed. */
  readonly sendAgain: string
  /** Opens the page that tells where an attribute comes from. */
  readonly openMappings: string
  /** Switches the pushing of groups off; follows a colon. */
  readonly groupsOff: string
}

const oktaShared = {
  name: 'Okta',
  openCredentials: 'Open your app in Okta, then *Provisioning › Integration › Edit*.',
  openActions: 'Open your app in Okta, then *Provisioning › To App › Edit*.',
  sendAgain: 'In Okta, open *Dashboard › Tasks*, select what failed and press *Retry Selected*.',
  openMappings: 'Open your app in Okta, then *Provisioning › To App*, and look at its attribute mappings.',
  groupsOff: 'in Okta, untick *Push Groups* and remove the groups from the *Push Groups* tab.',
}

const places: Readonly<Record<Place['key'], Place>> = {
  oktaOwn: {
    ...oktaShared,
    key: 'oktaOwn',
    urlField: '*SCIM connector base URL*',
    tokenField: '*Authorization* under *HTTP Header*',
    pasteToken: 'Paste the token alone into *Authorization*, under *HTTP Header*: the form prints Bearer itself.',
    testAndSave: 'Press *Test Connector Configuration*, then *Save*.',
  },
  oktaCatalog: {
    ...oktaShared,
    key: 'oktaCatalog',
    urlField: '*Base URL*',
    tokenField: '*API Token*',
    pasteToken:
      'Paste into *API Token*: in the *Header Auth* app the word Bearer, one space and the token; in the *OAuth Bearer Token* app the token alone.',
    testAndSave: 'Press *Test API Credentials*, then *Save*.',
  },
  okta: {
    ...oktaShared,
    key: 'okta',
    urlField: '*SCIM connector base URL*, or *Base URL* in an app from the catalog',
    tokenField: '*Authorization*, or *API Token* in an app from the catalog',
    pasteToken: 'Paste the token alone. Only the *Header Auth* app of the catalog wants the word Bearer and one space before it.',
    testAndSave: 'Press *Test Connector Configuration* or *Test API Credentials*, then *Save*.',
  },
  entra: {
    key: 'entra',
    name: 'Entra ID',
    openCredentials:
      'Open your app under *Enterprise apps*, then *Provisioning* and its credentials (*Admin Credentials* in the older view).',
    urlField: '*Tenant URL*',
    tokenField: '*Secret Token*',
    pasteToken: 'Paste the token alone into *Secret Token*, without the word Bearer.',
    testAndSave: 'Press *Test Connection*, then *Save*.',
    openActions: 'Open your app under *Enterprise apps*, then *Provisioning › Attribute mapping* and *Target object actions*.',
    sendAgain:
      'In Entra ID, use *Provision on demand* for one person, or wait for the next cycle. Where the job is in *Quarantine*, press *Restart provisioning*.',
    openMappings:
      'Open your app under *Enterprise apps*, then *Provisioning › Attribute mapping › Provision Microsoft Entra ID Users*.',
    groupsOff: 'in Entra ID under *Attribute mapping*, open *Provision Microsoft Entra ID Groups* and set *Enabled* to *No*.',
  },
  onelogin: {
    key: 'onelogin',
    name: 'OneLogin',
    openCredentials: 'Open your app in OneLogin, then *Configuration*.',
    urlField: '*SCIM Base URL*',
    tokenField: '*SCIM Bearer Token*',
    pasteToken: 'Paste the token alone into *SCIM Bearer Token*.',
    testAndSave: 'Press *Enable* under *API Status*, then *Save*.',
    openActions: 'Open your app in OneLogin, then *Provisioning*.',
    sendAgain: 'In OneLogin, open *Users › Provisioning* and run the failed tasks again.',
    openMappings: 'Open your app in OneLogin, then *Configuration*, and read the *SCIM JSON Template*.',
    groupsOff: 'in OneLogin on *Parameters*, open the *Groups* row and untick *Include in User Provisioning*.',
  },
  authentik: {
    key: 'authentik',
    name: 'authentik',
    openCredentials: 'Open the SCIM provider of your application in authentik and edit it.',
    urlField: '*URL*',
    tokenField: '*Token*',
    pasteToken: 'Paste the token alone into *Token*.',
    testAndSave: 'Save the provider.',
    openActions: 'Open the SCIM provider of your application in authentik.',
    sendAgain: 'In authentik, run the sync of the provider again, or wait for the hourly one.',
    openMappings: 'Edit the SCIM provider and look at *User Property Mappings*.',
    groupsOff: 'in authentik, edit the SCIM provider and take the group mappings out.',
  },
  cyberark: {
    key: 'cyberark',
    name: 'CyberArk',
    openCredentials: 'Open your app under *Apps & Widgets › Web Apps*, then *Provisioning*.',
    urlField: '*SCIM Service URL*',
    tokenField: '*Bearer Token*',
    pasteToken: 'Paste the token alone into *Bearer Token*.',
    testAndSave: 'Press *Verify*, then *Save*.',
    openActions: 'Open your app under *Apps & Widgets › Web Apps*, then *Provisioning*.',
    sendAgain: 'In CyberArk, open *Settings › Users › Outbound Provisioning* and press *Start Sync*.',
    openMappings: 'Open your app, then *Provisioning*, and look at its mappings.',
    groupsOff: 'in CyberArk on *Provisioning*, take the groups out of the role mappings.',
  },
  other: {
    key: 'other',
    name: 'your identity provider',
    openCredentials: 'Open the SCIM settings of your app in the identity provider.',
    urlField: 'the field for the SCIM base URL',
    tokenField: 'the field for the token',
    pasteToken: 'Paste the token alone, unless the field says that it wants the whole Authorization header.',
    testAndSave: 'Save, and run the connection test if there is one.',
    openActions: 'Open the provisioning settings of your app in the identity provider.',
    sendAgain: 'Have the identity provider send it again.',
    openMappings: 'Open the attribute mappings of your app in the identity provider.',
    groupsOff: 'switch the provisioning of groups off in the identity provider.',
  },
}

/** The console that the administrator has to open: the caller's where one was recognised, else that of the chosen provider. */
export function findPlace({ provider, caller }: Pick<ExplanationFacts, 'provider' | 'caller'>): Place {
  if (caller !== 'unknown' && caller !== 'okta' && caller !== 'rollcall') return places[caller]
  switch (provider) {
    case 'okta-own':
      return places.oktaOwn
    case 'okta-catalog':
      return places.oktaCatalog
    case 'entra':
      return caller === 'okta' ? places.okta : places.entra
    default:
      return caller === 'okta' ? places.okta : places.other
  }
}
