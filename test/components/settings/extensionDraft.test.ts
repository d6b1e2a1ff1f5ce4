import { expect, it } from 'vitest'
import { emptyDraft, toSchema, withType } from '../../../renderer/features/settings/extensions/extensionDraft.ts'

const [attribute] = emptyDraft.attributes
if (!attribute) throw new Error('The empty form has an attribute.')

const schemaOf = (changed: Partial<typeof attribute>) =>
  toSchema({ ...emptyDraft, name: 'Acme', attributes: [{ ...attribute, name: 'it', ...changed }] })

it('takes one suggested value a line, and no empty ones', () => {
  expect(schemaOf({ canonicalValues: 'North\n\n South \n' })).toMatchObject({
    attributes: [{ canonicalValues: ['North', 'South'] }],
  })
  expect(JSON.stringify(schemaOf({ canonicalValues: ' \n' }))).not.toContain('canonicalValues')
})

it('sends of a complex attribute only what it can have, and sub-attributes of it alone', () => {
  const typed = withType({ ...attribute, uniqueness: 'server', canonicalValues: 'North' }, 'complex')
  const complex = JSON.stringify(schemaOf(typed))
  expect(complex).toContain('"uniqueness":"none"')
  expect(complex).not.toContain('North')
  expect(JSON.stringify(schemaOf(withType(typed, 'string')))).not.toContain('subAttributes')
})

it('lets case count in references and binary values, as RFC 7643 §2.3 has it', () => {
  for (const type of ['reference', 'binary'] as const)
    expect(schemaOf(withType(attribute, type))).toMatchObject({ attributes: [{ caseExact: true }] })
  expect(schemaOf(withType(attribute, 'integer'))).toMatchObject({ attributes: [{ caseExact: false }] })
})
