import { hash } from 'node:crypto'
import type { Attributes, Json } from '#contract/scim/resource.ts'
import { findText } from './jsonObject.ts'
import type { Observation } from './observation.ts'
import { readSimpleFilter } from './readAction.ts'

/** Enough for an id, an externalId, and a name before and after. */
const maxKeys = 4
/** 48 bits: among the requests of a few minutes no two persons share a key. */
const keyLength = 8

const naming = {
  User: ['userName', 'externalId'],
  Group: ['displayName', 'externalId'],
} as const

/** By what providers look for somebody, as `readSimpleFilter` spells it. */
const soughtAttributes: ReadonlySet<string> = new Set(['username', 'displayname', 'externalid', 'emails', 'id'])

/**
 * Short keys of the learner or group that a request was about, with a space between them: a look-up and the write that it prepared
 * share one. Hashes, since the names themselves, which may be long, would not fit a line of the list.
 *
 * @param resourceId of the resource that was found, made or named by the path
 */
export function toSubjectKeys(observation: Observation, resourceId: string | null): string | null {
  const type = readType(observation)
  if (type === null || observation.credential.kind === 'refused') return null
  const names = new Set<string>()
  for (const name of [resourceId, ...listSought(observation), ...listNames(observation, type)])
    if (name && names.size < maxKeys) names.add(name.toLowerCase())
  if (names.size === 0) return null
  return Array.from(names, (name) => hash('sha256', `${type} ${name}`, 'base64url').slice(0, keyLength)).join(' ')
}

function readType({ target }: Observation): 'User' | 'Group' | null {
  switch (target.kind) {
    case 'user':
    case 'users':
      return 'User'
    case 'group':
    case 'groups':
      return 'Group'
    case 'search':
      return target.of === 'all' ? null : target.of === 'users' ? 'User' : 'Group'
    default:
      return null
  }
}

/** Whom a filter asks for. Entra ID checks a reference by `id eq "..." and manager eq "..."`: that is about the one with the id. */
function listSought({ query }: Observation): (string | undefined)[] {
  const text = query['filter']
  if (text === undefined) return []
  const filter = readSimpleFilter(text)
  if (filter) return soughtAttributes.has(filter.attribute) ? [filter.value] : []
  return [/^\s*id eq "([^"\\]+)" and /i.exec(text)?.[1]]
}

/** What the resource is called, before a write and after it; of one that was refused, what the request would have called it. */
function listNames({ method, target, before, after, body }: Observation, type: keyof typeof naming): (string | undefined)[] {
  if (method === 'GET' || method === 'HEAD' || target.kind === 'search') return []
  const bearers: (Attributes | Json | null | undefined)[] = after === null ? [before, body] : [after, before]
  return bearers.flatMap((bearer) => naming[type].map((name) => findText(bearer, name)))
}
