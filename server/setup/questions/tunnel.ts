import type { FoundTunnel } from '#contract/reach.ts'
import type { Answer } from '#contract/setup.ts'
import { toTunnelProvider } from '../../reach/outcome.ts'
import { findExchange, type ReachEvidence } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'
import { toTunnelCommand } from '../tunnelCommands.ts'

/** `fix`: nothing is to be done unless said. */
const toAnswer = (
  verdict: Answer['verdict'],
  finding: string,
  { fix = null, action }: Partial<Pick<Answer, 'fix' | 'action'>> = {},
): Answer => ({
  id: 'tunnel',
  question: 'Does a tunnel lead here?',
  verdict,
  finding,
  fix,
  exchangeIds: [],
  ...(action && { action }),
})

/** What the tunnels of this machine say of themselves, set beside the public URL. The most urgent comes first. */
export function answerTunnel(evidence: ReachEvidence): Answer {
  const { service, reach } = evidence
  const publicUrl = service.getPublicUrl()
  const port = service.addresses.scim.split(':').at(-1) ?? ''
  const exposed = reach.tunnels.find(({ leadsTo }) => leadsTo === 'console')
  if (exposed) {
    return toAnswer(
      'bad',
      `Danger: the tunnel of ${exposed.program} opens this console to the outside, at ${exposed.publicUrl}. It leads to ${service.addresses.console}; the SCIM endpoint is on port ${port}.`,
      { fix: `Stop that tunnel and start it to port ${port}: ${toTunnelCommand(exposed.program, port)}` },
    )
  }
  const set = reach.tunnels.find((tunnel) => tunnel.publicUrl === publicUrl && tunnel.leadsTo !== 'elsewhere')
  if (set) {
    return set.target === null
      ? toAnswer('good', `The tunnel of ${set.program} at ${set.publicUrl} runs. It does not say where it leads.`)
      : toAnswer('good', `The tunnel of ${set.program} runs and leads from ${set.publicUrl} to ${set.target}.`)
  }
  const own = reach.tunnels.find(({ leadsTo }) => leadsTo === 'scim')
  if (own) return answerUnused(evidence, own)
  const [other] = reach.tunnels
  return other ? answerOther(other, port) : answerNone(evidence, { publicUrl, port })
}

function answerUnused({ service, connection }: ReachEvidence, { program, publicUrl }: FoundTunnel): Answer {
  const set = service.getPublicUrl()
  const { urlField } = toLabels(connection.provider)
  return toAnswer(
    'attention',
    set === null
      ? `The tunnel of ${program} leads here from ${publicUrl}, which is not set as the public URL.`
      : `The tunnel of ${program} leads here from ${publicUrl}, but the public URL is still ${set}. A quick tunnel has a new address at each start.`,
    {
      fix: `Use ${publicUrl} as the public URL, then paste the new SCIM URL into "${urlField}".`,
      action: { kind: 'usePublicUrl', url: publicUrl },
    },
  )
}

function answerOther({ program, publicUrl, target, leadsTo }: FoundTunnel, port: string): Answer {
  return leadsTo === 'unknown'
    ? toAnswer('attention', `The tunnel of ${program} runs at ${publicUrl} and does not say where it leads.`, {
        fix: `If it leads to port ${port}, use it as the public URL and check from outside.`,
        action: { kind: 'usePublicUrl', url: publicUrl },
      })
    : toAnswer(
        'attention',
        `The tunnel of ${program} at ${publicUrl} leads to ${target}, not here: the SCIM endpoint is on port ${port}.`,
        { fix: `Start one to this port: ${toTunnelCommand(program, port)}` },
      )
}

function answerNone(evidence: ReachEvidence, { publicUrl, port }: { publicUrl: string | null; port: string }): Answer {
  const nobody = 'No ngrok and no cloudflared was found on this machine.'
  if (publicUrl === null) return toAnswer('unknown', nobody)
  const provider = toTunnelProvider(new URL(publicUrl).hostname)
  if (provider === null) {
    return findExchange(evidence, { simulated: false })
      ? toAnswer('unknown', nobody)
      : toAnswer('unknown', nobody, {
          fix: `See that what stands at ${publicUrl} passes requests on to port ${port} of this machine.`,
        })
  }
  const command = toTunnelCommand(provider, port)
  return provider === 'devtunnel'
    ? toAnswer('unknown', `${publicUrl} is a dev tunnel. Whether it runs cannot be seen on this machine.`, {
        fix: `See that this runs: ${command}. Then check from outside.`,
      })
    : toAnswer(
        'attention',
        `${publicUrl} is an address of ${provider}, but no ${provider} was found on this machine that holds it open.`,
        { fix: `Start it again: ${command}. If it prints another address, set that one as the public URL.` },
      )
}
