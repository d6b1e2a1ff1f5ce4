// "No request yet" is a diagnosis: each cause, forced, has a sentence of its own
import { describe, expect, it } from 'vitest'
import type { FoundTunnel } from '#contract/reach.ts'
import type { Answer } from '#contract/setup.ts'
import type { CheckOutcome } from '../../../../server/reach/outcome.ts'
import type { ReachFacts } from '../../../../server/reach/readReach.ts'
import { toLabels } from '../../../../server/setup/providerLabels.ts'
import { aSetup } from './aSetup.ts'

const publicUrl = 'https://acme.ngrok.app'
const ngrok: FoundTunnel = { program: 'ngrok', publicUrl, target: 'localhost:4747', leadsTo: 'scim' }
const quick: FoundTunnel = {
  program: 'cloudflared',
  publicUrl: 'https://new-words.trycloudflare.com',
  target: '127.0.0.1:4747',
  leadsTo: 'scim',
}
const checked = (outcome: CheckOutcome): ReachFacts['outside'] => ({
  at: '2026-11-20T11:59:00.000Z',
  url: `${publicUrl}/default/scim/v2`,
  outcome,
})

type Setup = ReturnType<typeof aSetup>

function find(setup: Setup, id: Answer['id'], reach: Partial<ReachFacts> = {}): Answer {
  const found = setup.diagnose(reach).answers.find((answer) => answer.id === id)
  if (!found) throw new Error(`There is no answer to ${id}.`)
  return found
}

interface Cause {
  readonly name: string
  readonly reach?: Partial<ReachFacts>
  readonly force?: (setup: Setup) => void
  readonly provider?: Parameters<typeof aSetup>[0]
  readonly in: Answer['id']
  readonly verdict?: Answer['verdict']
  readonly says: string
  readonly fix: string
  readonly action?: Answer['action']
}

const setUrl = (url: string) => (setup: Setup) => setup.service.setPublicUrl(url)

const causes: readonly Cause[] = [
  {
    name: 'the listener does not answer',
    reach: { local: { kind: 'refused', host: '127.0.0.1', port: '4747' } },
    in: 'listening',
    says: 'The SCIM endpoint does not answer on 127.0.0.1:4747, even to this machine. 127.0.0.1 exists, but nothing listens on its port 4747.',
    fix: 'Stop Rollcall and start it again.',
  },
  {
    name: 'no public URL, and a provider in the cloud',
    in: 'publicUrl',
    says: 'A cloud identity provider cannot reach localhost: Okta calls from its cloud, and 127.0.0.1:4747 exists on this computer only.',
    fix: 'cloudflared tunnel --url http://127.0.0.1:4747',
  },
  {
    name: 'no public URL, while a tunnel leads here',
    reach: { tunnels: [ngrok] },
    in: 'publicUrl',
    says: 'No public URL is set.',
    fix: `Use ${publicUrl}: the tunnel of ngrok leads here already. Then paste the new SCIM URL into "SCIM connector base URL".`,
    action: { kind: 'usePublicUrl', url: publicUrl },
  },
  {
    name: 'a public URL that is none',
    force: setUrl('https://localhost:4747'),
    in: 'publicUrl',
    says: 'https://localhost:4747 exists on this machine or in its network only. A cloud identity provider cannot reach it.',
    fix: 'Set the https address of a tunnel',
  },
  {
    name: 'a public URL without TLS',
    provider: 'entra',
    force: setUrl('http://scim.example.com'),
    in: 'publicUrl',
    says: 'http://scim.example.com is not https, and Entra ID calls nothing else.',
    fix: 'Use the https address',
  },
  {
    name: 'a tunnel to another port',
    reach: { tunnels: [{ ...ngrok, target: 'localhost:3000', leadsTo: 'elsewhere' }] },
    in: 'tunnel',
    verdict: 'attention',
    says: `The tunnel of ngrok at ${publicUrl} leads to localhost:3000, not here: the SCIM endpoint is on port 4747.`,
    fix: 'ngrok http 4747',
  },
  {
    name: 'a tunnel to the console',
    reach: { tunnels: [ngrok, { ...quick, target: '127.0.0.1:4748', leadsTo: 'console' }] },
    in: 'tunnel',
    says: 'Danger: the tunnel of cloudflared opens this console to the outside, at https://new-words.trycloudflare.com.',
    fix: 'Stop that tunnel and start it to port 4747',
  },
  {
    name: 'a tunnel that does not say where it leads',
    reach: { tunnels: [{ ...quick, target: null, leadsTo: 'unknown' }] },
    in: 'tunnel',
    verdict: 'attention',
    says: 'does not say where it leads',
    fix: 'check from outside',
    action: { kind: 'usePublicUrl', url: quick.publicUrl },
  },
  {
    name: 'a quick tunnel that was started again',
    force: setUrl('https://old-words.trycloudflare.com'),
    reach: { tunnels: [quick] },
    in: 'tunnel',
    verdict: 'attention',
    says: 'but the public URL is still https://old-words.trycloudflare.com. A quick tunnel has a new address at each start.',
    fix: 'then paste the new SCIM URL into "SCIM connector base URL"',
    action: { kind: 'usePublicUrl', url: quick.publicUrl },
  },
  {
    name: 'a tunnel that was stopped',
    force: setUrl(publicUrl),
    in: 'tunnel',
    verdict: 'attention',
    says: `${publicUrl} is an address of ngrok, but no ngrok was found on this machine that holds it open.`,
    fix: 'ngrok http 4747',
  },
  {
    name: 'a dev tunnel, which cannot be seen here',
    force: setUrl('https://abc-4747.euw.devtunnels.ms'),
    in: 'tunnel',
    verdict: 'unknown',
    says: 'Whether it runs cannot be seen on this machine.',
    fix: 'devtunnel host -p 4747 --allow-anonymous',
  },
  {
    name: 'a tunnel without its other end, seen from outside',
    force: setUrl(publicUrl),
    reach: { outside: checked({ kind: 'tunnelOffline', by: 'ngrok', code: 'ERR_NGROK_3200' }) },
    in: 'outside',
    says: 'ngrok answers that no tunnel stands behind acme.ngrok.app (ERR_NGROK_3200).',
    fix: 'Start the tunnel again, to port 4747.',
    action: { kind: 'checkOutside' },
  },
  {
    name: 'a certificate that nobody trusts',
    force: setUrl(publicUrl),
    reach: { outside: checked({ kind: 'selfSigned' }) },
    in: 'certificate',
    says: 'acme.ngrok.app shows a self-signed certificate, which nobody else trusts.',
    fix: 'Use a certificate of a public authority',
  },
  {
    name: 'the last request was refused',
    force: (setup) => void setup.refuse({ refusedCredential: 'doubledScheme' }),
    in: 'token',
    says: 'The newest request was refused. The word Bearer stood twice',
    fix: `into "${toLabels('okta-own').tokenField}" in`,
  },
  {
    name: 'the last request missed the endpoint',
    force: (setup) =>
      void setup.refuse({ connectionId: null, status: 404, refusedCredential: null, route: '/*', target: '/scim/v2/Users' }),
    in: 'url',
    says: '"/default" is missing in front of "/scim/v2"',
    fix: 'into "SCIM connector base URL"',
  },
  {
    name: 'SCIM is off',
    force: (setup) => setup.switch({ scim: false }),
    in: 'scimEnabled',
    says: 'SCIM is switched off here',
    fix: 'Switch “SCIM” on here',
  },
]

