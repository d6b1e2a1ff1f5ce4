import { expect, it } from 'vitest'
import { callerNames, ProviderChoice } from '#contract/provider.ts'
import { isAllowedLink } from '../../../../electron/main/allowedLinks.ts'
import { findPlace } from '../../../../server/monitor/catalogue/places.ts'
import { writeOut } from '../../../../server/monitor/explain.ts'
import { findingTexts } from '../../../../server/monitor/findings/findingTexts.ts'

const providers = [...ProviderChoice.options, null]
// Every name of the record is a caller.
const callers = Object.keys(callerNames) as (keyof typeof callerNames)[]

it('writes what was noticed in the words of this product, for every provider and caller', () => {
  for (const texts of Object.values(findingTexts)) {
    for (const provider of providers) {
      for (const caller of callers) {
        const facts = {
          provider,
          caller,
          detail: null,
          target: '/Users',
          status: 200,
          method: 'GET',
          scimUrl: 'https://acme.example/default/scim/v2',
          subject: '3 people',
          count: 3,
        }
        const { title, happened, meaning, who, steps, documentation } = writeOut(texts, { ...facts, place: findPlace(facts) })
        for (const text of [title, happened, meaning, who, ...steps]) {
          expect(text).not.toMatch(/!|\bplease\b|\boops\b|undefined|null|\s\s/i)
          expect(text.split('*').length % 2).toBe(1)
          expect(text).toMatch(/^(?:[A-Z*3]|authentik)/)
        }
        expect(title).not.toMatch(/\.$/)
        expect([happened, meaning].every((text) => text.endsWith('.'))).toBe(true)
        expect(documentation === null || isAllowedLink(documentation.url)).toBe(true)
      }
    }
  }
})
