import type { Json } from '#contract/scim/resource.ts'

/** A schema with a hundred attributes is smaller, and the service reads no more at once. Without the indentation of the file. */
const maxSizeBytes = 60_000
const maxFileBytes = 10 * maxSizeBytes

/** The JSON of a file, or why there is none. */
export type SchemaFile = { readonly schema: Json } | { readonly refusal: string }

/** Reads a file that should hold a schema; what the schema says is checked by the service. */
export async function readSchemaFile(file: File): Promise<SchemaFile> {
  const tooLarge = { refusal: `${file.name} is larger than 60 kB, which no schema is.` }
  if (file.size > maxFileBytes) return tooLarge
  try {
    // JSON.parse makes nothing but Json.
    const schema = JSON.parse((await file.text()).replace(/^\uFEFF/, '')) as Json
    return new Blob([JSON.stringify(schema)]).size > maxSizeBytes ? tooLarge : { schema }
  } catch {
    // Whatever the parser says of the place is in words of its own, different in each browser.
    return { refusal: `${file.name} is not JSON.` }
  }
}
