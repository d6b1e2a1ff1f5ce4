import type { Answer, SwitchStanding } from '#contract/setup.ts'
import { type Evidence, findExchange } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'
import { proveArchived, proveCreated, proveUpdated } from '../steps/test.ts'
import { readSwitches } from '../switches.ts'

const about = { id: 'scimEnabled', question: 'Is SCIM switched on, here and in the identity provider?' } as const

interface Finding {
  readonly verdict: 'attention' | 'bad'
  readonly finding: string
  readonly fix: string
  readonly exchangeId: number | null
}

/** How an action is called here, and what shows it. */
const actions = [
  { name: 'create', label: 'Create learners', noun: 'create', prove: proveCreated },
  { name: 'update', label: 'Update learners', noun: 'update', prove: proveUpdated },
  { name: 'deactivate', label: 'Archive learners (deactivate)', noun: 'deactivation', prove: proveArchived },
] as const

/** Compares the switches here with what arrives, in both directions. */
export function answerScimEnabled(evidence: Evidence): Answer {
  const { settings, provider } = evidence.connection
  const { name } = toLabels(provider)
  const standings = readSwitches(evidence).filter(({ standing }) => standing !== 'fits')
  const findings = [
    ...readWhole(evidence),
    ...standings.flatMap(toFinding),
    ...readActions(evidence, new Set(standings.map((one) => one.name))),
  ]
  const first = findings.find(({ verdict }) => verdict === 'bad') ?? findings[0]
  if (first) {
    // What is wrong is not watered down by what may be.
    const told = findings.filter(({ verdict }) => verdict === first.verdict).slice(0, 2)
    return {
      ...about,
      verdict: first.verdict,
      finding: told.map(({ finding }) => finding).join(' '),
      fix: [...new Set(told.map(({ fix }) => fix))].join(' '),
      exchangeIds: told.flatMap(({ exchangeId }) => exchangeId ?? []),
    }
  }
  const onHere = `SCIM is on here, with create, update and deactivate${settings.switches.groups ? '' : ', without groups'}.`
  return findExchange(evidence, { simulated: false, authenticated: true })
    ? { ...about, verdict: 'good', finding: `${onHere} ${name} has sent all three.`, fix: null, exchangeIds: [] }
    : { ...about, verdict: 'unknown', finding: `${onHere} Nothing has arrived that tells more.`, fix: null, exchangeIds: [] }
}

/** What stops everything. */
function readWhole({ connection }: Evidence): Finding[] {
  const { switches, paused } = connection.settings
  const findings: Finding[] = []
  if (!switches.scim) {
    findings.push({
      verdict: 'bad',
      finding: 'SCIM is switched off here, so every request is refused.',
      fix: 'Switch “SCIM” on here, in step 4.',
      exchangeId: null,
    })
  }
  if (paused) {
    findings.push({
      verdict: 'bad',
      finding: 'This connection is paused here, so callers are told to come back later.',
      fix: 'End the pause in the settings of this connection.',
      exchangeId: null,
    })
  }
  return findings
}

/** What arrives and is off here, or is on here and never arrives. */
function toFinding({ name, standing, sentence, fix, lastAt, exchangeId }: SwitchStanding): Finding[] {
  if (sentence === null || fix === null) return []
  const last = lastAt === null ? '' : ` The last one came at ${toMinute(lastAt)}.`
  // Groups are switched off on purpose more often than not.
  const verdict = standing === 'offButArrives' && name !== 'groups' ? 'bad' : 'attention'
  return [{ verdict, finding: `${sentence}${last}`, fix, exchangeId }]
}

/** Where neither is to be told yet: what is off, and what was not tried so far. */
function readActions(evidence: Evidence, told: ReadonlySet<string>): Finding[] {
  const { connection } = evidence
  const labels = toLabels(connection.provider)
  const isConnected = findExchange(evidence, { simulated: false, authenticated: true }) !== undefined
  return actions.flatMap(({ name, label, noun, prove }): Finding[] => {
    if (told.has(name)) return []
    if (!connection.settings.switches[name]) {
      return [
        {
          verdict: 'attention',
          finding: `“${label}” is off here.`,
          fix: `Switch “${label}” on here, in step 4.`,
          exchangeId: null,
        },
      ]
    }
    const { state, problem, instead } = prove(evidence)
    const hasArrived = state === 'verified' || problem !== null
    if (!isConnected || hasArrived) return []
    if (instead) {
      return [{ verdict: 'attention', finding: instead.sentence, fix: instead.fix.join(' '), exchangeId: instead.exchange.id }]
    }
    return [
      {
        verdict: 'attention',
        finding: `“${label}” is on here, and no ${noun} has arrived yet.`,
        fix: `If you have tried one: ${labels.switches[name]}${name === 'create' ? `, and ${labels.assign}` : ''}.`,
        exchangeId: null,
      },
    ]
  })
}

/** `2026-11-20 12:00 UTC`. */
const toMinute = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
