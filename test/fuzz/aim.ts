/** Whom a request is for, and what it may know of it. */
export interface Aim {
  /** The connections' slugs with a token of each. The first one gets most of the requests. */
  readonly connections: readonly [AimConnection, ...AimConnection[]]
  /** Ids of resources; they change while the requests are sent. */
  readonly ids: readonly string[]
}

/** A connection and the token that opens it. */
export interface AimConnection {
  readonly slug: string
  readonly token: string
}
