import { urns } from '../scim/urns.ts'
import type { Guide } from './guide.ts'

const page = (title: string, path: string, topics: Guide['documentation'][number]['topics']) => ({
  title: `Entra ID: ${title}`,
  url: `https://learn.microsoft.com/en-us/entra/identity/app-provisioning/${path}`,
  topics,
})

/** What the cloud and the on-premises agent have in common. */
export const entraShared = {
  name: 'Entra ID',
  checkedAt: '2026-11',
  enable: [
    'Open *Users and groups*, press *Add user/group* and assign one test person.',
    'Open *Attribute mapping* (before: *Mappings*), then *Provision Microsoft Entra ID Groups*, set *Enabled* to *No* and save.',
    'Open *Provision Microsoft Entra ID Users*. In *Target object actions* tick *Create*, *Update* and *Delete*.',
    'Keep the row that maps to active: it is what deactivates, as part of *Update*. *Delete* means the final deletion alone.',
    'In *Overview › Properties* (before: *Settings*) set *Scope* to *Sync only assigned users and groups*.',
  ],
  enabled: '*Create* and *Update* are ticked and a test person is assigned',
  mappings: {
    about: [
      'The list is under *Attribute mapping › Provision Microsoft Entra ID Users*. The row for userName has *Match objects using this attribute* set to *Yes* and *Matching precedence* 1.',
      'A further attribute is added under *Show advanced options › Edit attribute list for customappsso*.',
    ],
    required: {
      userName: 'userPrincipalName',
      active: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
      givenName: 'givenName',
      familyName: 'surname',
      workEmail: 'mail',
    },
    others: {
      displayName: 'displayName',
      externalId: 'mailNickname',
      title: 'jobTitle',
      [`${urns.enterpriseUser}:employeeNumber`]: 'employeeId',
      [`${urns.enterpriseUser}:department`]: 'department',
      [`${urns.enterpriseUser}:manager`]: 'manager',
    },
    alsoWorkEmail: [],
    absent: {},
  },
  rhythm: {
    about: [
      'Entra ID sends every 40 minutes or so; the first cycle may take 20 minutes to hours.',
      'Do not wait for it: *Provision on demand* sends one person within 30 seconds. After a new assignment give it a few minutes.',
    ],
    expectedWithinSeconds: 40 * 60,
    isPublished: true,
    callsEverySeconds: 40 * 60,
    onDemand: { button: 'Provision on demand', withinSeconds: 30 },
  },
  log: [
    'Open *Provisioning › View provisioning logs*, or *Monitoring & health › Provisioning logs*. An entry tells its *Steps* and its *Modified Properties*.',
    'Whether the job is in *Quarantine* stands under *Overview*.',
  ],
  trials: {
    create: {
      steps: ['Open *Provision on demand*, pick the assigned person and press *Provision*.'],
      awaited: 'Provision on demand in Entra ID',
    },
    update: {
      steps: [
        'Change the person’s *Last name* or *Department* in *Users*.',
        'Run *Provision on demand* for the same person again.',
      ],
      awaited: 'a changed attribute and Provision on demand',
    },
    archive: {
      steps: [
        'Remove the person in *Users and groups*.',
        'Run *Provision on demand* once more, or press *Start provisioning* and wait for a cycle. A person already disabled in Entra ID cannot be run on demand.',
      ],
      awaited: 'a removed assignment and Provision on demand',
    },
  },
  fixes: {
    app: 'your app under *Enterprise apps*',
    credentials: '*Provisioning* and its credentials (*Admin Credentials* in the older view)',
    actions: '*Provisioning › Attribute mapping › Provision Microsoft Entra ID Users*',
    mappings: '*Provisioning › Attribute mapping › Provision Microsoft Entra ID Users*',
    urlField: '*Tenant URL*',
    tokenField: '*Secret Token*',
    tokenForm: 'the token alone, without the word Bearer',
    method: 'Set *Select authentication method* to *Bearer authentication*, if the page has it.',
    switches: {
      create: {
        on: 'tick *Create* under *Target object actions*',
        off: 'untick *Create* under *Target object actions*',
      },
      update: {
        on: 'tick *Update* under *Target object actions*',
        off: 'untick *Update* under *Target object actions*',
      },
      deactivate: {
        on: 'tick *Update* under *Target object actions*, and keep the row that maps *active*',
        off: 'remove the row that maps *active*',
      },
    },
    groupsOff: 'in Entra ID under *Attribute mapping*, open *Provision Microsoft Entra ID Groups* and set *Enabled* to *No*',
    archiveInstead: 'untick *Delete* under *Target object actions*',
    assign: 'add a person in *Users and groups › Add user/group*, then run *Provision on demand* for them',
    sendAgain:
      'In Entra ID, use *Provision on demand* for one person, or wait for the next cycle. Where the job is in *Quarantine*, press *Restart provisioning*.',
    sendOne: 'In Entra ID, use *Provision on demand* for one of them, and read the step that was skipped.',
    sendSomebody: [
      'In Entra ID, assign one person directly to the app under *Users and groups*: groups inside groups are not followed.',
      'Use *Provision on demand* for that person, then press *Start provisioning*. A first cycle may take 20 to 40 minutes.',
      'Open your app under *Enterprise apps*, then *Provisioning › Attribute mapping › Provision Microsoft Entra ID Users*.',
      'Tick *Create* under *Target object actions*.',
    ],
  },
  documentation: [
    page('connecting a SCIM endpoint', 'use-scim-to-provision-users-and-groups', ['credentials', 'protocol']),
    page('how provisioning works', 'how-provisioning-works', ['actions', 'groups']),
    page('attribute mappings', 'customize-application-attributes', ['mappings']),
    page('nobody is provisioned', 'application-provisioning-config-problem-no-users-provisioned', ['nothingArrives']),
    page('quarantine', 'application-provisioning-quarantine-status', ['stopped']),
  ],
} satisfies Partial<Guide>

/** Traps of both. */
export const entraTraps: Guide['traps'] = [
  {
    step: 'endpoint',
    claim: {
      text: 'Entra ID answers almost every problem of the test with invalid credentials. What really came stands beside this list.',
      certainty: 'captured',
    },
  },
  { step: 'provisioning', claim: 'Groups inside a group are not followed. Assigning groups at all needs a P1 or P2 licence.' },
  {
    step: 'provisioning',
    claim: 'A changed mapping starts a first cycle anew by itself; a changed *Scope* needs *Restart provisioning*.',
  },
  {
    step: 'test',
    claim: 'A person who was disabled in Entra ID before is never created here.',
  },
  {
    step: 'test',
    claim:
      '*Delete* comes only when the person is deleted for good, by hand or after 30 days, and not for somebody unassigned before.',
  },
  {
    step: 'endpoint',
    claim:
      'With ?aadOptscim062020 behind the URL, Entra ID writes its changes closer to the standard. Both forms work here; *Provision on demand* did not go with it for a time.',
  },
]
