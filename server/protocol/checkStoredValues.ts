import type { JsonObject } from '#contract/scim/resource.ts'
import type { Attribute, Schema } from '#contract/scim/schema.ts'
import { checkExtension } from './finishResource.ts'
import { findAttribute } from './path.ts'
import { invalidValue } from './scimError.ts'
import type { Tolerances } from './tolerance/tolerance.ts'
import { validateValue } from './validateValue.ts'

/** Values are stored in the form that the RFC wants, whatever was tolerated. */
const strict: Tolerances = { use: () => false }

/**
 * Checks what a resource has stored of an extension against the schema that shall hold from now on, so that discovery stays true of it and
 * its next PATCH is not refused for what the client did not send. Values that no attribute has stay as they are, unseen.
 *
 * @param former the schema that held up to now; undefined where the extension is added
 * @throws ScimError invalidValue (400) naming attribute and value
 */
export function checkStoredValues(
  extension: JsonObject,
  { schema, former }: { readonly schema: Schema; readonly former?: Schema | undefined },
): void {
  const notKept: string[] = []
  for (const [name, value] of Object.entries(extension)) {
    const attribute = findAttribute(schema.attributes, name)
    if (!attribute) continue
    const label = `${schema.id}:${attribute.name}`
    // Filters and sorting look for a name as it is spelled.
    if (attribute.name !== name) throw invalidValue(`${label} must be spelled ${name}.`)
    refuseDisclosure(attribute, { label, before: findAttribute(former?.attributes ?? [], name) })
    validateValue(value, attribute, { label, tolerances: strict, notKept })
  }
  if (Object.keys(extension).some((name) => findAttribute(schema.attributes, name))) checkExtension(extension, schema)
}

/** A client sent the value on the promise that it is never returned (RFC 7643 §7). */
function refuseDisclosure(after: Attribute, { label, before }: { label: string; before: Attribute | undefined }): void {
  if (before?.returned === 'never' && after.returned !== 'never') throw invalidValue(`${label} must stay never returned.`)
  for (const part of before?.subAttributes ?? []) {
    const kept = findAttribute(after.subAttributes ?? [], part.name)
    if (kept) refuseDisclosure(kept, { label: `${label}.${part.name}`, before: part })
  }
}
