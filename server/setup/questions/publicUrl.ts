import type { Answer } from '#contract/setup.ts'
import { isLocalHost } from '../../reach/localHost.ts'
import { findExchange, type ReachEvidence } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'
import { toTunnelCommand } from '../tunnelCommands.ts'

const about = { id: 'publicUrl', question: 'Is there an address that the identity provider can reach?' } as const

/** Where the caller sits decides whether a public URL is needed. */
export function answerPublicUrl(evidence: ReachEvidence): Answer {
  const { service, connection } = evidence
  const publicUrl = service.getPublicUrl()
  if (publicUrl === null) return answerMissing(evidence)
  const { name, isCloud } = toLabels(connection.provider)
  const { hostname, protocol } = new URL(publicUrl)
  if (isCloud && isLocalHost(hostname)) {
    return {
      ...about,
      verdict: 'bad',
      finding: `The public URL ${publicUrl} exists on this machine or in its network only. A cloud identity provider cannot reach it.`,
      fix: 'Set the https address of a tunnel as the public URL in step 1.',
      exchangeIds: [],
    }
  }
  if (isCloud && protocol === 'http:') {
    return {
      ...about,
      verdict: 'bad',
      finding: `The public URL ${publicUrl} is not https, and ${name} calls nothing else.`,
      fix: 'Use the https address of the tunnel as the public URL.',
      exchangeIds: [],
    }
  }
  return { ...about, verdict: 'good', finding: `The public URL is ${publicUrl}.`, fix: null, exchangeIds: [] }
}

function answerMissing(evidence: ReachEvidence): Answer {
  const { service, connection, reach } = evidence
  const { name, isCloud, urlField } = toLabels(connection.provider)
  const { scim } = service.addresses
  const arrived = findExchange(evidence, { simulated: false })
  if (arrived) {
    return {
      ...about,
      verdict: 'good',
      finding: `No public URL is set, and requests arrive on ${scim} all the same.`,
      fix: null,
      exchangeIds: [arrived.id],
    }
  }
  if (!isCloud) {
    return {
      ...about,
      verdict: 'unknown',
      finding: `No public URL is set. Only programs that can reach ${scim} can send a request.`,
      fix: isLocalHost(new URL(`http://${scim}`).hostname)
        ? 'That will do for a provider on this machine. For one elsewhere in your network start Rollcall with --host 0.0.0.0; for one in the cloud set the address of a tunnel as the public URL.'
        : null,
      exchangeIds: [],
    }
  }
  const finding = `No public URL is set. A cloud identity provider cannot reach localhost: ${name} calls from its cloud, and ${scim} exists on this computer only.`
  const found = reach.tunnels.find(({ leadsTo }) => leadsTo === 'scim')
  const port = scim.split(':').at(-1) ?? ''
  return found
    ? {
        ...about,
        verdict: 'bad',
        finding,
        fix: `Use ${found.publicUrl}: the tunnel of ${found.program} leads here already. Then paste the new SCIM URL into "${urlField}".`,
        exchangeIds: [],
        action: { kind: 'usePublicUrl', url: found.publicUrl },
      }
    : {
        ...about,
        verdict: 'bad',
        finding,
        fix: `Start a tunnel to port ${port} (for instance "${toTunnelCommand('cloudflared', port)}"), set its address as the public URL in step 1, and paste the new SCIM URL into "${urlField}". Or use an agent in your network, where ${name} has one.`,
        exchangeIds: [],
      }
}
