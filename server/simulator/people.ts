/** Whom and what the simulator is about; each resource is remembered under its name. */
export type Subject = 'maya' | 'tomas' | 'priya' | 'group'

/** A made-up employee, as a directory holds one. */
export interface Person {
  readonly subject: Exclude<Subject, 'group'>
  readonly userName: string
  readonly givenName: string
  readonly familyName: string
  readonly title: string
  readonly department: string
  readonly employeeNumber: string
  /** What Okta sends as externalId: its own user id. */
  readonly oktaId: string
  /** What Entra ID sends as externalId by default. */
  readonly mailNickname: string
}

/** Goes through everything: created, changed, deactivated, reactivated. */
export const maya: Person = {
  subject: 'maya',
  userName: 'maya.lindqvist@example.com',
  givenName: 'Maya',
  familyName: 'Lindqvist',
  title: 'Engineer',
  department: 'Platform',
  employeeNumber: '1001',
  oktaId: '00u1ab2cd3EF4gh5i6j7',
  mailNickname: 'mlindqvist',
}

/** Leaves in the end, so that the roster shows an archived learner. */
export const tomas: Person = {
  subject: 'tomas',
  userName: 'tomas.okoye@example.com',
  givenName: 'Tomas',
  familyName: 'Okoye',
  title: 'Site Reliability Engineer',
  department: 'Platform',
  employeeNumber: '1002',
  oktaId: '00u2bc3de4FG5hi6j7k8',
  mailNickname: 'tokoye',
}

/** Is created and stays as she is. */
const priya: Person = {
  subject: 'priya',
  userName: 'priya.raman@example.com',
  givenName: 'Priya',
  familyName: 'Raman',
  title: 'Product Manager',
  department: 'Product',
  employeeNumber: '1003',
  oktaId: '00u3cd4ef5GH6ij7k8l9',
  mailNickname: 'praman',
}

/** In the order in which they are assigned to the application. */
export const people: readonly Person[] = [maya, tomas, priya]

/** Maya after her wedding: what the update changes. Her userName stays, since it is what the provider matches by. */
export const mayaMarried = { familyName: 'Lindqvist-Berg', email: 'maya.berg@example.com', title: 'Engineering Lead' } as const

/** The group's name at first, and after its renaming. */
export const groupNames = { first: 'Platform Team', renamed: 'Platform & Tools' } as const

/** `Maya Lindqvist`. */
export const toFullName = (person: Person): string => `${person.givenName} ${person.familyName}`
