import type { Aim, AimConnection } from './aim.ts'
import type { Random } from './random.ts'
import { type RequestParts, type StrangeRequest, toBytes } from './requestBytes.ts'
import { anId, aScimBody, aStrangeBody, asBytes, type ScimBodyKind, type StrangeBody } from './strangeBodies.ts'
import { garbage } from './strangeBytes.ts'
import { aCredential, aHeader, aHeaderValue } from './strangeHeaders.ts'
import { aQuery, aTarget, toEscaped } from './strangeTargets.ts'

/** One request out of all that can be made; the same for the same chance. */
export function aStrangeRequest(random: Random, aim: Aim): StrangeRequest {
  if (random.chance(0.08)) return garbage(random, toAnswerable(aRequest(random, aim)))
  const parts = aRequest(random, aim)
  return { kind: 'request', pieces: [toBytes(parts)], methods: [parts.method], ending: 'keep' }
}

/** Which of several replies on one connection has no body cannot be told. */
const toAnswerable = (parts: RequestParts): RequestParts => ({ ...parts, method: parts.method === 'HEAD' ? 'GET' : parts.method })

const methods = [
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'PUT',
  'PATCH',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
] as const

function aRequest(random: Random, aim: Aim): RequestParts {
  const connection = random.chance(0.85) ? aim.connections[0] : random.pick(aim.connections)
  const { method, target, strange } = random.chance(0.5)
    ? aSensibleStart(random, { connection, ids: aim.ids })
    : aStrangeStart(random, { connection, ids: aim.ids })
  const mediaType = strange?.headers.some(([name]) => name === 'Content-Type')
    ? []
    : [['Content-Type', 'application/scim+json'] as const]
  const headers = [
    ['Host', random.chance(0.97) ? 'localhost' : aHeaderValue(random)] as const,
    ['Authorization', random.chance(0.95) ? `Bearer ${connection.token}` : aCredential(random, connection.token)] as const,
    ...(strange ? [...mediaType, ...strange.headers] : []),
    ...(random.chance(0.15) ? random.list(1, 3, () => aHeader(random)) : []),
  ]
  return { method, target, headers, body: strange?.bytes ?? Buffer.alloc(0) }
}

interface Start {
  readonly method: string
  readonly target: string
  readonly strange: StrangeBody | undefined
}

/** A method and a path that fit, with a body that is at least of the right kind. */
function aSensibleStart(random: Random, { connection, ids }: { connection: AimConnection; ids: readonly string[] }): Start {
  const base = `/${connection.slug}/scim/v2`
  const endpoint = random.chance(0.7) ? 'Users' : 'Groups'
  const one = `${base}/${endpoint}/${toEscaped(anId(random, ids))}`
  const query = random.chance(0.3) ? `?${aQuery(random)}` : ''
  const body = (kind: ScimBodyKind) => asBytes(Buffer.from(aScimBody(random, ids, kind)))
  const resource = endpoint === 'Users' ? 'user' : 'group'
  switch (random.below(12)) {
    case 0:
    case 1:
      return { method: 'POST', target: `${base}/${endpoint}${query}`, strange: body(resource) }
    case 2:
      return { method: 'PUT', target: one + query, strange: body(resource) }
    case 3:
    case 4:
    case 5:
      return { method: 'PATCH', target: one + query, strange: body('patch') }
    case 6:
      return { method: 'GET', target: one + query, strange: undefined }
    case 7:
      return random.chance(0.2)
        ? { method: 'DELETE', target: one, strange: undefined }
        : { method: 'POST', target: `${base}/Bulk`, strange: body('bulk') }
    case 8:
      return { method: 'POST', target: `${base}/${random.pick(['', 'Users/', 'Groups/'])}.search`, strange: body('search') }
    default:
      return { method: 'GET', target: `${base}/${endpoint}?${aQuery(random)}`, strange: undefined }
  }
}

function aStrangeStart(random: Random, aimed: { connection: AimConnection; ids: readonly string[] }): Start {
  const method = random.pick(methods)
  const isBare = method === 'GET' && random.chance(0.9)
  return { method, target: aTarget(random, aimed), strange: isBare ? undefined : aStrangeBody(random, aimed.ids) }
}
