import type { Schema } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { defineAttribute } from './defineAttribute.ts'

/** The extension for users of an organization (RFC 7643 §4.3). */
export const enterpriseUserSchema: Schema = {
  id: urns.enterpriseUser,
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  attributes: [
    defineAttribute('employeeNumber', 'The number or code that the organization gave the user.'),
    defineAttribute('costCenter', 'The cost center.'),
    defineAttribute('organization', 'The organization.'),
    defineAttribute('division', 'The division.'),
    defineAttribute('department', 'The department.'),
    defineAttribute('manager', "The user's manager.", {
      type: 'complex',
      subAttributes: [
        defineAttribute('value', 'The id of the manager.', { caseExact: true }),
        defineAttribute('$ref', 'The URL of the manager.', { type: 'reference', referenceTypes: ['User'] }),
        defineAttribute('displayName', 'The displayName of the manager.', { mutability: 'readOnly' }),
      ],
    }),
  ],
}
