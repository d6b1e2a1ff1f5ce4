import type { Action, FaultKind, HttpMessage, RefusedCredential } from '#contract/exchange.ts'
import type { Caller } from '#contract/provider.ts'
import { markAsJson } from './exchangeMark.ts'
import type { NewExchange, StoredExchange } from './storedExchange.ts'

/** A row of `exchange`, as far as it makes a line of the list. */
export interface SummaryRow {
  readonly id: number
  readonly received_at: string
  readonly duration_ms: number
  readonly method: string
  readonly target: string
  readonly status: number
  readonly scim_type: string | null
  readonly action: Action
  readonly sentence: string
  readonly caller: Caller
  readonly token_last_four: string | null
  readonly resource_type: 'User' | 'Group' | null
  readonly resource_id: string | null
  readonly explanation_id: string | null
  readonly simulation: string | null
  readonly tolerance_count: number
  readonly fault: FaultKind | null
  /** JSON; null where nobody marked it. */
  readonly mark: string | null
  readonly subject_keys: string | null
}

/** The columns of `SummaryRow`. */
export const summaryColumns = `exchange.id, exchange.received_at, exchange.duration_ms, exchange.method, exchange.target,
           exchange.status, exchange.scim_type, exchange.action, exchange.sentence, exchange.caller, exchange.token_last_four,
           exchange.resource_type, exchange.resource_id, exchange.explanation_id, exchange.simulation, exchange.tolerance_count,
           exchange.fault, exchange.subject_keys,
           (SELECT ${markAsJson}
              FROM exchange_mark
             WHERE exchange_mark.exchange_id = exchange.id) AS mark`

/** @see isShown */
export interface ShownParams {
  readonly cleared_to: number
}

/** Whether an exchange is still in a list that was cleared up to the exchange `@cleared_to`. */
export const isShown = `(exchange.id > @cleared_to
                OR exchange.id IN (SELECT exchange_id
                                     FROM exchange_mark
                                    WHERE kept_to >= @cleared_to))`

/** Whether an exchange touched the resource `@resource_id`, by itself, in bulk or by a membership. */
export const touches = `exchange.id IN (
            SELECT id
              FROM exchange
             WHERE resource_id = @resource_id
             UNION ALL
            SELECT exchange_id
              FROM bulk_resource
             WHERE resource_id = @resource_id
             UNION ALL
            SELECT exchange_id
              FROM membership_change
             WHERE member_id = @resource_id)`

/** All of a row of `exchange`. */
export interface ExchangeRow extends SummaryRow {
  readonly connection_id: number | null
  readonly route: string
  readonly token_id: number | null
  readonly refused_credential: RefusedCredential | null
  readonly resource_name: string | null
}

/** All of a row that is written when it is made. */
export type NewRow = Omit<ExchangeRow, 'id' | 'mark'>

/** A row of `exchange_content`: what no list reads. Headers and the last four but one are JSON. */
export interface ContentRow {
  readonly request_line: string
  readonly request_headers: string
  readonly request_body: string | null
  readonly request_size_bytes: number
  readonly response_line: string
  readonly response_headers: string
  readonly response_body: string | null
  readonly response_size_bytes: number
  readonly changes: string
  readonly changed_nothing: number
  readonly not_kept: string
  readonly tolerances: string
  readonly detail: string | null
}

/** About how many bytes an exchange takes; exact enough for a limit in megabytes. */
export function measure(content: ContentRow): number {
  const { request_headers, request_body, response_headers, response_body, changes, tolerances } = content
  const texts = [request_headers, request_body, response_headers, response_body, changes, tolerances]
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), restBytes)
}

/** Of both rows and their places in indexes, without what `measure` counts. */
const restBytes = 900

/** The columns of `ExchangeRow` and `ContentRow`. */
export const wholeColumns = `${summaryColumns}, exchange.connection_id, exchange.route, exchange.token_id,
           exchange.refused_credential, exchange.resource_name, content.request_line, content.request_headers,
           content.request_body, content.request_size_bytes, content.response_line, content.response_headers,
           content.response_body, content.response_size_bytes, content.changes, content.changed_nothing, content.not_kept,
           content.tolerances, content.detail`

/** @see ExchangeRow */
export function toExchangeRow(exchange: NewExchange): NewRow {
  return {
    connection_id: exchange.connectionId,
    received_at: exchange.receivedAt,
    duration_ms: exchange.durationMs,
    method: exchange.method,
    target: exchange.target,
    route: exchange.route,
    status: exchange.status,
    scim_type: exchange.scimType,
    action: exchange.action,
    sentence: exchange.sentence,
    caller: exchange.caller,
    token_id: exchange.tokenId,
    token_last_four: exchange.tokenLastFour,
    refused_credential: exchange.refusedCredential,
    resource_type: exchange.resourceType,
    resource_id: exchange.resourceId,
    resource_name: exchange.resourceName,
    explanation_id: exchange.explanationId,
    simulation: exchange.simulation,
    tolerance_count: exchange.tolerances.length,
    fault: exchange.fault,
    subject_keys: exchange.subjectKeys,
  }
}

/** @see ContentRow */
export function toContentRow({ request, response, ...exchange }: NewExchange): ContentRow {
  return {
    request_line: request.line,
    request_headers: JSON.stringify(request.headers),
    request_body: request.body,
    request_size_bytes: request.sizeBytes,
    response_line: response.line,
    response_headers: JSON.stringify(response.headers),
    response_body: response.body,
    response_size_bytes: response.sizeBytes,
    changes: JSON.stringify(exchange.changes),
    changed_nothing: exchange.changedNothing ? 1 : 0,
    not_kept: JSON.stringify(exchange.notKept),
    tolerances: JSON.stringify(exchange.tolerances),
    detail: exchange.detail,
  }
}

/** The whole exchange. What is JSON in the row was written by `toContentRow` alone, and has the type that went in. */
export function toExchange(row: ExchangeRow & ContentRow): StoredExchange {
  return {
    id: row.id,
    connectionId: row.connection_id,
    receivedAt: row.received_at,
    durationMs: row.duration_ms,
    method: row.method,
    target: row.target,
    route: row.route,
    status: row.status,
    scimType: row.scim_type,
    action: row.action,
    sentence: row.sentence,
    caller: row.caller,
    tokenId: row.token_id,
    tokenLastFour: row.token_last_four,
    refusedCredential: row.refused_credential,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    explanationId: row.explanation_id,
    simulation: row.simulation,
    fault: row.fault,
    subjectKeys: row.subject_keys,
    tolerances: JSON.parse(row.tolerances) as StoredExchange['tolerances'],
    request: {
      line: row.request_line,
      headers: JSON.parse(row.request_headers) as HttpMessage['headers'],
      body: row.request_body,
      sizeBytes: row.request_size_bytes,
    },
    response: {
      line: row.response_line,
      headers: JSON.parse(row.response_headers) as HttpMessage['headers'],
      body: row.response_body,
      sizeBytes: row.response_size_bytes,
    },
    changes: JSON.parse(row.changes) as StoredExchange['changes'],
    changedNothing: row.changed_nothing === 1,
    notKept: JSON.parse(row.not_kept) as StoredExchange['notKept'],
    detail: row.detail,
  }
}
