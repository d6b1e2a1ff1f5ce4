import type { Action } from '#contract/exchange.ts'
import type { Observation } from './observation.ts'
import { readSimpleFilter } from './readAction.ts'
import { toCount, toResourceName, toShown } from './shown.ts'

/** What a read set out to do, as it follows "could not", and what came of it, as it follows the caller's name. */
export interface ReadWords {
  readonly aim: string
  readonly done: string
}

/** The words for a request that reads. */
export function describeRead(observation: Observation, action: Action): ReadWords {
  const { target } = observation
  if (action === 'tested') return { aim: 'test the connection', done: 'tested the connection' }
  switch (target.kind) {
    case 'users':
    case 'groups':
      return describeQuery(observation, searchedNouns[target.kind])
    case 'search':
      return describeQuery(observation, searchedNouns[target.of])
    case 'user':
    case 'group': {
      const noun = target.kind === 'user' ? 'learner' : 'group'
      const named = toResourceName(observation.after ?? observation.before)
      const what = named === null ? `a ${noun}` : target.kind === 'user' ? named : `the group ${named}`
      if (observation.status === 404)
        return { aim: `read a ${noun} that is not here`, done: `asked for a ${noun} that is not here` }
      return observation.status === 304
        ? { aim: `read ${what}`, done: `asked for ${what}, unchanged since the last time` }
        : { aim: `read ${what}`, done: `read ${what}` }
    }
    case 'discovery': {
      const what = {
        ServiceProviderConfig: 'what this endpoint supports',
        ResourceTypes: 'the resource types',
        Schemas: 'the schemas',
      }[target.what]
      return { aim: `read ${what}`, done: `read ${what}` }
    }
    case 'bulk':
    case 'other':
      return { aim: 'be answered', done: `asked for ${toShown(observation.path)}` }
  }
}

interface Nouns {
  readonly one: string
  readonly none: string
  readonly many: string
}

const searchedNouns: Readonly<Record<'users' | 'groups' | 'all', Nouns>> = {
  users: { one: 'learner', none: 'nobody', many: 'learners' },
  groups: { one: 'group', none: 'none', many: 'groups' },
  all: { one: 'resource', none: 'none', many: 'learners and groups' },
}

function describeQuery(observation: Observation, nouns: Nouns): ReadWords {
  const { query } = observation
  const { one, many } = nouns
  const found = toFound(observation, nouns)
  const filter = readSimpleFilter(query['filter'])
  if (filter) {
    const what = toSought(filter.attribute, toShown(filter.value), one)
    return { aim: `look for ${what}`, done: `looked for ${what} and found ${found}` }
  }
  if (query['filter'] !== undefined && /\bmanager\b/i.test(query['filter'])) {
    return {
      aim: "check a learner's manager",
      done: `checked a learner's manager and found ${observation.totalResults ? 'it set' : 'it not set'}`,
    }
  }
  if (query['filter'] !== undefined) return { aim: `search the ${many}`, done: `searched the ${many} and found ${found}` }
  return { aim: `list the ${many}`, done: `listed the ${many}${toRange(observation)}` }
}

function toSought(attribute: string, value: string, noun: string): string {
  switch (attribute) {
    case 'username':
    case 'emails':
      return value
    case 'displayname':
      return noun === 'group' ? `the group ${value}` : value
    case 'externalid':
      return `a ${noun} with the external id ${value}`
    case 'id':
      return `a ${noun} by id`
    default:
      return `${noun}s whose ${toShown(attribute, 30)} is ${value}`
  }
}

function toFound(observation: Observation, { one, none }: Nouns): string {
  const count = observation.totalResults ?? 0
  if (count === 0) return none
  return (count === 1 && toResourceName(observation.before)) || toCount(count, one)
}

/** ", 101 to 200 of 250": which part of the list was asked for. */
function toRange({ query, totalResults }: Observation): string {
  if (totalResults === null) return ''
  const first = Math.max(1, Number(query['startIndex'] ?? 1) || 1)
  const last = Math.min(totalResults, first + (Number(query['count'] ?? 100) || 0) - 1)
  return first === 1 && last >= totalResults
    ? `, ${totalResults} in all`
    : last < first
      ? `, ${totalResults} in all`
      : `, ${first} to ${last} of ${totalResults}`
}
