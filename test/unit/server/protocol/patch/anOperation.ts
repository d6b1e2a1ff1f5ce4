import fc, { type Arbitrary } from 'fast-check'
import type { Attributes, Json } from '#contract/scim/resource.ts'
import type { Attribute, ResourceType } from '#contract/scim/schema.ts'
import { validateResource } from '../../../../../server/protocol/validate.ts'
import { type ArbitraryOptions, aResource, aValueOf, type NamedAttribute, writable } from '../../../../support/arbitraries.ts'
import { strict } from '../recordTolerances.ts'
import type { ModelOperation } from './patchModel.ts'

type Target = Pick<ModelOperation, 'urn' | 'attribute' | 'subAttribute' | 'where'>

/** The attributes of a type that may be changed and are not required. */
export function patchable(type: ResourceType): NamedAttribute[] {
  const own = changeable(type.schema.attributes).map((attribute) => ({ attribute }))
  const extended = type.schemaExtensions.flatMap(({ schema }) =>
    changeable(schema.attributes).map((attribute) => ({ urn: schema.id, attribute })),
  )
  return [...own, ...extended]
}

/** Patch operations on one of the attributes, each as another, or all on the same. */
export function operationsOn(attributes: readonly NamedAttribute[], options: ArbitraryOptions = {}): Arbitrary<ModelOperation[]> {
  const any = fc.constantFrom(...attributes)
  const several = { minLength: 1, maxLength: 5 }
  return fc.oneof(
    fc.array(
      any.chain((one) => anOperationOn(one, options)),
      several,
    ),
    any.chain((one) => fc.array(anOperationOn(one, options), several)),
  )
}

function anOperationOn({ urn, attribute }: NamedAttribute, options: ArbitraryOptions): Arbitrary<ModelOperation> {
  const target = fc.record({
    urn: fc.constant(urn),
    attribute: fc.constant(attribute),
    subAttribute: aPart(attribute),
    where: aWhere(attribute, options),
  })
  return fc
    .tuple(fc.constantFrom('add' as const, 'remove' as const, 'replace' as const), target)
    .chain(([op, on]) => aValueFor(op, on, options).map((value) => withName({ op, ...on, value })))
}

/** A counterexample names attributes, instead of telling all about them. */
const withName = (operation: ModelOperation): ModelOperation =>
  Object.defineProperty(operation, fc.toStringMethod, { value: () => JSON.stringify(toPatchOperation(operation)) })

const changeable = (attributes: readonly Attribute[]) => writable(attributes).filter(({ required }) => !required)

function aPart({ subAttributes }: Attribute): Arbitrary<Attribute | undefined> {
  // Two names of one thing, `value` and `$ref`, have a rule of their own.
  const parts = writable(subAttributes ?? []).filter(({ name }) => name !== '$ref')
  return parts.length === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...parts), { nil: undefined })
}

function aWhere(attribute: Attribute, options: ArbitraryOptions): Arbitrary<ModelOperation['where']> {
  if (!attribute.multiValued || attribute.type !== 'complex') return fc.constant(undefined)
  const condition = fc
    .constantFrom(...writable(attribute.subAttributes ?? []))
    .chain((part) => aValueOf(part, options).map((value) => [part, toPlain(value)] as const))
  const conditions = fc.uniqueArray(condition, { minLength: 1, maxLength: 2, selector: ([{ name }]) => name })
  return fc.option(conditions, { nil: undefined })
}

// No sub-attribute has parts of its own.
const toPlain = (value: Json) => value as string | number | boolean

function aValueFor(op: ModelOperation['op'], { attribute, subAttribute, where }: Target, options: ArbitraryOptions) {
  if (op === 'remove') return fc.constant(undefined)
  if (subAttribute) return aValueOf(subAttribute, options)
  return aValueOf(where ? { ...attribute, multiValued: false } : attribute, options).map(withoutReference)
}

/** A resource as it is stored before it is patched. */
export function aStoredResource(type: ResourceType, options: ArbitraryOptions = {}): Arbitrary<Attributes> {
  const schemas = [type.schema.id, ...type.schemaExtensions.map(({ schema }) => schema.id)]
  return aResource(type, options).map(
    (attributes) => validateResource({ schemas, ...withoutReference(attributes) }, type, strict).attributes,
  )
}

function withoutReference<T extends Json>(value: T): T {
  return JSON.parse(JSON.stringify(value, (name, one: unknown) => (name === '$ref' ? undefined : one)))
}

/** As it stands in a PatchOp. */
export function toPatchOperation({ op, urn, attribute, subAttribute, where, value }: ModelOperation) {
  const filter = where?.map(([part, wanted]) => `${part.name} eq ${JSON.stringify(wanted)}`).join(' and ')
  const path = [
    urn === undefined ? '' : `${urn}:`,
    attribute.name,
    filter === undefined ? '' : `[${filter}]`,
    subAttribute ? `.${subAttribute.name}` : '',
  ].join('')
  return { op, path, ...(value !== undefined && { value }) }
}
