import type { Random } from '../fuzz/random.ts'

/** An employee, as a directory holds one. */
export interface Employee {
  readonly number: number
  readonly userName: string
  readonly givenName: string
  readonly familyName: string
  readonly department: string
  readonly title: string
}

const givenNames = [
  'Maya',
  'Tomas',
  'Priya',
  'Ada',
  'Ivan',
  'Zoë',
  'Li',
  'Noor',
  'Kwame',
  'Siobhán',
  'Jürgen',
  'Olena',
  'Mateo',
  'Aiko',
  'Inês',
  'محمد',
  'ליאור',
  '美咲',
  'Дарья',
  'Wolfgang Amadeus',
] as const
const familyNames = [
  'Lindqvist',
  'Okoye',
  'Raman',
  'Byron',
  'Novak',
  'Ångström',
  'Na',
  'Haddad',
  'Mensah',
  "O'Brien",
  'Müller',
  'Shevchenko',
  'García Márquez',
  'Tanaka',
  'Conceição',
  'الفارسي',
  'בן־דוד',
  '山田',
  'Кузнецова',
  'Freiherr von und zu Hohenstein-Wolkenfels-Untertannenbach',
] as const
const departments = [
  'Platform',
  'Security',
  'Product',
  'Finance',
  'Field Operations',
  'Rechtsabteilung',
  'Людські ресурси',
] as const
const titles = ['Engineer', 'Engineering Lead', 'Product Manager', 'Site Reliability Engineer', 'Controller', 'Trainee'] as const

/** Somebody new; `number` makes the address unique. */
export function hire(random: Random, number: number): Employee {
  const isLong = random.chance(0.005)
  return {
    number,
    userName: `${isLong ? 'very-long-alias-of-a-shared-mailbox-'.repeat(4) : 'learner'}${number}@example.com`,
    givenName: random.pick(givenNames),
    familyName: random.pick(familyNames),
    department: random.pick(departments),
    title: random.pick(titles),
  }
}

/** A title that somebody may be given. */
export const drawTitle = (random: Random): string => `${random.pick(titles)} ${1 + random.below(9)}`

/** `Maya Lindqvist`. */
export const toFullName = ({ givenName, familyName }: Employee): string => `${givenName} ${familyName}`
