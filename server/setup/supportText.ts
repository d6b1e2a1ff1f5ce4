import type { Answer, Proof } from '#contract/setup.ts'
import { toScimUrl } from '../service.ts'
import type { Evidence } from './evidence.ts'
import { toLabels, toPlain } from './providerLabels.ts'
import type { Cause } from './questions/logs.ts'
import { proveConnectionTest } from './steps/endpoint.ts'
import { proveArchived, proveCreated, proveUpdated } from './steps/test.ts'

/** What support needs, as plain text: the provider, the errors, what was expected and what happened. Of tokens only the last four. */
export function toSupportText(evidence: Evidence, answers: readonly Answer[], causes: readonly Cause[]): string {
  return [
    ...describeConnection(evidence),
    '',
    'Expected, and what happened',
    ...describeExpectations(evidence),
    '',
    'Errors that are open',
    ...describeErrors(causes),
    '',
    'Troubleshooting',
    ...answers.flatMap(({ question, verdict, finding, fix, at }) => [
      `- ${question} ${verdict.toUpperCase()}: ${toPlain(finding)}${at === undefined ? '' : ` (${at})`}`,
      ...(fix ? [`  To do: ${toPlain(fix)}`] : []),
    ]),
    '',
  ].join('\n')
}

function describeConnection({ service, connection }: Evidence): string[] {
  const { switches, paused } = connection.settings
  const off = Object.entries(switches).flatMap(([name, isOn]) => (isOn ? [] : [name]))
  const tokens = service.tokens.list(connection.id).filter(({ kind }) => kind !== 'simulator')
  return [
    `Rollcall ${service.version}, ${service.now()}`,
    `Connection: ${connection.name} (${connection.slug})`,
    `Identity provider: ${connection.provider ? `${toLabels(connection.provider).name} (${connection.provider})` : 'not chosen'}`,
    `Listening on: ${service.addresses.scim}`,
    `Public URL: ${service.getPublicUrl() ?? 'none'}`,
    `SCIM URL: ${toScimUrl(service, connection.slug)}`,
    `Tokens: ${tokens.map(({ label, lastFour, status }) => `${label} …${lastFour} ${status}`).join(', ') || 'none'}`,
    `Switched off here: ${off.join(', ') || 'nothing'}${paused ? ' (paused)' : ''}`,
  ]
}

function describeExpectations(evidence: Evidence): string[] {
  const { name } = toLabels(evidence.connection.provider)
  const expectations: readonly (readonly [string, Proof])[] = [
    [`${name} sends a request with an active token`, proveConnectionTest(evidence)],
    [`${name} creates a user and is answered 201`, proveCreated(evidence)],
    [`${name} updates a user and is answered 200 or 204`, proveUpdated(evidence)],
    [`${name} deactivates a user and is answered 200 or 204`, proveArchived(evidence)],
  ]
  return expectations.map(([expected, proof]) => `- Expected: ${expected}. Happened: ${describeProof(proof)}`)
}

function describeProof({ state, exchange, problem, instead }: Proof): string {
  if (!exchange) return 'nothing arrived.'
  if (instead && state !== 'verified') return `${state}; ${instead.exchange.receivedAt} ${instead.sentence}`
  const newest = problem?.exchange ?? exchange
  const line = `${newest.receivedAt} ${newest.method} ${newest.target} was answered ${newest.status} (${newest.sentence})`
  return `${state}; ${line}${problem ? `: ${problem.explanation.title}` : ''}.`
}

function describeErrors(causes: readonly Cause[]): string[] {
  if (causes.length === 0) return ['- none']
  return causes.flatMap(({ row, explanation }) => [
    `- ${row.method} ${row.route} ${row.status}${row.scimType ? ` ${row.scimType}` : ''}: ${explanation.title}, ${row.count} ×, last ${row.lastAt}`,
    ...(row.lastDetail ? [`  Answered: ${row.lastDetail}`] : []),
    `  ${toPlain(explanation.meaning)}`,
  ])
}
