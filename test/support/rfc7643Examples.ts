import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'

// The values of RFC 7643 §8, for tests that show each of its examples to be accepted and represented.

const meta = { created: '2010-01-23T04:56:22Z', lastModified: '2011-05-13T04:42:34Z' }
const id = '2819c223-7f76-453a-919d-413861904646'
const location = `https://example.com/v2/Users/${id}`

/** §8.1 */
export const minimalUser: JsonObject = {
  schemas: [urns.user],
  id,
  userName: 'bjensen@example.com',
  meta: { resourceType: 'User', ...meta, version: 'W/"3694e05e9dff590"', location },
}

/** What a client says of the user of §8.2; the certificate is cut to its beginning. */
const fullAttributes: JsonObject = {
  externalId: '701984',
  userName: 'bjensen@example.com',
  name: {
    formatted: 'Ms. Barbara J Jensen, III',
    familyName: 'Jensen',
    givenName: 'Barbara',
    middleName: 'Jane',
    honorificPrefix: 'Ms.',
    honorificSuffix: 'III',
  },
  displayName: 'Babs Jensen',
  nickName: 'Babs',
  profileUrl: 'https://login.example.com/bjensen',
  emails: [
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@jensen.org', type: 'home' },
  ],
  addresses: [
    {
      type: 'work',
      streetAddress: '100 Universal City Plaza',
      locality: 'Hollywood',
      region: 'CA',
      postalCode: '91608',
      country: 'USA',
      formatted: '100 Universal City Plaza\nHollywood, CA 91608 USA',
      primary: true,
    },
    {
      type: 'home',
      streetAddress: '456 Hollywood Blvd',
      locality: 'Hollywood',
      region: 'CA',
      postalCode: '91608',
      country: 'USA',
      formatted: '456 Hollywood Blvd\nHollywood, CA 91608 USA',
    },
  ],
  phoneNumbers: [
    { value: '555-555-5555', type: 'work' },
    { value: '555-555-4444', type: 'mobile' },
  ],
  ims: [{ value: 'someaimhandle', type: 'aim' }],
  photos: [
    { value: 'https://photos.example.com/profilephoto/72930000000Ccne/F', type: 'photo' },
    { value: 'https://photos.example.com/profilephoto/72930000000Ccne/T', type: 'thumbnail' },
  ],
  userType: 'Employee',
  title: 'Tour Guide',
  preferredLanguage: 'en-US',
  locale: 'en-US',
  timezone: 'America/Los_Angeles',
  active: true,
  x509Certificates: [
    { value: 'MIIDQzCCAqygAwIBAgICEAAwDQYJKoZIhvcNAQEFBQAwTjELMAkGA1UEBhMCVVMx\n        EzARBgNVBAgMCkNhbGlmb3JuaWEx' },
  ],
}

const groups = [
  ['e9e30dba-f08f-4109-8486-d5c6a331660a', 'Tour Guides'],
  ['fc348aa8-3835-40eb-a20b-c726e15c55b5', 'Employees'],
  ['71ddacd2-a8e7-49b8-a5db-ae50d0a5bfd7', 'US Employees'],
] as const
const groupsFrom = (base: string) => groups.map(([value, display]) => ({ value, $ref: `${base}/Groups/${value}`, display }))

/** §8.2 */
export const fullUser: JsonObject = {
  schemas: [urns.user],
  id,
  ...fullAttributes,
  password: 't1meMa$heen',
  groups: groupsFrom('https://example.com/v2'),
  meta: { resourceType: 'User', ...meta, version: 'W/"a330bc54f0671c9"', location },
}

/** §8.3 */
export const enterpriseUser: JsonObject = {
  ...fullUser,
  schemas: [urns.user, urns.enterpriseUser],
  groups: groupsFrom('..'),
  [urns.enterpriseUser]: {
    employeeNumber: '701984',
    costCenter: '4130',
    organization: 'Universal Studios',
    division: 'Theme Park',
    department: 'Tour Operations',
    manager: {
      value: '26118915-6090-4610-87e4-49d8ca9f808d',
      $ref: '../Users/26118915-6090-4610-87e4-49d8ca9f808d',
      displayName: 'John Smith',
    },
  },
  meta: { resourceType: 'User', ...meta, version: 'W/"3694e05e9dff591"', location },
}

/** §8.4: the members. */
export const groupMembers = [
  {
    value: '2819c223-7f76-453a-919d-413861904646',
    $ref: 'https://example.com/v2/Users/2819c223-7f76-453a-919d-413861904646',
    display: 'Babs Jensen',
  },
  {
    value: '902c246b-6245-4190-8e05-00816be7344a',
    $ref: 'https://example.com/v2/Users/902c246b-6245-4190-8e05-00816be7344a',
    display: 'Mandy Pepperidge',
  },
]

/** §8.4 */
export const group: JsonObject = {
  schemas: [urns.group],
  id: 'e9e30dba-f08f-4109-8486-d5c6a331660a',
  displayName: 'Tour Guides',
  members: groupMembers,
  meta: {
    resourceType: 'Group',
    ...meta,
    version: 'W/"3694e05e9dff592"',
    location: 'https://example.com/v2/Groups/e9e30dba-f08f-4109-8486-d5c6a331660a',
  },
}

/** §8.5: the features and what is said of each. */
export const serviceProviderConfig: JsonObject = {
  schemas: [urns.serviceProviderConfig],
  patch: { supported: true },
  bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1048576 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: true },
  sort: { supported: true },
  etag: { supported: true },
  authenticationSchemes: [
    {
      name: 'OAuth Bearer Token',
      description: 'Authentication scheme using the OAuth Bearer Token Standard',
      specUri: 'http://www.rfc-editor.org/info/rfc6750',
      type: 'oauthbearertoken',
      primary: true,
    },
  ],
  meta: { location: 'https://example.com/v2/ServiceProviderConfig', resourceType: 'ServiceProviderConfig' },
}

/** §8.6, by name. */
export const resourceTypes: Readonly<Record<string, JsonObject>> = {
  User: {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    description: 'User Account',
    schema: 'urn:ietf:params:scim:schemas:core:2.0:User',
    schemaExtensions: [{ schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', required: true }],
  },
  Group: {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: 'Group',
    name: 'Group',
    endpoint: '/Groups',
    description: 'Group',
    schema: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  },
}