describe('each cause has its own sentence', () => {
  it.each(causes)('$name', ({ provider = 'okta-own', force, reach, in: id, verdict = 'bad', says, fix, action }) => {
    const setup = aSetup(provider)
    force?.(setup)
    const answer = find(setup, id, reach)
    expect(answer).toMatchObject({ verdict, finding: expect.stringContaining(says), fix: expect.stringContaining(fix) })
    expect(answer.action).toEqual(action)
  })

  it('and no two of them the same', () => {
    expect(new Set(causes.map(({ says }) => says)).size).toBe(causes.length)
  })
})

it('offers the check from outside and does not make it', () => {
  const setup = aSetup()
  setup.service.setPublicUrl(publicUrl)
  expect(find(setup, 'outside')).toMatchObject({
    verdict: 'unknown',
    finding: expect.stringContaining('Not checked yet'),
    action: { kind: 'checkOutside' },
  })
})

it('finds nothing to say where all is in place', () => {
  const setup = aSetup()
  setup.service.setPublicUrl(publicUrl)
  const { answers } = setup.diagnose({ tunnels: [ngrok], outside: checked({ kind: 'ok' }) })
  const trouble = answers.filter(({ verdict }) => verdict === 'bad').map(({ id }) => id)
  expect(trouble).toEqual([])
  expect(find(setup, 'certificate', { outside: checked({ kind: 'ok' }) }).verdict).toBe('good')
  expect(find(setup, 'tunnel', { tunnels: [ngrok] })).toMatchObject({
    verdict: 'good',
    finding: `The tunnel of ngrok runs and leads from ${publicUrl} to localhost:4747.`,
  })
})

it('asks for no public URL once requests arrive without one', () => {
  const setup = aSetup()
  const id = setup.arrive()
  expect(find(setup, 'publicUrl')).toMatchObject({ verdict: 'good', exchangeIds: [id] })
})

it('tells a provider elsewhere in the network how to reach a listener of this machine', () => {
  expect(find(aSetup('other'), 'publicUrl')).toMatchObject({ verdict: 'unknown', fix: expect.stringContaining('--host 0.0.0.0') })
})

it('writes all of it down for support', () => {
  const setup = aSetup()
  setup.service.setPublicUrl(publicUrl)
  const { text } = setup.diagnose({ outside: checked({ kind: 'unknownName', host: 'acme.ngrok.app' }) })
  expect(text).toContain('Listening on: 127.0.0.1:4747')
  expect(text).toContain(`Public URL: ${publicUrl}`)
  expect(text).toContain('Does it answer from outside? BAD: There is no host named acme.ngrok.app')
})
