import { z } from 'zod'

const attribute = {
  name: z.string(),
  type: z.enum(['string', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'binary', 'complex']),
  multiValued: z.boolean(),
  description: z.string(),
  required: z.boolean(),
  canonicalValues: z.array(z.string()).optional(),
  caseExact: z.boolean(),
  mutability: z.enum(['readOnly', 'readWrite', 'immutable', 'writeOnly']),
  returned: z.enum(['always', 'never', 'default', 'request']),
  uniqueness: z.enum(['none', 'server', 'global']),
  referenceTypes: z.array(z.string()).optional(),
}

/** An attribute of a custom extension, as `/Schemas` tells it. */
export const ExtensionAttribute = z.object({ ...attribute, subAttributes: z.array(z.object(attribute)).optional() })
export type ExtensionAttribute = z.infer<typeof ExtensionAttribute>

/** A custom extension of users: its schema (RFC 7643 §7), whose `id` is the URN. */
export const Extension = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  attributes: z.array(ExtensionAttribute),
})
export type Extension = z.infer<typeof Extension>

/** The custom extensions of a connection in the order in which they were added, and those that come with the program to be added. */
export const ExtensionList = z.object({ extensions: z.array(Extension), examples: z.array(Extension) })
export type ExtensionList = z.infer<typeof ExtensionList>
