import type { Schema } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { defineAttribute, defineValueList, primary } from './defineAttribute.ts'

const name = defineAttribute('name', "The parts of the user's name.", {
  type: 'complex',
  subAttributes: [
    defineAttribute('formatted', 'The whole name, with titles and suffixes, ready for display.'),
    defineAttribute('familyName', 'The family name, or last name.'),
    defineAttribute('givenName', 'The given name, or first name.'),
    defineAttribute('middleName', 'The middle name or names.'),
    defineAttribute('honorificPrefix', 'A title in front of the name, such as "Dr.".'),
    defineAttribute('honorificSuffix', 'What follows the name, such as "III".'),
  ],
})

const addresses = defineAttribute('addresses', 'Postal addresses.', {
  type: 'complex',
  multiValued: true,
  subAttributes: [
    defineAttribute('formatted', 'The whole address, ready for display; may have line breaks.'),
    defineAttribute('streetAddress', 'Street, house number, post box; may have line breaks.'),
    defineAttribute('locality', 'The city or locality.'),
    defineAttribute('region', 'The state or region.'),
    defineAttribute('postalCode', 'The postal code.'),
    defineAttribute('country', 'The country, as a two-letter code of ISO 3166-1.'),
    defineAttribute('type', 'What the address is for.', { canonicalValues: ['work', 'home', 'other'] }),
    primary,
  ],
})

const groups = defineAttribute('groups', 'The groups that the user belongs to; changed through the groups.', {
  type: 'complex',
  multiValued: true,
  mutability: 'readOnly',
  subAttributes: [
    defineAttribute('value', 'The id of the group.', { mutability: 'readOnly', caseExact: true }),
    defineAttribute('$ref', 'The URL of the group.', { type: 'reference', referenceTypes: ['Group'], mutability: 'readOnly' }),
    defineAttribute('display', 'The displayName of the group.', { mutability: 'readOnly' }),
    defineAttribute('type', 'Whether the membership is direct or through another group.', {
      mutability: 'readOnly',
      canonicalValues: ['direct', 'indirect'],
    }),
  ],
})

/** The core User (RFC 7643 §4.1). */
export const userSchema: Schema = {
  id: urns.user,
  name: 'User',
  description: 'User Account',
  attributes: [
    defineAttribute('userName', 'The name that the user signs in with; unique whatever its case.', {
      required: true,
      uniqueness: 'server',
    }),
    name,
    defineAttribute('displayName', 'The name to show for the user.'),
    defineAttribute('nickName', 'What the user is called in daily life.'),
    defineAttribute('profileUrl', "The URL of the user's page.", { type: 'reference', referenceTypes: ['external'] }),
    defineAttribute('title', 'The job title, such as "Vice President".'),
    defineAttribute('userType', 'How the user relates to the organization, such as "Employee" or "Contractor".'),
    defineAttribute('preferredLanguage', 'The language to address the user in, as in an Accept-Language header.'),
    defineAttribute('locale', 'Where numbers, dates and money take their format from, such as "en-US".'),
    defineAttribute('timezone', 'The time zone, by its IANA name, such as "Europe/Stockholm".'),
    defineAttribute('active', 'Whether the user may use the service; false archives the learner.', { type: 'boolean' }),
    defineAttribute('password', 'Accepted so that clients which always send one succeed; never stored and never returned.', {
      mutability: 'writeOnly',
      returned: 'never',
      caseExact: true,
    }),
    defineValueList('emails', 'E-mail addresses.', { one: 'An e-mail address', types: ['work', 'home', 'other'] }),
    defineValueList('phoneNumbers', 'Telephone numbers.', {
      one: 'A telephone number',
      types: ['work', 'home', 'mobile', 'fax', 'pager', 'other'],
    }),
    defineValueList('ims', 'Instant messaging addresses.', {
      one: 'An instant messaging address',
      types: ['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo'],
    }),
    defineValueList('photos', 'Pictures of the user.', {
      one: 'The URL of a picture',
      types: ['photo', 'thumbnail'],
      value: { type: 'reference', referenceTypes: ['external'], caseExact: true },
    }),
    addresses,
    groups,
    defineValueList('entitlements', 'What the user is entitled to.', { one: 'An entitlement' }),
    defineValueList('roles', 'The roles of the user.', { one: 'A role' }),
    defineValueList('x509Certificates', 'Certificates issued to the user.', {
      one: 'A certificate, DER in base64',
      value: { type: 'binary', caseExact: true },
    }),
  ],
}
