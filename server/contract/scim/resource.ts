import { z } from 'zod'

/** Any JSON value, as it comes out of `JSON.parse`. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Reads any JSON value that comes from outside. */
export const JsonValue: z.ZodType<Json> = z.json()

/** A JSON object. */
export type JsonObject = { readonly [name: string]: Json }

/** What the server says about a resource (RFC 7643 §3.1). `version` is an entity tag. */
export interface Meta {
  readonly resourceType: 'User' | 'Group'
  readonly created: string
  readonly lastModified: string
  readonly location: string
  readonly version: string
}

/** The attributes of a resource as its client may write them: canonical names, checked types, no `id`, no `meta`. */
export type Attributes = JsonObject

/** A resource as it is stored: the client's attributes and, apart from them, what the server knows. */
export interface StoredResource {
  /** Order of creation; stable, and what pages are cut by. */
  readonly seq: number
  readonly id: string
  readonly resourceType: 'User' | 'Group'
  readonly attributes: Attributes
  readonly created: string
  readonly lastModified: string
  /** Counts up with each change; the entity tag is made of it. */
  readonly version: number
  /** True when the built-in simulator made it. */
  readonly simulated: boolean
}
