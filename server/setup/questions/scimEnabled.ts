import type { Action, ExchangeSummary } from '#contract/exchange.ts'
import type { Answer } from '#contract/setup.ts'
import { type Evidence, findExchange } from '../evidence.ts'
import { toLabels, toSentence } from '../providerLabels.ts'
import { proveArchived, proveCreated, proveUpdated } from '../steps/test.ts'

const about = { id: 'scimEnabled', question: 'Is SCIM switched on, here and in the identity provider?' } as const

interface Finding {
  readonly verdict: 'attention' | 'bad'
  readonly finding: string
  readonly fix: string
  readonly exchange?: ExchangeSummary
}

/** How an action is called here, what it is about, and which requests show it. */
const actions = [
  { name: 'create', label: 'Create', noun: 'create', shownBy: ['created'], prove: proveCreated },
  { name: 'update', label: 'Update', noun: 'update', shownBy: ['updated'], prove: proveUpdated },
  { name: 'deactivate', label: 'Deactivate', noun: 'deactivation', shownBy: ['archived'], prove: proveArchived },
] as const satisfies readonly { shownBy: readonly Action[]; [name: string]: unknown }[]

/** Compares the switches here with what arrives, in both directions. */
export function answerScimEnabled(evidence: Evidence): Answer {
  const { settings, provider } = evidence.connection
  const { name } = toLabels(provider)
  const findings = [...readWhole(evidence), ...readActions(evidence)]
  const first = findings.find(({ verdict }) => verdict === 'bad') ?? findings[0]
  if (first) {
    const second = findings.find((one) => one !== first)
    const told = second ? [first, second] : [first]
    return {
      ...about,
      verdict: first.verdict,
      finding: told.map(({ finding }) => finding).join(' '),
      fix: [...new Set(told.map(({ fix }) => fix))].join(' '),
      exchangeIds: told.flatMap(({ exchange }) => (exchange ? [exchange.id] : [])),
    }
  }
  const onHere = `SCIM is on here, with create, update and deactivate${settings.switches.groups ? '' : ', without groups'}.`
  return findExchange(evidence, { simulated: false, authenticated: true })
    ? { ...about, verdict: 'good', finding: `${onHere} ${name} has sent all three.`, fix: null, exchangeIds: [] }
    : { ...about, verdict: 'unknown', finding: `${onHere} Nothing has arrived that tells more.`, fix: null, exchangeIds: [] }
}

/** What stops everything, and groups. */
function readWhole(evidence: Evidence): Finding[] {
  const { service, connection } = evidence
  const { switches, paused } = connection.settings
  const labels = toLabels(connection.provider)
  const findings: Finding[] = []
  if (!switches.scim) {
    findings.push({
      verdict: 'bad',
      finding: 'SCIM is switched off here, so every request is refused.',
      fix: 'Switch "SCIM" on in step 1.',
    })
  }
  if (paused) {
    findings.push({
      verdict: 'bad',
      finding: 'This connection is paused here, so callers are told to come back later.',
      fix: 'End the pause in the settings of this connection.',
    })
  }
  const group = service.stores.exchanges.newest(connection.id, {
    actions: ['groupChanged'],
    simulated: false,
    succeeded: false,
  })
  if (!switches.groups && group?.status === 403) {
    findings.push({
      verdict: 'attention',
      finding: `${labels.name} pushes groups, and groups are switched off here.`,
      fix: `Switch "Groups" on in step 4, or ${labels.groupsOff}.`,
      exchange: group,
    })
  }
  return findings
}

function readActions(evidence: Evidence): Finding[] {
  const { service, connection } = evidence
  const labels = toLabels(connection.provider)
  const isConnected = findExchange(evidence, { simulated: false, authenticated: true }) !== undefined
  return actions.flatMap(({ name, label, noun, shownBy, prove }): Finding[] => {
    if (!connection.settings.switches[name]) {
      const refused = service.stores.exchanges.newest(connection.id, { actions: shownBy, simulated: false, succeeded: false })
      const fix = `Switch "${label}" on in step 4.`
      return refused?.status === 403
        ? [{ verdict: 'bad', finding: `A ${noun} arrives, and "${label}" is switched off here.`, fix, exchange: refused }]
        : [{ verdict: 'attention', finding: `"${label}" is switched off here.`, fix }]
    }
    const { state, exchange } = prove(evidence)
    const hasArrived = (state === 'verified' || state === 'seen') && exchange?.action !== 'lookedUp'
    if (!isConnected || hasArrived) return []
    const lookedUp = exchange?.action === 'lookedUp' ? exchange : undefined
    return [
      {
        verdict: 'attention',
        finding: lookedUp
          ? `"${label}" is on here, and ${labels.name} looked for somebody who is not there yet, but no ${noun} followed.`
          : `"${label}" is on here, but no ${noun} has ever arrived.`,
        fix: toSentence(`${labels.switches[name]}${name === 'create' ? `, and ${labels.assign}` : ''}`),
        ...(lookedUp && { exchange: lookedUp }),
      },
    ]
  })
}
