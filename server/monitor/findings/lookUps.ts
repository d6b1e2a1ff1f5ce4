import { isObject } from '../../protocol/json.ts'
import type { Trace } from '../../storage/recentTraces.ts'
import { findText } from '../jsonObject.ts'
import { readSimpleFilter, type SimpleFilter } from '../readAction.ts'
import { once } from './once.ts'
import { ageOf, byCaller, type Detector, minutes, type Scene, type Sight, seconds, timeOf } from './scene.ts'

/** Okta creates within seconds of its look-up; others may take their time. */
const graceMs = (caller: string) => (caller === 'okta' ? 10 * seconds : 2 * minutes)

/** Whether a look-up is known to be one: a test of the connection may look for a single person whom nobody can be, as OneLogin's does. */
export const isSurePerson = ({ caller }: Pick<Sight, 'caller'>): boolean => caller === 'okta' || caller === 'entra'

/** CRE-03: people are looked up, nobody is found, and they are not created. */
export const findLookedUpNotCreated: Detector = (scene) => {
  const lookUps = listMissed(scene)
  if (lookUps.length === 0) return []
  const attempts = [
    ...scene.recent('created'),
    ...scene.recent('created', 'failed'),
    ...scene.recent('created', 'spoilt'),
    ...scene.recent('restored'),
  ]
  return byCaller(lookUps).flatMap(([caller, missed]) => {
    const own = attempts.filter((attempt) => attempt.caller === caller)
    const lastCreated = Math.max(0, ...own.filter(({ status }) => status > 0 && status < 400).map(({ id }) => id))
    const exchanges = missed.filter(
      (lookUp) =>
        scene.isShown(lookUp) &&
        lookUp.id > lastCreated &&
        ageOf(scene, lookUp) > graceMs(caller) &&
        !own.some((attempt) => follows(attempt, lookUp, graceMs(caller))),
    )
    const people = new Set(exchanges.map(({ sought }) => sought.value.toLowerCase()))
    if (people.size === 0 || (people.size === 1 && !exchanges.some(isSurePerson))) return []
    return [{ id: 'lookedUpNotCreated', exchanges, subject: toPeople(people.size) }]
  })
}

/** CRE-02: a look-up by another attribute than userName finds nobody, and the create then meets the one who is there. */
export const findLookUpMissedHolder: Detector = (scene) => {
  const pairs = listOpenConflicts(scene).flatMap((conflict) => (conflict.lookUp ? [{ conflict, lookUp: conflict.lookUp }] : []))
  const [newest] = pairs
  if (!newest) return []
  const exchanges = pairs.flatMap(({ conflict, lookUp }) => [conflict, lookUp])
  return [{ id: 'lookUpMissedHolder', exchanges, subject: keys.get(newest.lookUp.sought.attribute) ?? '' }]
}

/** A create of a learner that met somebody, and did not succeed later on. */
interface OpenConflict extends Trace {
  /** The name that was taken. */
  readonly name: string
  /** The look-up before it that missed the holder, since it was not by userName. */
  readonly lookUp: LookUp | undefined
}

/** Newest first. */
export const listOpenConflicts = once((scene: Scene): OpenConflict[] => {
  const conflicts = scene.recent('created', 'failed').filter((trace) => trace.status === 409 && scene.isShown(trace))
  if (conflicts.length === 0) return []
  // Oldest first, so that the newest is the one that is kept.
  const created = new Map(
    scene
      .recent('created')
      .map((trace) => [readName(trace), trace.id] as const)
      .reverse(),
  )
  const missed = listMissed(scene).filter(({ sought }) => sought.attribute !== 'username')
  const toConflict = (trace: Trace): OpenConflict => ({
    ...trace,
    name: readName(trace),
    lookUp: missed.find((one) => one.caller === trace.caller && follows(trace, one, minutes)),
  })
  return conflicts.map(toConflict).filter(({ id, name }) => (created.get(name) ?? 0) < id)
})

/** Whom or what a write is about: the name that must not be another's, whatever its case. */
const readName = once(({ requestBody, resourceName, target }: Trace): string => {
  const body = parseBody(requestBody)
  return (findText(body, 'userName') ?? findText(body, 'displayName') ?? resourceName ?? target).toLowerCase()
})

function parseBody(text: string | null) {
  try {
    const body: unknown = JSON.parse(text ?? 'null')
    return isObject(body) ? body : undefined
  } catch {
    // What does not parse names nobody.
    return undefined
  }
}

type LookUp = Trace & { readonly sought: SimpleFilter }

/** What people are looked up by, in lower case, and how it is spelled. */
const keys: ReadonlyMap<string, string> = new Map([
  ['username', 'userName'],
  ['externalid', 'externalId'],
  ['emails', 'e-mail address'],
])

/** Look-ups of one person that found nobody. Newest first. */
export const listMissed = once((scene: Scene): LookUp[] => scene.recent('lookedUp').flatMap((trace) => toMissed(trace) ?? []))

const toMissed = once((trace: Trace): LookUp | undefined => {
  if (!trace.foundNobody || trace.resourceType !== 'User') return undefined
  const query = trace.target.slice(trace.target.indexOf('?') + 1)
  const sought = readSimpleFilter(new URLSearchParams(query).get('filter') ?? undefined)
  return sought && keys.has(sought.attribute) ? { ...trace, sought } : undefined
})

function follows(later: Sight, earlier: Sight, withinMs: number): boolean {
  return later.id > earlier.id && timeOf(later) - timeOf(earlier) <= withinMs
}

export const toPeople = (count: number): string => (count === 1 ? 'one person' : `${count} people`)
