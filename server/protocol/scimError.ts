import type { ErrorResponse, ScimType } from '#contract/scim/messages.ts'
import { urns } from '#contract/scim/urns.ts'

/** What exactly was at fault, for whoever explains it: a `detail` is written for people, and may be reworded. */
export interface Reason {
  /** customTaken: the value of a custom attribute that must be unique. */
  readonly kind: 'taken' | 'takenByArchived' | 'customTaken' | 'missing' | 'unsuited' | 'unknownMember'
  /** With its URN where it belongs to an extension. */
  readonly attribute: string
}

/** A failure that the client is told about (RFC 7644 §3.12). `message` is its `detail`. */
export class ScimError extends Error {
  readonly status: number
  readonly detail: string
  readonly scimType: ScimType | undefined
  reason: Reason | undefined

  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail)
    this.name = 'ScimError'
    this.status = status
    this.detail = detail
    this.scimType = scimType
  }

  /** Names what exactly was at fault. */
  because(kind: Reason['kind'], attribute: string): this {
    this.reason = { kind, attribute }
    return this
  }

  /** The body of the reply. */
  toResponse(): ErrorResponse {
    const { status, scimType, detail } = this
    return { schemas: [urns.error], status: String(status), ...(scimType && { scimType }), detail }
  }
}

/** 400: the filter cannot be parsed, or asks an attribute for what it cannot answer. */
export const invalidFilter = (detail: string) => new ScimError(400, detail, 'invalidFilter')

/** 400: the body is not JSON, or not the message that the operation takes. */
export const invalidSyntax = (detail: string) => new ScimError(400, detail, 'invalidSyntax')

/** 400: the `path` of a patch operation cannot be parsed or names nothing of the schema. */
export const invalidPath = (detail: string) => new ScimError(400, detail, 'invalidPath')

/** 400: the `path` of a patch operation selects nothing that could be operated on. */
export const noTarget = (detail: string) => new ScimError(400, detail, 'noTarget')

/** 400: a required value is missing, or a value does not suit its attribute. */
export const invalidValue = (detail: string) => new ScimError(400, detail, 'invalidValue')

/** 400: the change is one that the attribute does not allow. */
export const mutability = (detail: string) => new ScimError(400, detail, 'mutability')

/** 400: the cursor was not made here, or not for this query (RFC 9865 §2.1). */
export const invalidCursor = (detail: string) => new ScimError(400, detail, 'invalidCursor')

/** 400: the cursor was given out too long ago (RFC 9865 §2.1). */
export const expiredCursor = (detail: string) => new ScimError(400, detail, 'expiredCursor')

/** 400: the count of a page by cursor is no integer, or not that of the page before (RFC 9865 §2.1). */
export const invalidCount = (detail: string) => new ScimError(400, detail, 'invalidCount')

/** 403: the request would put a secret into a URL (RFC 7644 §7.5.2). */
export const sensitive = (detail: string) => new ScimError(403, detail, 'sensitive')

/** Who holds a unique value already. `archived` only for a User. */
export interface TakenBy {
  readonly attribute: string
  readonly value: string
  readonly id: string
  readonly archived?: boolean
}

/** 409: another resource has the unique value. The detail is all that an administrator sees of it in their own console. */
export function uniqueness({ attribute, value, id, archived }: TakenBy): ScimError {
  const state = archived === undefined ? '' : archived ? ', which is archived (active is false)' : ', which is not archived'
  return new ScimError(
    409,
    `${attribute} ${quoteValue(value)} is already taken by the resource with id ${quoteValue(id)}${state}.`,
    'uniqueness',
  ).because(attribute.startsWith('urn:') ? 'customTaken' : archived ? 'takenByArchived' : 'taken', attribute)
}

/** 404: there is no resource of this type with this id. */
export const notFound = (resourceTypeName: string, id: string) =>
  new ScimError(404, `There is no ${resourceTypeName} with id ${quoteValue(id)}.`)

/** 404: the path is none of this endpoint's. */
export const unknownPath = (path: string) => new ScimError(404, `This SCIM endpoint has no path ${quoteValue(path)}.`)

const maxQuotedLength = 100

/** A value as it stands in a `detail`: a plain one quoted and cut at 100 characters, of any other only its kind. */
export function quoteValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'string' && value.length > maxQuotedLength) return `"${value.slice(0, maxQuotedLength)}…"`
  return typeof value === 'string' ? `"${value}"` : String(value)
}
