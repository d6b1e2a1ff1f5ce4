import type { Json } from '#contract/scim/resource.ts'

/** A schema with a hundred attributes is smaller, and the service reads no more at once. */
const maxSizeBytes = 60_000

/** The JSON of a file, or why there is none. */
export type SchemaFile = { readonly schema: Json } | { readonly refusal: string }

/** Reads a file that should hold a schema; what the schema says is checked by the service. */
export async function readSchemaFile(file: File): Promise<SchemaFile> {
  if (file.size > maxSizeBytes) return { refusal: `${file.name} is larger than 60 kB, which no schema is.` }
  try {
    // JSON.parse makes nothing but Json.
    return { schema: JSON.parse((await file.text()).replace(/^\uFEFF/, '')) as Json }
  } catch {
    // Whatever the parser says of the place is in words of its own, different in each browser.
    return { refusal: `${file.name} is not JSON.` }
  }
}
