import type { FieldValue } from '#contract/guides/guide.ts'

/** The SCIM URL in the form that a field wants. */
export function toFieldUrl(scimUrl: string, { trailingSlash }: Extract<FieldValue, { kind: 'url' }>): string {
  return `${scimUrl.replace(/\/+$/, '')}${trailingSlash ? '/' : ''}`
}
