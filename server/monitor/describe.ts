import type { Action, RefusedCredential } from '#contract/exchange.ts'
import { findGuide } from '#contract/guides/findGuide.ts'
import { callerNames } from '#contract/provider.ts'
import { checkParameters } from '../reach/reachRegistry.ts'
import type { Malformed, MetFault } from './arrival.ts'
import { describeBulk, readBulkAction } from './describeBulk.ts'
import { describeRead } from './describeRead.ts'
import { describeAttempt, describeWrite, toAttemptedName } from './describeWrite.ts'
import type { Observation } from './observation.ts'
import { isSuccess, readAction } from './readAction.ts'
import { toResourceName, toShown } from './shown.ts'

/** What an exchange meant, in a word, in a sentence, and whom it was about. */
export interface Description {
  readonly action: Action
  /** "Okta created Maya Lindqvist": without a full stop, on one line. */
  readonly sentence: string
  readonly resourceName: string | null
}

/** Says what an exchange meant. Texts in it come from outside: cut, on one line, never to be taken as markup. */
export function describe(observation: Observation): Description {
  const { bulk } = observation
  if (bulk) {
    return {
      action: readBulkAction(observation, bulk),
      sentence: `${toSubject(observation)} ${describeBulk(bulk)}${toFaultNote(observation)}`,
      resourceName: null,
    }
  }
  const action = readAction(observation)
  if (observation.caller === 'rollcall') return { action, sentence: describeCheck(observation), resourceName: null }
  return {
    action,
    sentence: `${toSubject(observation)} ${toPredicate(observation, action)}${toFaultNote(observation)}`,
    resourceName: readName(observation),
  }
}

/** A check of our own must not be taken for a provider's request. */
function describeCheck({ query, path, status }: Observation): string {
  const check = checkParameters.outside in query ? 'checked itself from outside' : 'checked that it answers on this machine'
  return `Rollcall ${check}${status === 200 ? '' : `, and came to ${toShown(path)}`}`
}

/** Nobody is recognised by the choice of provider: it only says whose token that is. */
function toSubject({ caller, connection, credential }: Observation): string {
  const provider = connection?.provider ?? null
  if (caller !== 'unknown' || credential.kind !== 'accepted' || provider === null || provider === 'other')
    return callerNames[caller]
  return `A client with ${findGuide(provider).name}'s token`
}

const refusals: Readonly<Record<RefusedCredential, string>> = {
  missing: 'it sent no token',
  noScheme: 'the word Bearer is missing before the token',
  wrongScheme: 'it did not use Bearer authentication',
  doubledScheme: 'the word Bearer stands twice',
  quoted: 'the token stands in quotes',
  containsSpace: 'the token has a space in it',
  empty: 'nothing follows the word Bearer',
  cut: 'the token is not whole',
  revoked: 'the token was replaced or revoked',
  expired: 'the token has expired',
  otherConnection: 'the token belongs to another connection',
  unknown: 'the token is not known here',
}

const malformations: Readonly<Record<Malformed, string>> = {
  aborted: 'went away before its request was complete',
  brokenJson: 'sent a body that is not JSON',
  emptyBody: 'sent no body where one is needed',
  notAnObject: 'sent a body that is not a JSON object',
  tooLarge: 'sent a body over 1 MiB',
  mediaType: 'sent a body of a media type that is not accepted',
  tls: 'spoke TLS to a port of plain HTTP',
  notHttp: 'sent something that is not HTTP',
  badUrl: 'asked for a path that cannot be decoded',
}

function toPredicate(observation: Observation, action: Action): string {
  const { credential, malformed, method, path, status, target } = observation
  if (status === 401 && credential.kind === 'refused') return `was refused: ${refusals[credential.why]}`
  if (malformed !== null) return malformations[malformed]
  if (status === 0) return 'went away before it was answered'
  const shownPath = toShown(path)
  if (status === 405) return `sent ${toShown(method, 20)} to ${shownPath}, which does not take it`
  if (status === 501) return `asked for ${shownPath}, which is not supported`
  if (target.kind === 'other' && status === 404) return toUnknownPath(method, shownPath)
  if (target.kind === 'bulk') return `could not do operations in bulk${toReason(observation)}`
  if (action === 'unknown')
    return isSuccess(observation) ? `asked for ${shownPath}` : `sent ${toShown(method, 20)} to ${shownPath} in vain`
  const isRead = method === 'GET' || method === 'HEAD' || target.kind === 'search'
  if (isSuccess(observation)) return isRead ? describeRead(observation, action).done : describeWrite(observation, action)
  return `could not ${isRead ? describeRead(observation, action).aim : describeAttempt(observation, action)}${toReason(observation)}`
}

function toUnknownPath(method: string, path: string): string {
  return method === 'GET'
    ? `asked for ${path}, which does not exist`
    : `sent ${toShown(method, 20)} to ${path}, which does not exist`
}

/** Only what the reader can change here, or must know is ours. */
function toReason({ fault, status, switchedOff }: Observation): string {
  switch (switchedOff) {
    case 'paused':
      return ': the connection is paused'
    case 'scim':
      return ': SCIM is switched off'
    case 'create':
      return ': Create is switched off'
    case 'update':
      return ': Update is switched off'
    case 'deactivate':
      return ': Deactivate is switched off'
    case 'groups':
      return ': Groups are switched off'
    case null:
      return status >= 500 && fault === null ? ': Rollcall failed' : ''
  }
}

/** Whatever a request came to, a fault on purpose is told with it. */
function toFaultNote({ fault }: Observation): string {
  if (fault === null) return ''
  return `: fault on purpose, ${toFaultWords(fault)}`
}

function toFaultWords({ kind, seconds, hasCallerLeft }: MetFault): string {
  switch (kind) {
    case 'delay':
      return hasCallerLeft ? `held for ${seconds} s, and the caller had gone` : `held for ${seconds} s`
    case 'cut':
      return 'the connection was cut before the reply'
    case 'truncated':
      return 'the reply was cut short'
    case 'html':
      return 'an HTML page was answered'
    default:
      return `${kind} was answered`
  }
}

/** Nobody is named by a request that was not let in. */
function readName(observation: Observation): string | null {
  const { after, before, credential, target } = observation
  if (credential.kind === 'refused' || target.kind === 'other' || target.kind === 'bulk' || target.kind === 'discovery')
    return null
  return isSuccess(observation) ? toResourceName(after ?? before) : toAttemptedName(observation)
}
