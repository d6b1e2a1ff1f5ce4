import type { JsonObject } from '#contract/scim/resource.ts'
import { isObject } from '../protocol/json.ts'
import type { Subject } from './people.ts'

/** What the acted-out provider knows from the replies it got: its links to our resources. */
export class Memory {
  readonly #resources = new Map<Subject, JsonObject>()
  readonly #lookUps = new Map<Subject, boolean>()

  /** What Entra ID looks for in its connection test: an id that nobody has. */
  readonly guid: string

  constructor(guid: string) {
    this.guid = guid
  }

  /** The resource as the last reply about it showed it. */
  get(subject: Subject): JsonObject {
    const resource = this.#resources.get(subject)
    if (!resource) throw new Error(`The profile uses ${subject} before any reply told of it.`)
    return resource
  }

  idOf(subject: Subject): string {
    const { id } = this.get(subject)
    return typeof id === 'string' ? id : ''
  }

  /** How the last look-up ended; undefined before there was one. */
  wasFound(subject: Subject): boolean | undefined {
    return this.#lookUps.get(subject)
  }

  /** Takes a reply in: the first resource of a list, or the resource itself. A reply without either (204) changes nothing. */
  learn(subject: Subject, body: JsonObject | null): void {
    if (!body) return
    const list = body['Resources']
    const isList = 'totalResults' in body
    const resource = isList ? (Array.isArray(list) ? list[0] : undefined) : body
    if (isList) this.#lookUps.set(subject, isObject(resource))
    if (isObject(resource) && typeof resource['id'] === 'string') this.#resources.set(subject, resource)
  }
}
