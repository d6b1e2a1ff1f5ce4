import { describe, expect, it } from 'vitest'
import type { Explanation } from '#contract/exchange.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import type { Answer, SimulatorMistake, SimulatorProfile } from '#contract/setup.ts'
import { createSimulator } from '../../../../server/simulator/runSimulation.ts'
import { anOrder, runToEnd } from '../simulator/aSimulation.ts'
import { aPerson, aWizard } from './aWizard.ts'

/** The cause of each mistake, and the click that puts it right, in the labels of Okta and of Entra ID. */
const causes: Readonly<Record<SimulatorMistake, { readonly title: string; readonly okta: string; readonly entra: string }>> = {
  'wrong-token': {
    title: 'The token is not known here',
    okta: 'Paste into *Authorization* under *HTTP Header*: the token alone',
    entra: 'Paste into *Secret Token*: the token alone',
  },
  'doubled-prefix': {
    title: 'The word Bearer stands twice',
    okta: 'Paste into *Authorization* under *HTTP Header*: the token alone, because the form prints Bearer itself.',
    entra: 'Paste into *Secret Token*: the token alone, without the word Bearer.',
  },
  'wrong-path': {
    title: 'The base URL ends too late',
    okta: 'In *SCIM connector base URL*, put exactly `http://127.0.0.1:',
    entra: 'In *Tenant URL*, put exactly `http://127.0.0.1:',
  },
  duplicate: {
    title: 'userName is taken by another learner',
    okta: 'check that *Unique identifier field for users* is userName',
    entra: 'has *Match objects using this attribute* set to *Yes*',
  },
  'missing-surname': {
    title: 'A learner arrives without a surname',
    okta: 'Check that *name.familyName* is mapped to the last name.',
    entra: 'Check that *name.familyName* is mapped to the last name.',
  },
  'empty-email': {
    title: 'A learner arrives with an empty e-mail address',
    okta: 'Check that the e-mail address is mapped to a source which everybody has.',
    entra: 'Check that the e-mail address is mapped to a source which everybody has.',
  },
  '429-storm': {
    title: 'Too many requests at once',
    okta: 'press *Retry Selected*',
    entra: 'use *Provision on demand* for one person',
  },
}

const toText = ({ title, happened, meaning, who, steps }: Explanation) => [title, happened, meaning, who, ...steps].join(' ')
const toAnswer = ({ finding, fix }: Answer) => `${finding} ${fix}`

const profiles = [
  ['okta-aiw', 'okta-own', 'okta'],
  ['entra', 'entra', 'entra'],
] as const satisfies readonly (readonly [SimulatorProfile, ProviderChoice, 'okta' | 'entra'])[]

const rehearsals = profiles.flatMap(([profile, provider, words]) =>
  Object.entries(causes).map(([mistake, cause]) => ({
    // The keys of the table are mistakes.
    mistake: mistake as SimulatorMistake,
    profile,
    provider,
    title: cause.title,
    click: cause[words],
  })),
)

it.each(rehearsals)(
  '$profile with the mistake $mistake: the wizard and the error log say the cause and the click',
  async ({ mistake, profile, provider, title, click }) => {
    const { service, read, listCauses } = await aWizard(provider)
    const simulator = createSimulator(service, { gapMs: 0, secondMs: 1 })
    expect(await runToEnd(service, simulator, anOrder(profile, { mistake }))).toMatchObject({ state: 'finished', message: null })
    const { connectionTest, created } = read()
    const told = [connectionTest, created].flatMap(({ problem }) => (problem ? [problem.explanation] : []))
    expect(told.map((one) => one.title)).toEqual([title])
    expect(told.map(toText).join()).toContain(click)
    const causesTold = listCauses()
    expect(causesTold.map((one) => one.title)).toEqual([title])
    expect(causesTold.map(toText).join()).toContain(click)
  },
)

it.each([
  ['missing-surname', 'name.familyName', 'Left out for Noor.', 'user.lastName'],
  ['empty-email', 'emails[type eq "work"].value', 'Arrives empty for Lukas Weber.', 'user.email'],
] as const)('step 4 names the attribute that the mistake %s is about', async (mistake, attribute, sentence, source) => {
  const { service, read } = await aWizard('okta-own')
  await runToEnd(service, createSimulator(service, { gapMs: 0, secondMs: 1 }), anOrder('okta-aiw', { mistake }))
  const doubtful = read().mappings.filter(({ doubt }) => doubt !== null)
  expect(doubtful).toMatchObject([{ attribute, state: 'rehearsed', doubt: { sentence }, fix: expect.stringContaining(source) }])
})

describe('made by a real client, the same mistakes are told by the doctor too', () => {
  const test = '/Users?startIndex=1&count=2'
  const noor = aPerson('Noor', 'Haddad')
  type Wizard = Awaited<ReturnType<typeof aWizard>>

  it.each<[SimulatorMistake, Answer['id'], (wizard: Wizard) => Promise<unknown>, string, string]>([
    [
      'wrong-token',
      'token',
      ({ toClient, token }) => toClient(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`).get(test),
      'It carried a token that was not made here.',
      'into "Authorization" in Provisioning › Integration › Edit: the token alone',
    ],
    [
      'doubled-prefix',
      'token',
      ({ toClient, token }) => toClient(`Bearer ${token}`).get(test),
      'The word Bearer stood twice',
      'the token alone, because the form prints Bearer itself',
    ],
    [
      'wrong-path',
      'url',
      ({ toClient, token, scimUrl }) => toClient(token, `${scimUrl}/Users`).get(test),
      '"/Users" was pasted as a part of the base URL',
      'into "SCIM connector base URL" in Provisioning › Integration › Edit',
    ],
    [
      'duplicate',
      'logs',
      async ({ scim }) => [await scim.post('/Users', noor), await scim.post('/Users', noor)],
      'userName is taken by another learner',
      'check that *Unique identifier field for users* is userName',
    ],
    [
      'missing-surname',
      'mappings',
      async ({ scim }) => [
        await scim.post('/Users', aPerson('Ada', 'Byron')),
        await scim.post('/Users', { ...noor, name: { givenName: 'Noor' } }),
      ],
      'name.familyName: Left out for Noor Haddad.',
      'Give Noor Haddad a value in the directory (user.lastName)',
    ],
    [
      'empty-email',
      'mappings',
      async ({ scim }) => [
        await scim.post('/Users', aPerson('Ada', 'Byron')),
        await scim.post('/Users', { ...noor, emails: [{ type: 'work', value: '' }] }),
      ],
      'emails[type eq "work"].value: Arrives empty for Noor Haddad.',
      'Provisioning › To App › Attribute Mappings to a source that everybody has',
    ],
  ])('%s', async (mistake, question, make, finding, fix) => {
    const wizard = await aWizard('okta-own')
    await make(wizard)
    const answer = wizard.diagnose().answers.find(({ id }) => id === question)
    expect(answer?.verdict).toMatch(/^(?:bad|attention)$/)
    expect(answer && toAnswer(answer)).toContain(finding)
    expect(answer && toAnswer(answer)).toContain(fix)
    const { title, okta } = causes[mistake]
    const explanations = wizard.listCauses()
    expect(explanations.map((one) => one.title)).toContain(title)
    expect(explanations.map(toText).join()).toContain(okta)
  })
})
