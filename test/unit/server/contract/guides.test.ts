import { describe, expect, it } from 'vitest'
import { findGuide, guides } from '#contract/guides/findGuide.ts'
import { type Claim, Guide, requiredAttributes, toText } from '#contract/guides/guide.ts'
import { ProviderChoice } from '#contract/provider.ts'
import { isAllowedLink } from '../../../../electron/main/allowedLinks.ts'
import { listExpectedMappings } from '../../../../server/setup/expectedMappings.ts'
import { toLabels } from '../../../../server/setup/providerLabels.ts'

it('there is one guide for each choice, and no other', () => {
  expect(guides.map(({ provider }) => provider).toSorted()).toEqual(ProviderChoice.options.toSorted())
  for (const choice of ProviderChoice.options) expect(findGuide(choice).provider).toBe(choice)
  expect(findGuide(null).provider).toBe('other')
})

/** Every text of a guide, however deep it stands. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(listTexts) : []
}

const sentences = (guide: Guide): Claim[] => [
  ...guide.prerequisites,
  ...guide.create,
  ...guide.open,
  ...guide.save,
  ...guide.enable,
  ...guide.mappings.about,
  ...guide.rhythm.about,
  ...guide.log,
  ...guide.reach.about,
  ...guide.traps.map(({ claim }) => claim),
  ...Object.values(guide.trials).flatMap(({ steps }) => steps),
  guide.recognition.about,
  ...(guide.test.about ? [guide.test.about] : []),
]

describe.each(guides.map((guide) => [guide.provider, guide] as const))('the guide for %s', (provider, guide) => {
  it('keeps to the schema', () => {
    expect(Guide.safeParse(guide).error?.issues).toBeUndefined()
  })

  it('has no label in its form twice, and asks for one URL and one token', () => {
    const labels = guide.fields.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    expect(guide.fields.filter(({ value }) => value.kind === 'url')).toHaveLength(1)
    expect(guide.fields.filter(({ value }) => value.kind === 'token')).toHaveLength(1)
  })

  it('closes every star that it opens, and writes sentences', () => {
    for (const text of listTexts({ ...guide, fields: [] })) {
      expect(text.split('*').length % 2, text).toBe(1)
      expect(text, text).not.toMatch(/\bplease\b|\boops\b|!|\s\s/i)
    }
    for (const claim of sentences(guide)) expect(toText(claim), toText(claim)).toMatch(/[.]$/)
  })

  it('says in step 5 how each action is tried and what is waited for', () => {
    for (const action of ['create', 'update', 'archive'] as const) {
      expect(guide.trials[action].steps.length).toBeGreaterThan(0)
      expect(guide.trials[action].awaited).not.toMatch(/^[A-Z].*\.$/)
    }
  })

  it('names what must exist, where its own log is and how soon it sends', () => {
    expect(guide.prerequisites.length).toBeGreaterThan(1)
    expect(guide.log.length).toBeGreaterThan(0)
    const { expectedWithinSeconds, onDemand } = guide.rhythm
    expect(onDemand === null || onDemand.withinSeconds < expectedWithinSeconds).toBe(true)
  })

  it('expects every attribute that a learner needs, or says why it does not come', () => {
    const expected = listExpectedMappings(provider)
    for (const [name, attribute] of Object.entries(requiredAttributes)) {
      const mapping = expected.find((one) => one.attribute === attribute)
      const why = guide.mappings.absent[name as keyof typeof requiredAttributes]
      expect(mapping?.required === true || (why?.length ?? 0) > 10, attribute).toBe(true)
    }
  })

  it('has a page for each topic or none at all, and the window may open it', () => {
    const urls = guide.documentation.map(({ url }) => url)
    expect(urls.filter((url) => !isAllowedLink(url))).toEqual([])
    expect(new Set(urls).size).toBe(urls.length)
  })

  it('uses in its fixes the labels of its form', () => {
    const labels = toLabels(provider)
    const names = guide.fields.map(({ label }) => label)
    expect(names).toContain(labels.urlField)
    expect(names).toContain(labels.tokenField)
    if (provider === 'other') return
    expect(guide.fixes.urlField).toContain(`*${labels.urlField}*`)
    expect(guide.fixes.tokenField).toContain(`*${labels.tokenField}*`)
    if (guide.test.button !== null) expect(guide.test.press).toContain(`*${guide.test.button}*`)
    expect(Object.values(labels).join(' ')).not.toContain('*')
  })
})

it.each([
  ['okta-own', 'raw'],
  ['okta-catalog', 'bearer'],
  ['entra', 'raw'],
  ['entra-agent', 'raw'],
  ['onelogin', 'raw'],
  ['jumpcloud', 'raw'],
  ['pingone', 'raw'],
  ['google', 'raw'],
  ['cyberark', 'raw'],
  ['keycloak', 'raw'],
  ['authentik', 'raw'],
  ['rippling', 'raw'],
  ['other', 'raw'],
] as const)('%s wants the token %s', (provider, form) => {
  expect(findGuide(provider).fields.find(({ value }) => value.kind === 'token')?.value).toEqual({ kind: 'token', form })
})

it('keeps what nobody has confirmed apart from what is documented', () => {
  const open = guides.filter((guide) => sentences(guide).some((claim) => typeof claim !== 'string' && claim.certainty === 'open'))
  expect(open.map(({ provider }) => provider)).toEqual(
    expect.arrayContaining(['entra-agent', 'onelogin', 'jumpcloud', 'pingone', 'google', 'cyberark', 'rippling']),
  )
  // These have no documents that could confirm anything, which is said once for the whole guide.
  expect(guides.flatMap(({ provider, basis }) => (basis ? [[provider, basis.certainty]] : []))).toEqual([
    ['rippling', 'secondHand'],
    ['keycloak', 'captured'],
  ])
})
