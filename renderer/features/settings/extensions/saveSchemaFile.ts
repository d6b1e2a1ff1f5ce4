import type { Extension } from '#contract/extension.ts'
import { urns } from '#contract/scim/urns.ts'

/** A custom extension as a file in the form of RFC 7643 §7, which can be added again, here or elsewhere. */
function toSchemaFile(extension: Extension): { readonly name: string; readonly text: string } {
  const word = extension.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return {
    name: `${word || 'extension'}.schema.json`,
    text: `${JSON.stringify({ schemas: [urns.schema], ...extension }, null, 2)}\n`,
  }
}

/** Hands the file to the browser, which asks where to or puts it among the downloads. */
export function saveSchemaFile(extension: Extension): void {
  const { name, text } = toSchemaFile(extension)
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of the content by then.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
