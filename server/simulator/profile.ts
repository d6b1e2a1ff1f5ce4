import type { JsonObject } from '#contract/scim/resource.ts'
import type { Group } from './groups.ts'
import type { Expectation, Memory } from './memory.ts'
import type { Person } from './people.ts'
import type { SimulatedRequest } from './sendRequest.ts'

/** One request of a profile, made when its turn comes, because it may need ids from earlier replies. */
export interface Step extends Expectation {
  /** Completes "While ...": `creating Maya Lindqvist`. */
  readonly doing: string
  /** The provider goes on after a 409: it links what is there. */
  readonly takesConflict?: boolean
  /** The create of a person. */
  readonly creates?: true
  readonly toRequest: (memory: Memory) => SimulatedRequest
}

/** An identity provider: which headers it sends and which requests it makes of what happens in the directory. */
export interface Profile {
  /** The exact headers in the provider's order and spelling; Host and Content-Length are added when sending. */
  readonly toHeaders: (token: string, body: JsonObject | undefined) => readonly (readonly [string, string])[]
  /** What its test button sends; none where it has none. */
  readonly test: (options: { readonly hasGroups: boolean }) => readonly Step[]
  /** Brings a person over: looks, creates or links. */
  readonly provision: (person: Person) => readonly Step[]
  /** Sends what depends on others, when all are there. */
  readonly relate?: (people: readonly Person[]) => readonly Step[]
  /** Sends the changed person. */
  readonly update: (person: Person) => readonly Step[]
  readonly deactivate: (person: Person) => readonly Step[]
  readonly reactivate: (person: Person) => readonly Step[]
  /** It never renames a group: it knows each by its last name from the start. */
  readonly keepsGroupNames?: true
  /** Brings a group and its members over. */
  readonly pushGroup: (group: Group) => readonly Step[]
  /** Takes one member out and renames the group, as far as the provider does. */
  readonly changeGroup: (group: Group, leaver: Person | undefined) => readonly Step[]
}
