import { type Person, type Subject, toUuid } from './people.ts'

/** A group of the directory. */
export interface Group {
  readonly subject: Subject
  readonly displayName: string
  /** What it is renamed to in the end; null: it keeps its name. */
  readonly laterName: string | null
  /** The directory's own id. */
  readonly uuid: string
  readonly members: readonly Person[]
}

const names = ['Platform Team', 'Product Team', 'Sales Team', 'Finance Team']

/** The groups of a directory, which share its people; the first two are in the first group. */
export function listGroups(count: number, people: readonly Person[]): readonly Group[] {
  return Array.from({ length: count }, (_, index) => ({
    subject: `group ${index + 1}`,
    displayName: names[index] ?? `Team ${index + 1}`,
    laterName: index === 0 ? 'Platform & Tools' : null,
    uuid: toUuid(`group ${index + 1}`),
    members: people.filter((_person, at) => (at < 2 ? 0 : at % count) === index),
  }))
}
