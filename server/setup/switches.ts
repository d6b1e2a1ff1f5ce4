import type { SwitchStanding } from '#contract/setup.ts'
import type { Evidence } from './evidence.ts'
import { toLabels, toSentence } from './providerLabels.ts'

type SwitchName = SwitchStanding['name']

/** How a switch is labelled here, what comes for it, and which explanation its refusals have. */
const switches = [
  { name: 'create', label: 'Create learners', one: 'A create', many: 'creates', refusal: 'createSwitchedOff' },
  { name: 'update', label: 'Update learners', one: 'An update', many: 'updates', refusal: 'updateSwitchedOff' },
  {
    name: 'deactivate',
    label: 'Archive learners (deactivate)',
    one: 'A deactivation',
    many: 'deactivations',
    refusal: 'deactivateSwitchedOff',
  },
  { name: 'groups', label: 'Groups', one: 'A group', many: 'groups', refusal: 'groupsSwitchedOff' },
] as const satisfies readonly { readonly name: SwitchName; readonly [text: string]: string }[]

/** Each switch here beside what really arrives for it, in both directions. */
export function readSwitches(evidence: Evidence): SwitchStanding[] {
  const neverSeen = new Set<SwitchName>(evidence.listNeverSeen())
  return switches.map((one) => {
    if (!evidence.connection.settings.switches[one.name]) return readOff(evidence, one)
    return neverSeen.has(one.name) ? tellAbsent(evidence, one) : toFitting(one.name)
  })
}

type SwitchWords = (typeof switches)[number]

const toFitting = (name: SwitchName): SwitchStanding => ({
  name,
  standing: 'fits',
  sentence: null,
  fix: null,
  count: 0,
  lastAt: null,
  exchangeId: null,
})

/** What arrives is refused by policy. Nobody can tell there why, unless they read our answer. */
function readOff({ service, connection }: Evidence, { name, label, one, many, refusal }: SwitchWords): SwitchStanding {
  const { count, newest } = service.stores.traces.refusedBy(connection.id, refusal)
  if (!newest) return toFitting(name)
  const labels = toLabels(connection.provider)
  const arrives = count === 1 ? `${one} arrived and was refused` : `${count} ${many} arrived and were refused`
  const offThere = name === 'groups' ? labels.groupsOff : `switch it off in ${labels.name} too`
  return {
    name,
    standing: 'offButArrives',
    sentence: `${arrives}, because “${label}” is off here.`,
    fix: `Switch “${label}” on here, in step 4. If it is meant to be off: ${offThere}.`,
    count,
    lastAt: newest.receivedAt,
    exchangeId: newest.id,
  }
}

function tellAbsent({ connection }: Evidence, { name, label }: SwitchWords): SwitchStanding {
  const labels = toLabels(connection.provider)
  const fix = name === 'groups' ? null : toSentence(labels.switches[name])
  return { ...toFitting(name), standing: 'onButAbsent', sentence: toAbsence(name, { label, provider: labels.name }), fix }
}

function toAbsence(name: SwitchName, { label, provider }: { label: string; provider: string }): string {
  const on = `“${label}” is on here, and`
  return name === 'create'
    ? `${on} ${provider} looks people up without creating them.`
    : `${on} in a week or more ${provider} has created people and never ${name === 'update' ? 'changed' : 'archived'} one.`
}
