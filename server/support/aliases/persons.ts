import { toShown } from '../../monitor/shown.ts'

/** Somebody who occurs in a file; the number means nothing outside of the registry that gave it. */
export type Person = number

/** What names a person for certain. */
export interface Identity {
  readonly id?: string | undefined
  readonly userName?: string | undefined
  /** An external id or an address, which counts where neither of the two is there: a request may lack both. */
  readonly other?: string | undefined
}

/** What a personal value is. Values of the same label and person are told apart, as those of one person before and after a change. */
export interface About {
  /** `login` for user names and addresses, `displayName` for whole names, else the name of the attribute. */
  readonly label: string
  /** null: whoever has that value. */
  readonly person: Person | null
}

/** What goes through a file asks it about every personal value that it comes by. */
export interface Namer {
  readonly personOf: (identity: Identity) => Person
  /** What stands in place of a value. */
  readonly alias: (value: string, about: About) => string
}

/**
 * The persons of a file, who are met in a first walk through it and named in a second: only at the end of the first is it known which
 * values belong to one person, since a provider looks for a user name, or an external id, before any resource joins the two.
 */
export interface Persons {
  /** Learns; gives every value back as it is. */
  readonly meeting: Namer
  /** Gives aliases; the same person and the same value have the same one from the first to the last. */
  readonly naming: Namer
}

/** Values that name a person wherever they stand, so that one value has one alias whatever attribute holds it. */
const identifiers: ReadonlySet<string> = new Set(['login', 'externalId'])

/** Numbers the persons in the order in which they are first named. */
export function createPersons(): Persons {
  const parents: Person[] = []
  /** By id, user name, and any value of theirs. Where several have the same value, it is the first one's. */
  const owners = new Map<string, Person>()
  const numbers = new Map<Person, number>()
  const identifierAliases = new Map<string, string>()
  /** By person and label, the one value that there is, or several with their place in order of appearance. */
  const valuesOf = new Map<string, string | Map<string, number>>()
  let lastNumber = 0

  const findRoot = (person: Person): Person => {
    let root = person
    for (let parent = parents[root]; parent !== undefined && parent !== root; parent = parents[root]) root = parent
    parents[person] = root
    return root
  }
  const addPerson = () => parents.push(parents.length) - 1

  const ownerOf = (value: string, label: string): Person => {
    const own = toKey(value, label)
    const known = (identifiers.has(label) ? owners.get(toUserNameKey(value)) : undefined) ?? owners.get(own)
    if (known !== undefined) return findRoot(known)
    const added = addPerson()
    owners.set(own, added)
    return added
  }

  const personOf = ({ id, userName, other }: Identity): Person => {
    if (id === undefined && userName === undefined && other !== undefined) return ownerOf(other, 'login')
    const keys = [...(id === undefined ? [] : [`id:${id}`]), ...(userName === undefined ? [] : [toUserNameKey(userName)])]
    const known = keys.map((key) => owners.get(key)).filter((person) => person !== undefined)
    const [first = addPerson(), ...others] = known.map(findRoot)
    for (const other of others) parents[other] = first
    for (const key of keys) owners.set(key, first)
    return first
  }

  /** An alias that somebody is really called by would name that person. */
  const isTaken = (text: string) =>
    [toUserNameKey(text), toKey(text, 'login'), toKey(text, 'displayName')].some((key) => owners.has(key))
  const numberOf = (person: Person): number => {
    const known = numbers.get(person)
    if (known !== undefined) return known
    do lastNumber += 1
    while (aliasForms.some((form) => isTaken(form(lastNumber, ''))))
    numbers.set(person, lastNumber)
    return lastNumber
  }

  /** Counts from 1. */
  const placeOf = (value: string, key: string): number => {
    const known = valuesOf.get(key) ?? value
    if (known === value) {
      valuesOf.set(key, value)
      return 1
    }
    const places = typeof known === 'string' ? new Map([[known, 1]]) : known
    if (typeof known === 'string') valuesOf.set(key, places)
    const place = places.get(value) ?? places.size + 1
    places.set(value, place)
    return place
  }

  const nameValue = (value: string, label: string, person: Person): string => {
    const root = findRoot(person)
    const form = toForm(value, label)
    const key = `${root}:${form.name}`
    const place = placeOf(foldFor(label, value), key)
    return form.write(numberOf(root), place === 1 ? '' : `.${place}`)
  }

  return {
    meeting: {
      personOf,
      alias: (value, { label, person }) => {
        const key = toKey(value, label)
        if (person !== null && !owners.has(key)) owners.set(key, person)
        return value
      },
    },
    naming: {
      personOf,
      alias: (value, { label, person }) => {
        if (!identifiers.has(label)) return nameValue(value, label, person ?? ownerOf(value, label))
        const folded = fold(value)
        const known = identifierAliases.get(folded)
        if (known !== undefined) return known
        const alias = nameValue(value, label, ownerOf(value, label))
        identifierAliases.set(folded, alias)
        return alias
      },
    },
  }
}

const fold = (text: string) => text.normalize('NFC').toLowerCase()
const toUserNameKey = (value: string) => `userName:${fold(value)}`
const toKey = (value: string, label: string) => `${identifiers.has(label) ? '' : label}=${foldFor(label, value)}`

/** A long name is cut where sentences tell it, and is the same name there. */
const foldFor = (label: string, value: string) => fold(label === 'displayName' ? toShown(value) : value)

type WriteAlias = (number: number, suffix: string) => string

const writeAddress: WriteAlias = (number, suffix) => `person-${number}${suffix}@example.invalid`
const writeLogin: WriteAlias = (number, suffix) => `person-${number}${suffix}`
const writeName: WriteAlias = (number, suffix) => `Person ${number}${suffix}`
const aliasForms = [writeAddress, writeLogin, writeName]

/** The domain is one that can never be anybody's (RFC 2606 §2). */
function toForm(value: string, label: string): { readonly name: string; readonly write: WriteAlias } {
  if (label === 'displayName') return { name: label, write: writeName }
  if (label !== 'login') return { name: label, write: (number, suffix) => `${label}-${number}${suffix}` }
  return value.includes('@') ? { name: 'address', write: writeAddress } : { name: label, write: writeLogin }
}

/** Whether a text is an address that was made here. */
export const isAliasAddress = (text: string): boolean => /^person-\d+(?:\.\d+)?@example\.invalid$/.test(text)
