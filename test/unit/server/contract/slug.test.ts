import { expect, it } from 'vitest'
import { findSlugFault, suggestSlug } from '#contract/slug.ts'

it.each([
  ['Acme, Okta', [], 'acme-okta'],
  ['Acme, Okta', ['acme-okta'], 'acme-okta-2'],
  ['Acme, Okta', ['acme-okta', 'acme-okta-2'], 'acme-okta-3'],
  ['  Müller & Söhne ÅS ', [], 'muller-sohne-as'],
  ['日本', [], 'connection'],
  ['API', [], 'api-2'],
  ['x'.repeat(60), ['x'.repeat(40)], `${'x'.repeat(38)}-2`],
  [`${'x'.repeat(39)} y`, [], 'x'.repeat(39)],
])('suggests for "%s", where %j are taken, the slug "%s"', (name, taken, slug) => {
  expect(suggestSlug(name, taken)).toBe(slug)
  expect(findSlugFault(slug, taken)).toBeUndefined()
})

it.each([
  ['', 'form'],
  ['Acme', 'form'],
  ['a b', 'form'],
  ['a'.repeat(41), 'form'],
  ['../etc', 'form'],
  ['api', 'reserved'],
  ['default', 'taken'],
])('does not take "%s": %s', (slug, fault) => {
  expect(findSlugFault(slug, ['default'])).toBe(fault)
})
