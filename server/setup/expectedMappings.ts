import type { ProviderChoice } from '#contract/provider.ts'
import { urns } from '#contract/scim/urns.ts'

/** An attribute that a provider should send, and where it takes it from unless the administrator changed that. */
export interface ExpectedMapping {
  readonly attribute: string
  readonly required: boolean
  readonly source: string | null
  /** Other paths that are as good. */
  readonly alsoAs?: readonly string[]
}

type Source = string | null

const toMappings = (
  sources: Readonly<Record<'userName' | 'active' | 'givenName' | 'familyName' | 'workEmail', Source>>,
  others: Readonly<Record<string, Source>>,
): readonly ExpectedMapping[] => [
  { attribute: 'userName', required: true, source: sources.userName },
  { attribute: 'active', required: true, source: sources.active },
  { attribute: 'name.givenName', required: true, source: sources.givenName },
  { attribute: 'name.familyName', required: true, source: sources.familyName },
  { attribute: 'emails[type eq "work"].value', required: true, source: sources.workEmail },
  ...Object.entries(others).map(([attribute, source]) => ({ attribute, required: false, source })),
]

const okta = toMappings(
  {
    userName: 'Sign On › Application username format',
    active: 'the assignment itself',
    givenName: 'user.firstName',
    familyName: 'user.lastName',
    workEmail: 'user.email',
  },
  {
    displayName: 'user.displayName',
    externalId: "Okta's user id",
    title: 'user.title',
    [`${urns.enterpriseUser}:employeeNumber`]: 'user.employeeNumber',
    [`${urns.enterpriseUser}:department`]: 'user.department',
    [`${urns.enterpriseUser}:division`]: 'user.division',
    [`${urns.enterpriseUser}:manager`]: 'user.managerId',
  },
)

const entra = toMappings(
  {
    userName: 'userPrincipalName',
    active: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    givenName: 'givenName',
    familyName: 'surname',
    workEmail: 'mail',
  },
  {
    displayName: 'displayName',
    externalId: 'mailNickname',
    title: 'jobTitle',
    [`${urns.enterpriseUser}:employeeNumber`]: 'employeeId',
    [`${urns.enterpriseUser}:department`]: 'department',
    [`${urns.enterpriseUser}:manager`]: 'manager',
  },
)

// An address without a type, or of another one, is what Keycloak and authentik send.
const other = toMappings(
  { userName: null, active: null, givenName: null, familyName: null, workEmail: null },
  { displayName: null, externalId: null, title: null, [`${urns.enterpriseUser}:department`]: null },
).map((mapping) =>
  mapping.attribute.startsWith('emails') ? { ...mapping, alsoAs: ['emails.value', 'emails[type eq "other"].value'] } : mapping,
)

const expectedMappings: Readonly<Record<ProviderChoice, readonly ExpectedMapping[]>> = {
  'okta-own': okta,
  'okta-catalog': okta,
  entra,
  other,
}

/** What a choice of provider should send by default; what any of them should where none is chosen. */
export const listExpectedMappings = (provider: ProviderChoice | null): readonly ExpectedMapping[] =>
  expectedMappings[provider ?? 'other']
