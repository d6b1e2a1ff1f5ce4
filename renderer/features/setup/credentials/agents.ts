/** A way into a private network without a tunnel. Labels of other products stand between asterisks; checked in October 2026. */
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
    'Add the gallery app *On-premises SCIM app* and open *Provisioning* › *Get started* › *Automatic*.',
    'Under *On-premises Connectivity* download the agent and install it on a Windows Server 2016 or newer that reaches Rollcall; choose the extension *On-premises application provisioning*.',
    'Press *Assign Agent(s)*, then restart the agent or wait 10 minutes.',
    'Paste the URL below into *Tenant URL* and the token into *Secret Token*, and press *Test Connection*.',
  ],
  limits:
    'It calls out by HTTPS only, so that no port has to be opened. It needs the role Hybrid Identity Administrator and a P1 or P2 licence; an agent that serves cloud sync or an HR system cannot be shared. The ECMA Connector Host is not for this.',
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
  name: 'A provider that you host yourself',
  steps: [
    'On this machine, Keycloak, authentik or PingFederate call the URL below as it is.',
    'From a container on this machine, write host.docker.internal in place of 127.0.0.1, and start Rollcall with --host 0.0.0.0.',
    'From another machine in your network, start Rollcall with --host 0.0.0.0 and write the name or address of this machine in place of 127.0.0.1.',
  ],
  limits:
    'With --host 0.0.0.0 every machine that reaches this one may knock; without the token none is let in. Plain http shows the token to your network: put a proxy with TLS in front where that matters.',
  toUrl: (scimUrl) => scimUrl,
}

/** The ways that a choice of provider has; all of them where none is chosen. */
export function findAgents(provider: string | null): readonly Agent[] {
  if (provider === null) return [entra, okta, selfHosted]
  if (provider.startsWith('okta')) return [okta]
  if (provider.startsWith('entra')) return [entra]
  return [selfHosted]
}
