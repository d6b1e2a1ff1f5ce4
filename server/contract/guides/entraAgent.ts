import { entraShared, entraTraps } from './entraShared.ts'
import type { Guide } from './guide.ts'

/** Microsoft Entra ID by way of its provisioning agent, which stands in one's own network and needs no tunnel. */
export const entraAgentGuide: Guide = {
  ...entraShared,
  provider: 'entra-agent',
  title: 'Entra ID, on-premises agent',
  group: 'ownNetwork',
  formerName: null,
  forWhom: 'You install its provisioning agent on Windows Server in your network; no tunnel is needed.',
  simulatedAs: 'entra',
  recognition: {
    caller: 'entra',
    about: {
      text: 'Entra ID in the cloud is told by its header ADSCIMVersion. Whether the agent sends it too is not known; without it this step stays unconfirmed.',
      certainty: 'open',
    },
  },
  reach: {
    isCloud: false,
    about: [
      'The agent calls from the server on which it is installed, so the URL has to be reachable from there. It opens connections outwards only; no tunnel is needed.',
      'The *ECMA Connector Host* is for targets that do not speak SCIM, not for this one.',
    ],
  },
  prerequisites: [
    'The role *Hybrid Identity Administrator*.',
    'A P1 or P2 licence.',
    'A Windows Server 2016 or newer with 3 GB of memory, from which this endpoint can be reached, and which may open https connections outwards.',
    'No agent that serves cloud sync or HR provisioning: that one cannot be shared.',
    'One person whom you may assign, change and remove again, and who is not disabled.',
  ],
  create: [
    'Open *Entra ID › Enterprise apps* and press *New application*.',
    'Search the gallery for *On-premises SCIM app* and add it.',
    'Open *Provisioning*, press *Get started* and set *Provisioning Mode* to *Automatic*.',
    'Under *On-premises Connectivity* download the provisioning agent and install it with the extension *On-premises application provisioning*.',
    'Under *Assign Agent(s)* choose it. Restart the agent, or wait 10 minutes.',
  ],
  created: 'The *On-premises SCIM app* exists and the agent is assigned to it',
  open: ['Open *Provisioning* in the application’s menu and go to *Admin Credentials*.'],
  fields: [
    {
      label: 'Tenant URL',
      value: { kind: 'url', trailingSlash: false },
      note: 'As the agent’s server reaches it. Where Rollcall runs on another computer, put that one’s name in place of 127.0.0.1 and start it with --host.',
    },
    {
      label: 'Secret Token',
      value: { kind: 'token', form: 'raw' },
      note: 'The token alone.',
    },
  ],
  save: ['Press *Test Connection*.', 'Press *Save*.'],
  test: {
    button: 'Test Connection',
    press: 'press *Test Connection*',
    andSave: 'Press *Test Connection*, then *Save*.',
  },
  traps: [
    {
      step: 'connection',
      claim: 'A newly assigned agent is not used at once: restart its service, or wait 10 minutes.',
    },
    ...entraTraps,
  ],
  documentation: [
    {
      title: 'Entra ID: provisioning to SCIM on premises',
      url: 'https://learn.microsoft.com/en-us/entra/identity/app-provisioning/on-premises-scim-provisioning',
      topics: ['credentials'],
    },
    ...entraShared.documentation,
  ],
}
