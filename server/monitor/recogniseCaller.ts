import type { Caller } from '#contract/provider.ts'
import type { Json } from '#contract/scim/resource.ts'
import { findMember, findText, listOperations } from './jsonObject.ts'

/** What a request shows of its sender. */
export interface Traffic {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Decoded. */
  readonly query: Readonly<Record<string, string>>
  /** As it came, without the question mark. */
  readonly rawQuery: string
  readonly body: Json | undefined
  readonly path: string
}

/** Products that name themselves. */
const userAgents: readonly (readonly [RegExp, Caller])[] = [
  [/^okta\b/i, 'okta'],
  [/^(?:go)?authentik\b/i, 'authentik'],
  [/\bonelogin\b/i, 'onelogin'],
  [/\b(?:cyberark|idaptive)\b/i, 'cyberark'],
]

/**
 * Tells who called, from headers first and traffic next. The choice of provider has no say: it is what is expected. A guess
 * from traffic needs two signs, since each of them alone also comes from others.
 */
export function recogniseCaller(traffic: Traffic): Caller {
  if (traffic.headers['adscimversion'] !== undefined) return 'entra'
  const userAgent = String(traffic.headers['user-agent'] ?? '')
  const named = userAgents.find(([pattern]) => pattern.test(userAgent))
  if (named) return named[1]
  return countEntraSigns(traffic) >= 2 ? 'entra' : 'unknown'
}

const adscimGroup = 'http://schemas.microsoft.com/2006/11/resourcemanagement/adscim/2.0/group'

function countEntraSigns({ headers, query, rawQuery, body, path }: Traffic): number {
  const schemas = findMember(body, 'schemas')
  const signs = [
    !headers['user-agent'],
    /(?:^|&)filter=[^&]*\+/i.test(rawQuery),
    /\/groups\b/i.test(path) && query['excludedAttributes'] === 'members',
    listOperations(body).some((operation) => /^[A-Z]/.test(findText(operation, 'op') ?? '')),
    Array.isArray(schemas) && schemas.some((schema) => typeof schema === 'string' && schema.toLowerCase() === adscimGroup),
  ]
  return signs.filter(Boolean).length
}
