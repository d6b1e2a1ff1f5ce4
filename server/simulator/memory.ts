import type { JsonObject } from '#contract/scim/resource.ts'
import { isObject } from '../protocol/json.ts'
import type { Subject } from './people.ts'
import type { SimulatedReply } from './sendRequest.ts'

/** What a step needs to have come before, and what its reply tells. */
export interface Expectation {
  /** Whose resource the reply holds. */
  readonly subject?: Subject
  /** Which of several resources in the reply is the one. Without it the first. */
  readonly isMeant?: (resource: JsonObject) => boolean
  /** Sent only when what came before about `subject` ended like this; `conflict`: a create was answered 409. */
  readonly when?: 'found' | 'foundInactive' | 'notFound' | 'conflict'
}

type Outcome = 'found' | 'notFound' | 'conflict' | 'made'

/** What the acted-out provider knows from the replies it got: its links to our resources. */
export class Memory {
  readonly #resources = new Map<Subject, JsonObject>()
  readonly #outcomes = new Map<Subject, Outcome>()

  /** What a connection test looks for: an id that nobody has. */
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

  has(subject: Subject): boolean {
    return this.#resources.has(subject)
  }

  idOf(subject: Subject): string {
    const { id } = this.get(subject)
    return typeof id === 'string' ? id : ''
  }

  /** How the last look-up or create of it ended. */
  outcomeOf(subject: Subject): Outcome | undefined {
    return this.#outcomes.get(subject)
  }

  /** Whether a step has its turn. What has not been looked for yet counts as missing, as it is in a first run. */
  isDue({ when, subject }: Expectation): boolean {
    if (when === undefined || subject === undefined) return true
    const outcome = this.#outcomes.get(subject) ?? 'notFound'
    if (when === 'foundInactive') return outcome === 'found' && this.get(subject)['active'] === false
    return when === outcome
  }

  /** Takes a reply in: the meant resource of a list, or the resource itself. A reply without either (204) changes nothing. */
  learn({ subject, isMeant }: Expectation, { status, body }: SimulatedReply): void {
    if (subject === undefined || !body) return
    if (status === 409) return void this.#outcomes.set(subject, 'conflict')
    const isList = 'totalResults' in body
    const listed = body['Resources']
    const resources = isList ? (Array.isArray(listed) ? listed.filter(isObject) : []) : [body]
    const resource = isMeant ? resources.find(isMeant) : resources[0]
    if (isList) this.#outcomes.set(subject, resource ? 'found' : 'notFound')
    else if (status === 201) this.#outcomes.set(subject, 'made')
    if (typeof resource?.['id'] === 'string') this.#resources.set(subject, resource)
  }
}
