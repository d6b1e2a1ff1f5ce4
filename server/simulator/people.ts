import { createHash } from 'node:crypto'

/** Whom and what a request is about; each resource is remembered under its name. */
export type Subject = string

/** A made-up employee, as a directory holds one. An empty text is a source without a value. */
export interface Person {
  readonly subject: Subject
  readonly userName: string
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly title: string
  readonly department: string
  readonly employeeNumber: string
  /** What Okta sends as externalId: its own user id. */
  readonly oktaId: string
  /** What Entra ID sends as externalId by default. */
  readonly mailNickname: string
  /** What Keycloak sends as externalId: its own user id. */
  readonly uuid: string
  /** What authentik sends as externalId: a hash. */
  readonly uidHash: string
}

const toHash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A UUID that is the same for the same text. */
export const toUuid = (text: string): string => toHash(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-a$4-$5')

type Work = readonly [givenName: string, familyName: string, title: string, department: string]

/** The first goes through everything, the second leaves in the end, the third stays as she is. */
const known: readonly Work[] = [
  ['Maya', 'Lindqvist', 'Engineer', 'Platform'],
  ['Tomas', 'Okoye', 'Site Reliability Engineer', 'Platform'],
  ['Priya', 'Raman', 'Product Manager', 'Product'],
]

const givenNames = [
  'Amara',
  'Bence',
  'Chiara',
  'Diego',
  'Elif',
  'Farid',
  'Greta',
  'Hana',
  'Ivo',
  'Jonas',
  'Keiko',
  'Liam',
  'Mina',
]
const familyNames = ['Adeyemi', 'Bauer', 'Costa', 'Dvorak', 'Eriksen', 'Fontaine', 'Garcia', 'Hughes', 'Ito', 'Jansen', 'Kovacs']
const jobs = [
  ['Engineer', 'Platform'],
  ['Designer', 'Product'],
  ['Account Manager', 'Sales'],
  ['Analyst', 'Finance'],
] as const

const toWork = (index: number): Work => {
  const common = known[index]
  if (common) return common
  const at = index - known.length
  // The numbers of names have no divisor in common, so that each pair comes before one comes again.
  const givenName = givenNames[at % givenNames.length] ?? ''
  const familyName = familyNames[at % familyNames.length] ?? ''
  return [givenName, familyName, ...(jobs[at % jobs.length] ?? jobs[0])]
}

/** Makes the person of a place in the directory. @param round tells those apart who have the same name */
function toPerson([givenName, familyName, title, department]: Work, index: number, round: number): Person {
  const nick = `${givenName.charAt(0)}${familyName}${round || ''}`.toLowerCase()
  const userName = `${givenName}.${familyName}${round || ''}@example.com`.toLowerCase()
  const uidHash = toHash(userName)
  return {
    subject: userName,
    userName,
    email: userName,
    givenName,
    familyName,
    title,
    department,
    employeeNumber: String(1001 + index),
    oktaId: `00u${index + 1}${uidHash}`.slice(0, 20),
    mailNickname: nick,
    uuid: toUuid(userName),
    uidHash,
  }
}

/** The people of a directory, in the order in which they are assigned to the application. */
export const listPeople = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => {
    const pairs = givenNames.length * familyNames.length
    return toPerson(toWork(index), index, Math.floor(Math.max(0, index - known.length) / pairs))
  })

/** A person who is in no directory of `listPeople`; for what goes wrong. */
export const toStranger = (name: readonly [givenName: string, familyName: string], index: number): Person =>
  toPerson([...name, 'Engineer', 'Platform'], 9000 + index, 0)

/** The person after a wedding: what the update changes. The userName stays, since it is what the provider matches by. */
export const toMarried = (person: Person): Person => ({
  ...person,
  familyName: `${person.familyName}-Berg`,
  email: `${person.givenName.toLowerCase()}.berg@example.com`,
  title: 'Engineering Lead',
  department: 'Security',
})

/** `Maya Lindqvist`. */
export const toFullName = ({ givenName, familyName }: Person): string => `${givenName} ${familyName}`.trim()

/** `name` as it is sent: an empty source is left out. */
export const toName = ({ givenName, familyName }: Person) => ({ ...(familyName !== '' && { familyName }), givenName })
