import type { LearnerStatus, LearnerSummary } from '#contract/learner.ts'
import type { Attributes, Json, StoredResource } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { foldText } from '../protocol/foldText.ts'

/** A row of `resource`, as far as it makes a resource. */
export interface ResourceRow {
  readonly seq: number
  readonly id: string
  readonly resource_type: StoredResource['resourceType']
  readonly status: LearnerStatus
  readonly created_at: string
  readonly modified_at: string
  readonly version: number
  readonly simulated: number
  readonly document: string
}

/** The columns of `ResourceRow`. */
export const resourceColumns = `resource.seq, resource.id, resource.resource_type, resource.status, resource.created_at,
           resource.modified_at, resource.version, resource.simulated, resource.document`

/** The columns that are found again in the document; they are there to be searched. */
export interface SearchColumns {
  readonly status: LearnerStatus
  readonly folded_name: string
  readonly folded_display: string
  readonly external_id: string | null
}

/** @see ResourceRow */
export function toResource(row: ResourceRow): StoredResource {
  return {
    seq: row.seq,
    id: row.id,
    resourceType: row.resource_type,
    // Written from checked attributes alone.
    attributes: JSON.parse(row.document) as Attributes,
    created: row.created_at,
    lastModified: row.modified_at,
    version: row.version,
    simulated: row.simulated === 1,
  }
}

/** What a resource is searched by. */
export function toSearchColumns(resourceType: StoredResource['resourceType'], attributes: Attributes): SearchColumns {
  return {
    status: attributes['active'] === false ? 'archived' : 'active',
    folded_name: foldText(toUniqueName(resourceType, attributes)),
    folded_display: foldText(toName(attributes)),
    external_id: toText(attributes['externalId']) ?? null,
  }
}

/** The attribute whose value is unique, whatever its case. */
export function uniqueAttribute(resourceType: StoredResource['resourceType']): 'userName' | 'displayName' {
  return resourceType === 'User' ? 'userName' : 'displayName'
}

/** The value of that attribute; empty where there is none. */
export function toUniqueName(resourceType: StoredResource['resourceType'], attributes: Attributes): string {
  return toText(attributes[uniqueAttribute(resourceType)]) ?? ''
}

/** Every e-mail address, folded, each once. */
export function toFoldedEmails(attributes: Attributes): string[] {
  const values = toList(attributes['emails']).map((email) => toText(toObject(email)['value']))
  return [...new Set(values.filter((value) => value !== undefined).map(foldText))]
}

/** A learner as the roster shows it. */
export function toLearnerSummary(
  row: ResourceRow & { readonly group_count: number },
  last: Pick<LearnerSummary, 'lastSuccess' | 'lastFailure'>,
): LearnerSummary {
  const { id, attributes, lastModified, simulated } = toResource(row)
  return {
    id,
    name: toName(attributes),
    userName: toUniqueName('User', attributes),
    status: row.status,
    email: toEmail(attributes) ?? null,
    department: toText(toObject(attributes[urns.enterpriseUser])['department']) ?? null,
    groupCount: row.group_count,
    simulated,
    lastModified,
    ...last,
  }
}

/** How a resource is called on screen: displayName, else the formatted or joined name, else the userName. */
export function toName(attributes: Attributes): string {
  const name = toObject(attributes['name'])
  const joined = [toText(name['givenName']), toText(name['familyName'])].filter((part) => part !== undefined).join(' ')
  return toText(attributes['displayName']) ?? toText(name['formatted']) ?? (joined || (toText(attributes['userName']) ?? ''))
}

/** The primary address, else the one for work, else the first. */
function toEmail(attributes: Attributes): string | undefined {
  const emails = toList(attributes['emails']).map(toObject)
  const best = emails.find((email) => email['primary'] === true) ?? emails.find((email) => email['type'] === 'work') ?? emails[0]
  return best && toText(best['value'])
}

function toText(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function toList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function toObject(value: Json | undefined): Attributes {
  // What is an object and no array has only this shape left.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Attributes) : {}
}
