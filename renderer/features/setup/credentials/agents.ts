import type { Guide } from '#contract/guides/guide.ts'

/** A way into a private network without a tunnel. Labels of screens stand between asterisks. */
interface Agent {
  readonly name: string
  readonly steps: readonly string[]
  /** What to know before it is chosen. */
  readonly limits: string
  /** How the URL has to be written for it. */
  readonly toUrl: (scimUrl: string) => string
}

const entra: Agent = {
  name: 'Microsoft Entra provisioning agent',
  steps: [
    'Choose *Entra ID, on-premises agent* in step 2: it names each click and each field of this way.',
    'Install the agent on a Windows Server that reaches Rollcall, and give it the URL below as its *Tenant URL*.',
  ],
  limits:
    'It calls out by HTTPS only, so that no port has to be opened. An agent that serves cloud sync or an HR system cannot be shared.',
  toUrl: (scimUrl) => scimUrl,
}

const okta: Agent = {
  name: 'Okta Provisioning Agent',
  steps: [
    'Install the agent, 2.1.0 or newer, on a Windows or Linux machine that reaches Rollcall.',
    'In the app open *Provisioning* › *Configure SCIM Connector*.',
    'Paste the URL below, with the slash at its end, into *SCIM connector base URL*: the /v2 in it makes the agent speak SCIM 2.0.',
    'Set *Authorization type* to *HTTP Header*, with the header Authorization and, as its value, the word Bearer, a space and the token. Set *Unique user field name* to userName.',
  ],
  limits:
    'Okta supports provisioning by the agent only with its Professional Services, a certified partner or the Okta On-Prem Connector. For a trial a tunnel is the shorter way.',
  toUrl: (scimUrl) => `${scimUrl}/`,
}

const selfHosted: Agent = {
  name: 'A provider, or its agent, in your own network',
  steps: [
    'On this machine it calls the URL below as it is.',
    'From a container on this machine, write host.docker.internal in place of 127.0.0.1, and start Rollcall with --host 0.0.0.0.',
    'From another machine, start Rollcall with --host 0.0.0.0 and write the name or address of this machine in place of 127.0.0.1.',
  ],
  limits:
    'With --host 0.0.0.0 every machine that reaches this one may knock; without the token none is let in. Plain http shows the token to your network: put a proxy with TLS in front where that matters.',
  toUrl: (scimUrl) => scimUrl,
}

/** The ways that a choice of provider has; all of them where none is chosen, and none where its cloud calls by itself alone. */
export function findAgents(provider: Guide['provider'] | null, { isCloud }: Guide['reach']): readonly Agent[] {
  switch (provider) {
    case null:
      return [entra, okta, selfHosted]
    case 'okta-own':
    case 'okta-catalog':
      return [okta]
    case 'entra':
      return [entra]
    default:
      return isCloud ? [] : [selfHosted]
  }
}
