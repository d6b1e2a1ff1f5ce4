import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { type Employee, toFullName } from './people.ts'
import type { Answer, Planned, Script, Sender } from './script.ts'
import { findResource, idOf } from './script.ts'

/** What happens to an employee between the first and the last day. */
export type Event = 'changed' | 'left' | 'returned' | 'removed'

/** How one provider brings an employee here and keeps the learner up to date. */
export interface Provider {
  /** How many requests an event costs; a create the same. */
  readonly requestsPerEvent: number
  /** @returns the id of the learner; empty where the provider was refused */
  readonly create: (from: Sender, employee: Employee, at: number) => Generator<Planned, string, Answer>
  readonly tell: (from: Sender, told: { id: string; employee: Employee; event: Event; title: string }, at: number) => Script
}

const quote = (attribute: string, value: string) => encodeURIComponent(`${attribute} eq "${value}"`)
const patchOf = (...Operations: JsonObject[]): JsonObject => ({ schemas: [urns.patchOp], Operations })
const isActiveAfter = (event: Event) => event !== 'left' && event !== 'removed'

const toUser = (employee: Employee, more: JsonObject = {}): JsonObject => ({
  schemas: [urns.user],
  userName: employee.userName,
  name: { givenName: employee.givenName, familyName: employee.familyName },
  displayName: toFullName(employee),
  emails: [{ primary: true, value: employee.userName, type: 'work' }],
  active: true,
  ...more,
})

/** An own app of Okta: looks up, creates; reads and puts back what it read. */
export const okta: Provider = {
  requestsPerEvent: 2,
  *create(from, employee, at) {
    const filter = quote('userName', employee.userName)
    yield { at, from, method: 'GET', path: `/Users?filter=${filter}&startIndex=1&count=100` }
    const body = toUser(employee, {
      locale: 'en-US',
      externalId: `00u${String(employee.number).padStart(17, 'a')}`,
      groups: [],
      password: 'Xk29dmQa',
    })
    return idOf(yield { at: at + 240, from, method: 'POST', path: '/Users', body })
  },
  *tell(from, { id, event, title }, at) {
    const path = `/Users/${id}`
    const read = findResource(yield { at, from, method: 'GET', path })
    if (!read || read['id'] !== id) return
    // Okta has no removal: whoever leaves is deactivated.
    const changed: JsonObject = event === 'changed' ? { title } : { active: isActiveAfter(event) }
    yield { at: at + 180, from, method: 'PUT', path, body: { ...read, ...changed } }
  },
}

/** Entra ID as it is by default: capital operations, booleans as text, filters with a plus. */
export const entra: Provider = {
  requestsPerEvent: 2,
  *create(from, employee, at) {
    yield { at, from, method: 'GET', path: `/Users?filter=userName+eq+%22${encodeURIComponent(employee.userName)}%22` }
    const body = toUser(employee, {
      schemas: [urns.user, urns.enterpriseUser],
      externalId: `mail${employee.number}`,
      title: employee.title,
      preferredLanguage: 'en-GB',
      meta: { resourceType: 'User' },
      roles: [],
      [urns.enterpriseUser]: { employeeNumber: String(employee.number), department: employee.department },
    })
    return idOf(yield { at: at + 310, from, method: 'POST', path: '/Users', body })
  },
  *tell(from, { id, employee, event, title }, at) {
    const path = `/Users/${id}`
    yield { at, from, method: 'GET', path }
    if (event === 'removed') return void (yield { at: at + 200, from, method: 'DELETE', path })
    const operations: JsonObject[] =
      event === 'changed'
        ? [
            { op: 'Replace', path: 'title', value: title },
            { op: 'Replace', path: `${urns.enterpriseUser}:department`, value: employee.department },
            { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+46 70 555 01 00' },
          ]
        : [{ op: 'Replace', path: 'active', value: isActiveAfter(event) ? 'True' : 'False' }]
    yield { at: at + 200, from, method: 'PATCH', path, body: patchOf(...operations) }
  },
}

/** OneLogin: puts its whole template each time, whose e-mail is an object in place of a list. */
export const onelogin: Provider = {
  requestsPerEvent: 1,
  *create(from, employee, at) {
    yield { at, from, method: 'GET', path: `/Users?filter=${quote('userName', employee.userName)}` }
    const answer = yield { at: at + 500, from, method: 'POST', path: '/Users', body: toTemplate(employee, employee.title) }
    return idOf(answer)
  },
  *tell(from, { id, employee, event, title }, at) {
    const path = `/Users/${id}`
    if (event === 'removed') return void (yield { at, from, method: 'DELETE', path })
    const body = { ...toTemplate(employee, title), active: isActiveAfter(event) }
    yield { at, from, method: 'PUT', path, body }
  },
}

const toTemplate = (employee: Employee, title: string): Record<string, Json> => ({
  ...toUser(employee, { title }),
  emails: { value: employee.userName, type: 'work', primary: true },
})

/** A script of somebody's own, which never looks before it creates. */
export const ownScript: Provider = {
  requestsPerEvent: 1,
  *create(from, employee, at) {
    return idOf(yield { at, from, method: 'POST', path: '/Users', body: toUser(employee, { shoeSize: '41' }) })
  },
  *tell(from, { id, event, title }, at) {
    const path = `/Users/${id}`
    if (event === 'removed') return void (yield { at, from, method: 'DELETE', path })
    const value: JsonObject = event === 'changed' ? { title } : { active: isActiveAfter(event) }
    yield { at, from, method: 'PATCH', path, body: patchOf({ op: 'replace', value }) }
  },
}
