import type { JsonObject } from '#contract/scim/resource.ts'

/** Who sends requests: a provider with its own headers, and the token that it knows at the time. */
export interface Sender {
  readonly toHeaders: (hasBody: boolean) => readonly (readonly [string, string])[]
}

/** One request of the month, not sent before its time. */
export interface Planned {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly from: Sender
  readonly method: string
  /** Behind `/{connection}/scim/v2`, in the sender's own encoding; `raw` where it is the whole path. */
  readonly path: string
  readonly isRaw?: boolean
  /** A text is sent as it is. */
  readonly body?: JsonObject | string
}

/** Something that an administrator does here, such as arming a fault. */
export interface Deed {
  readonly at: number
  readonly deed: () => void
}

/** What came back; status 0 where the connection was cut, and no body where it is not a JSON object. */
export interface Answer {
  readonly status: number
  readonly body: JsonObject | null
}

/** A story of the month, step by step: each step knows what the one before was answered. */
export type Script = Generator<Planned | Deed, void, Answer>

/** The resource of a reply, or the first one of a list. */
export function findResource({ body }: Answer): JsonObject | null {
  const list = body?.['Resources']
  const resource = list === undefined ? body : Array.isArray(list) ? list[0] : undefined
  // What a list holds are objects; JSON alone does not say so.
  return typeof resource === 'object' && resource !== null ? (resource as JsonObject) : null
}

/** The id of the resource of a reply; empty where there is none. */
export function idOf(answer: Answer): string {
  const id = findResource(answer)?.['id']
  return typeof id === 'string' ? id : ''
}
