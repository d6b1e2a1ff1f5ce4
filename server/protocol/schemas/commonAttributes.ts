import type { Attribute } from '#contract/scim/schema.ts'
import { defineAttribute } from './defineAttribute.ts'

const readOnly: Partial<Attribute> = { mutability: 'readOnly', caseExact: true }

/** What every resource has beside the attributes of its schema (RFC 7643 §3, §3.1); `/Schemas` does not list them. */
export const commonAttributes: readonly Attribute[] = [
  // Writable, because a client sends it and PATCH may name it (RFC 7644 §3.5.2); what is stored follows from the attributes.
  defineAttribute('schemas', 'The URNs of the schemas in use.', {
    type: 'reference',
    referenceTypes: ['uri'],
    multiValued: true,
    returned: 'always',
  }),
  defineAttribute('id', 'The identifier that this service gave the resource.', {
    ...readOnly,
    returned: 'always',
    uniqueness: 'server',
  }),
  defineAttribute('externalId', "The client's identifier of the resource.", { caseExact: true }),
  defineAttribute('meta', 'What the service knows about the resource.', {
    type: 'complex',
    mutability: 'readOnly',
    subAttributes: [
      defineAttribute('resourceType', 'The name of the resource type.', readOnly),
      defineAttribute('created', 'When the resource was added.', { type: 'dateTime', mutability: 'readOnly' }),
      defineAttribute('lastModified', 'When the resource last changed.', { type: 'dateTime', mutability: 'readOnly' }),
      defineAttribute('location', 'The URL of the resource.', { ...readOnly, type: 'reference', referenceTypes: ['uri'] }),
      defineAttribute('version', 'The entity tag of the resource.', readOnly),
    ],
  }),
]
