import type { Action, ExchangeSummary } from '#contract/exchange.ts'
import { guides, toExpectedCaller } from '#contract/guides/findGuide.ts'
import { type Caller, otherCallers } from '#contract/provider.ts'
import { isSurePerson, listMissed } from './lookUps.ts'
import { ageOf, type Detector, hours, minutes, type Scene, seconds, toDuration } from './scene.ts'

/** Providers that call even when nothing has changed. Others call when something happens, so that their silence says nothing. */
const rhythms = new Map(
  guides.flatMap(({ recognition: { caller }, rhythm: { callsEverySeconds } }): [Caller, number][] =>
    caller === null || caller === 'any' || callsEverySeconds === null ? [] : [[caller, callsEverySeconds * seconds]],
  ),
)
/** So many calls may be left out before it is called silence. */
const missedCalls = 3
/** How long a setup is given to come to its next step. */
const patienceMs = 10 * minutes
const refusedPatienceMs = hours

const work: readonly Action[] = ['created', 'updated', 'archived', 'restored', 'deleted', 'groupChanged']

/** CONN-02: a token was handed out, and no request has come at all. */
export const findNothingArrived: Detector = ({ service, connection, nowMs, newest }) => {
  const token = service.tokens.list(connection.id).find(({ kind, status }) => kind === 'screen' && status === 'active')
  if (!token || !connection.setup.tokenStored || nowMs - Date.parse(token.createdAt) < patienceMs) return []
  if (newest({ succeeded: true }) ?? newest({ succeeded: false })) return []
  // One that names no connection has reached this computer all the same.
  const exchanges = service.stores.exchanges.listNewest(connection.id, { simulated: 'no', limit: 20 })
  return exchanges.some(({ caller }) => caller !== 'rollcall') ? [] : [{ id: 'nothingArrived', exchanges: [], subject: '' }]
}

/** CRE-08 and its like: the connection works, and nobody is ever sent. */
export const findOnlyTested: Detector = (scene) => {
  const { newest, recent } = scene
  // Where somebody has been at work, nothing else need be looked at.
  if ([true, false].some((succeeded) => newest({ actions: work, succeeded, authenticated: true }) !== undefined)) return []
  const exchanges = [...recent('tested'), ...recent('lookedUp'), ...listDiscovered(scene)]
    .filter(scene.isShown)
    .sort((one, other) => other.id - one.id)
  const oldest = exchanges.at(-1)
  if (!oldest || ageOf(scene, oldest) < patienceMs || !isTest(scene)) return []
  return [{ id: 'onlyTested', exchanges, subject: '' }]
}

/** CONN-19 and AUTH-02: what worked before was refused, and then the provider gave up. */
export const findStoppedAfterRefusal: Detector = (scene) =>
  otherCallers
    .filter((caller) => isExpected(scene, caller))
    .flatMap((caller) => {
      const last = scene.last(caller)
      if (last?.status !== 401 || ageOf(scene, last) < refusedPatienceMs) return []
      if (!findAccepted(scene, caller) || (caller === 'unknown' && !wasOurs(scene, last))) return []
      return [{ id: 'stoppedAfterRefusal', exchanges: [last], subject: toDuration(ageOf(scene, last)) }]
    })

/** CRE-11, DEA-03, DEA-08 and CONN-22: longer without a call than the provider's rhythm allows. */
export const findSilent: Detector = (scene) =>
  [...rhythms].flatMap(([caller, rhythmMs]) => {
    const last = scene.last(caller)
    if (!last || last.status === 401 || !isExpected(scene, caller)) return []
    // Who never was at work is told about by `findOnlyTested`.
    if (!scene.newest({ caller, actions: [...work, 'lookedUp'], succeeded: true })) return []
    const listeningMs = scene.nowMs - Date.parse(scene.service.startedAt)
    if (Math.min(ageOf(scene, last), listeningMs) < missedCalls * rhythmMs) return []
    return [{ id: 'silent', exchanges: [last], subject: toDuration(ageOf(scene, last)) }]
  })

/** What is offered can be read without a token; a known provider reads it for a connection. */
function listDiscovered({ newest }: Scene): ExchangeSummary[] {
  const callers = otherCallers.filter((caller) => caller !== 'unknown')
  return callers.flatMap((caller) => newest({ actions: ['discovered'], caller, succeeded: true }) ?? [])
}

/** OneLogin tests a connection by looking for one person whom nobody can be; whoever looks for more is at work. */
function isTest(scene: Scene): boolean {
  const missed = listMissed(scene)
  const people = new Set(missed.map(({ sought }) => sought.value))
  return missed.length === scene.recent('lookedUp').length && people.size <= 1 && !missed.some(isSurePerson)
}

/** Whom the connection was set up for before may well be silent. */
function isExpected({ connection: { provider } }: Scene, caller: Caller): boolean {
  const expected = provider === null ? undefined : toExpectedCaller(provider)
  // Whom nothing names may be anybody.
  return !expected || expected === caller
}

const findAccepted = ({ newest }: Scene, caller: Caller) => newest({ caller, succeeded: true, authenticated: true })

/** A stranger's 401 says nothing; one with a token that was good before does. */
function wasOurs({ service }: Scene, { id }: ExchangeSummary): boolean {
  const why = service.stores.exchanges.get(id)?.refusedCredential
  return why === 'revoked' || why === 'expired'
}
