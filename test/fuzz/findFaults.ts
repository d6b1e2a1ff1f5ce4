import { urns } from '#contract/scim/urns.ts'
import { isObject } from '../../server/protocol/json.ts'
import type { WireReply } from './readReplies.ts'
import type { StrangeRequest } from './requestBytes.ts'
import type { Outcome } from './wire.ts'

/** What is wrong with the way a request was answered; empty where nothing is. */
export function findFaults(request: StrangeRequest, outcome: Outcome): string[] {
  const faults = outcome.replies.flatMap(findFaultsOfReply)
  if (outcome.end === 'hung') faults.push('hung')
  if (request.ending === 'keep' && outcome.replies.length < request.methods.length)
    faults.push(`${outcome.end} without an answer`)
  // Where we cut the connection off, a reply may be half there.
  if (request.ending !== 'reset' && outcome.rest.length > 0)
    faults.push(`bytes that are no reply: ${outcome.rest.subarray(0, 200).toString('latin1')}`)
  return faults
}

/** 503 is what a paused connection answers, 501 what discovery calls unsupported. */
const documented: ReadonlySet<number> = new Set([501, 503])

function findFaultsOfReply({ status, headers, body, isHead }: WireReply): string[] {
  const faults: string[] = []
  if (status >= 500 && !documented.has(status)) faults.push(`status ${status}`)
  if (status === 503 && !headers.has('retry-after')) faults.push('503 without Retry-After')
  if (status === 401 && !headers.has('www-authenticate')) faults.push('401 without WWW-Authenticate')
  if (status === 405 && !headers.has('allow')) faults.push('405 without Allow')
  if (isHead || status === 204 || status === 304) return faults
  if (!headers.get('content-type')?.startsWith('application/scim+json')) return [...faults, `${status} is not SCIM JSON`]
  const told = parse(body)
  if (!isObject(told)) return [...faults, `${status} has no JSON object`]
  if (status >= 400 && (JSON.stringify(told['schemas']) !== JSON.stringify([urns.error]) || told['status'] !== String(status)))
    faults.push(`${status} is no SCIM error`)
  return faults
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    // That it is no JSON is the finding.
    return undefined
  }
}
