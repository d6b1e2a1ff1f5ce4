import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { Group } from '../groups.ts'
import type { Memory } from '../memory.ts'
import { type Person, type Subject, toFullName } from '../people.ts'
import type { Profile, Step } from '../profile.ts'
import type { SimulatedRequest } from '../sendRequest.ts'

type Path = string | ((memory: Memory) => string)
type Body = JsonObject | ((memory: Memory) => JsonObject)

/** A request about `subject`. What depends on earlier replies is made when its turn comes. */
const toStep =
  (method: SimulatedRequest['method']) =>
  (doing: string, subject: Subject | undefined, { path, body }: { readonly path: Path; readonly body?: Body }): Step => ({
    doing,
    ...(subject !== undefined && { subject }),
    toRequest: (memory) => ({
      method,
      path: typeof path === 'string' ? path : path(memory),
      ...(body && { body: typeof body === 'function' ? body(memory) : body }),
    }),
  })

export const get = toStep('GET')
export const post = toStep('POST')
export const put = toStep('PUT')
export const patch = toStep('PATCH')
export const remove = toStep('DELETE')

/** `/Users/{id}` of a person whom a reply told of. */
export const toUserPath =
  ({ subject }: Person) =>
  (memory: Memory) =>
    `/Users/${memory.idOf(subject)}`

/** `/Groups/{id}` of a group that a reply told of. */
export const toGroupPath =
  ({ subject }: Group) =>
  (memory: Memory) =>
    `/Groups/${memory.idOf(subject)}`

/** A filter with everything percent-encoded. */
export const toFilter = (attribute: string, value: string): string => `filter=${encodeURIComponent(`${attribute} eq "${value}"`)}`

/** A PatchOp (RFC 7644 §3.5.2). */
export const toPatch = (...operations: readonly JsonObject[]): JsonObject => ({
  schemas: [urns.patchOp],
  Operations: operations,
})

/** GET of a person. */
export const readUser = (person: Person): Step =>
  get(`reading ${toFullName(person)}`, person.subject, { path: toUserPath(person) })

/** POST of a person, where a look-up found nobody. */
export const createUser = (person: Person, path: string, body: JsonObject): Step => ({
  ...post(`creating ${toFullName(person)}`, person.subject, { path, body }),
  when: 'notFound',
  creates: true,
})

/** POST of a person without a look-up; a 409 leads to one. */
export const createFirst = (person: Person, doing: string, body: JsonObject): Step => ({
  ...post(doing, person.subject, { path: '/Users', body }),
  takesConflict: true,
  creates: true,
})

/** A member by its id alone. */
export const toMember = (person: Person, memory: Memory): JsonObject => ({ value: memory.idOf(person.subject) })

/** `doing` of a person's activation. */
export const toActivation = (person: Person, active: boolean): string =>
  `${active ? 'reactivating' : 'deactivating'} ${toFullName(person)}`

/** Media types in their own names, and nothing that tells who sends. */
export const toPlainHeaders =
  (mediaType: string, userAgent?: string): Profile['toHeaders'] =>
  (token, body) => [
    ...(userAgent === undefined ? [] : [['User-Agent', userAgent] as const]),
    ['Accept', mediaType],
    ...(body ? [['Content-Type', mediaType] as const] : []),
    ['Authorization', `Bearer ${token}`],
  ]
