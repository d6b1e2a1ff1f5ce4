import type { Explanation } from '#contract/exchange.ts'
import type { Place } from './places.ts'

/** What an administrator reads up on. */
export type Topic = 'credentials' | 'actions' | 'mappings' | 'groups' | 'nothingArrives' | 'stopped' | 'protocol'

type Page = NonNullable<Explanation['documentation']>

const entraPage = (title: string, page: string): Page => ({
  title: `Entra ID: ${title}`,
  url: `https://learn.microsoft.com/en-us/entra/identity/app-provisioning/${page}`,
})
const oneLoginPage = (title: string, page: string): Page => ({
  title: `OneLogin: ${title}`,
  url: `https://developers.onelogin.com/scim/${page}`,
})

const oktaConnect: Page = {
  title: 'Okta: connecting a SCIM integration',
  url: 'https://developer.okta.com/docs/guides/scim-provisioning-integration-connect/main/',
}
const oktaQuestions: Page = {
  title: 'Okta: questions about SCIM',
  url: 'https://developer.okta.com/docs/concepts/scim/faqs/',
}
const okta: Readonly<Record<Topic, Page>> = {
  credentials: oktaConnect,
  actions: oktaConnect,
  mappings: oktaConnect,
  groups: oktaQuestions,
  nothingArrives: oktaQuestions,
  stopped: oktaQuestions,
  protocol: {
    title: 'Okta: what its SCIM requests look like',
    url: 'https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20',
  },
}
const oktaOwn: Readonly<Record<Topic, Page>> = {
  ...okta,
  credentials: {
    title: 'Okta: adding SCIM provisioning to an own app',
    url: 'https://help.okta.com/en-us/Content/Topics/Apps/Apps_App_Integration_Wizard_SCIM.htm',
  },
}

const authentikProvider: Page = {
  title: 'authentik: SCIM provider',
  url: 'https://docs.goauthentik.io/add-secure-apps/providers/scim/',
}
const authentikCreate: Page = {
  title: 'authentik: creating a SCIM provider',
  url: 'https://docs.goauthentik.io/add-secure-apps/providers/scim/create-scim-provider/',
}

const cyberArkOverview: Page = {
  title: 'CyberArk: outbound provisioning by SCIM',
  url: 'https://docs.cyberark.com/Idaptive/Latest/en/Content/Developer/scim-management/scim-outbound-provisioning.htm',
}
const cyberArkJobs: Page = {
  title: 'CyberArk: outbound provisioning',
  url: 'https://docs.cyberark.com/Idaptive/Latest/en/Content/Applications/AppsOvw/ProvisionUsers.htm',
}

const pages: Readonly<Record<Exclude<Place['key'], 'other'>, Readonly<Record<Topic, Page>>>> = {
  okta,
  oktaOwn,
  oktaCatalog: okta,
  entra: {
    credentials: entraPage('connecting a SCIM endpoint', 'use-scim-to-provision-users-and-groups'),
    actions: entraPage('how provisioning works', 'how-provisioning-works'),
    mappings: entraPage('attribute mappings', 'customize-application-attributes'),
    groups: entraPage('how provisioning works', 'how-provisioning-works'),
    nothingArrives: entraPage('nobody is provisioned', 'application-provisioning-config-problem-no-users-provisioned'),
    stopped: entraPage('quarantine', 'application-provisioning-quarantine-status'),
    protocol: entraPage('connecting a SCIM endpoint', 'use-scim-to-provision-users-and-groups'),
  },
  onelogin: {
    credentials: oneLoginPage('creating a SCIM app', 'create-app'),
    actions: oneLoginPage('testing provisioning', 'test-your-scim'),
    mappings: oneLoginPage('the user schema', 'define-user-schema'),
    groups: oneLoginPage('the SCIM API that it calls', 'implement-scim-api'),
    nothingArrives: oneLoginPage('testing provisioning', 'test-your-scim'),
    stopped: oneLoginPage('testing provisioning', 'test-your-scim'),
    protocol: oneLoginPage('the SCIM API that it calls', 'implement-scim-api'),
  },
  authentik: {
    credentials: authentikCreate,
    actions: authentikProvider,
    mappings: authentikProvider,
    groups: authentikProvider,
    nothingArrives: authentikCreate,
    stopped: authentikProvider,
    protocol: authentikProvider,
  },
  cyberark: {
    credentials: cyberArkOverview,
    actions: cyberArkJobs,
    mappings: cyberArkOverview,
    groups: cyberArkOverview,
    nothingArrives: cyberArkJobs,
    stopped: cyberArkJobs,
    protocol: cyberArkOverview,
  },
}

/** The page of the provider at hand; null where nobody knows which provider it is. */
export function findPage({ key }: Place, topic: Topic | null): Page | null {
  return topic === null || key === 'other' ? null : pages[key][topic]
}
