import fc, { type Arbitrary } from 'fast-check'
import type { Attributes, Json, JsonObject } from '#contract/scim/resource.ts'
import type { Attribute, ResourceType, Schema } from '#contract/scim/schema.ts'
import type { AttributePath, CompareOperator, Filter } from '../../server/protocol/filter/ast.ts'
import { commonAttributes } from '../../server/protocol/schemas/commonAttributes.ts'
import { defineAttribute } from '../../server/protocol/schemas/defineAttribute.ts'
import { userType, withExtensions } from '../../server/protocol/schemas/resourceTypes.ts'

/** Few texts, so that filters and resources meet: cases, umlauts, letters that mean something to LIKE and to JSON, astral ones. */
const texts = [
  'maya',
  'Maya',
  'MAYA LINDQVIST',
  'a',
  'b',
  'ab',
  'Ångström',
  'ångström',
  '100%_',
  'quo"te\\back',
  '🙂ends',
  'ﬁn',
  'work',
  'home',
]
const instants = ['2026-03-01T12:00:00Z', '2026-03-01T13:00:00+01:00', '2026-03-01T12:00:00.001Z', '2019-01-01T00:00:00Z']
const binaries = ['TWF5YQ==', 'bWF5YQ==', 'AAAA']

/** An extension with attributes of every type, single and several. */
export const everyTypeSchema: Schema = {
  id: 'urn:example:params:scim:schemas:extension:every-type:2.0:User',
  name: 'EveryType',
  description: 'Every type.',
  attributes: [
    defineAttribute('grade', 'An integer.', { type: 'integer' }),
    defineAttribute('score', 'A decimal.', { type: 'decimal' }),
    defineAttribute('hiredAt', 'A time.', { type: 'dateTime' }),
    defineAttribute('badge', 'Binary.', { type: 'binary' }),
    defineAttribute('code', 'A text whose case counts.', { caseExact: true }),
    defineAttribute('tags', 'Several texts.', { multiValued: true }),
    defineAttribute('grades', 'Several integers.', { type: 'integer', multiValued: true }),
    defineAttribute('dates', 'Several times.', { type: 'dateTime', multiValued: true }),
    defineAttribute('trainings', 'Several values with parts of every type.', {
      type: 'complex',
      multiValued: true,
      subAttributes: [
        defineAttribute('value', 'A text.'),
        defineAttribute('type', 'A text.'),
        defineAttribute('points', 'An integer.', { type: 'integer' }),
        defineAttribute('at', 'A time.', { type: 'dateTime' }),
        defineAttribute('passed', 'A boolean.', { type: 'boolean' }),
        defineAttribute('code', 'A text whose case counts.', { caseExact: true }),
      ],
    }),
    defineAttribute('desk', 'One value with parts.', {
      type: 'complex',
      subAttributes: [
        defineAttribute('floor', 'A decimal.', { type: 'decimal' }),
        defineAttribute('room', 'A text.'),
        defineAttribute('since', 'A time.', { type: 'dateTime' }),
      ],
    }),
  ],
}

/** Users with that extension. */
export const wideUserType: ResourceType = withExtensions(userType, [everyTypeSchema])

/** What an arbitrary resource or filter is made of; each test that needs less says so. */
export interface ArbitraryOptions {
  /** The texts that stand in resources and filters. */
  readonly texts?: readonly string[]
}

/** A value of an attribute that is single-valued and not complex. */
function aPlainValue({ type, canonicalValues }: Attribute, options: ArbitraryOptions): Arbitrary<string | number | boolean> {
  switch (type) {
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: -3, max: 3 })
    case 'decimal':
      return fc.constantFrom(-1.5, 0, 0.5, 2)
    case 'dateTime':
      return fc.constantFrom(...instants)
    case 'binary':
      return fc.constantFrom(...binaries)
    default:
      return fc.constantFrom(...(canonicalValues ?? []), ...(options.texts ?? texts))
  }
}

/** A value of an attribute, conforming to its schema and never empty. */
export function aValueOf(attribute: Attribute, options: ArbitraryOptions = {}): Arbitrary<Json> {
  if (!attribute.multiValued) return aSingleValue(attribute, options)
  const values = fc.array(aSingleValue(attribute, options), { minLength: 1, maxLength: 3 })
  return fc.tuple(values, fc.nat({ max: 3 })).map(([list, preferred]) => keepOnePrimary(list, preferred))
}

function aSingleValue(attribute: Attribute, options: ArbitraryOptions): Arbitrary<Json> {
  if (attribute.type !== 'complex') return aPlainValue(attribute, options)
  const parts = writable(attribute.subAttributes ?? [])
  return anObjectOf(parts, options).filter((value) => Object.keys(value).some((name) => name !== 'type' && name !== 'primary'))
}

function anObjectOf(attributes: readonly Attribute[], options: ArbitraryOptions): Arbitrary<JsonObject> {
  const entries = attributes.map((attribute) => [attribute.name, aValueOf(attribute, options)] as const)
  const record = fc.record(Object.fromEntries(entries), { requiredKeys: [], noNullPrototype: true })
  return record.map((value) =>
    Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, one]]))),
  )
}

/** RFC 7643 §2.4: at most one value is the preferred one. */
function keepOnePrimary(values: readonly Json[], preferred: number): Json[] {
  return values.map((value, index) =>
    value !== null && typeof value === 'object' && 'primary' in value && index !== preferred
      ? { ...value, primary: false }
      : value,
  )
}

/** What a client may write and this service keeps. */
export const writable = (attributes: readonly Attribute[]): readonly Attribute[] =>
  attributes.filter(({ name, mutability, returned }) => mutability !== 'readOnly' && returned !== 'never' && name !== 'members')

/** A resource as it is stored: conforming, without id, meta and members; its unique name is one of the texts. */
export function aResource(type: ResourceType, options: ArbitraryOptions = {}): Arbitrary<Attributes> {
  const uniqueName = type.name === 'User' ? 'userName' : 'displayName'
  const core = anObjectOf(
    writable(type.schema.attributes).filter(({ name }) => name !== uniqueName),
    options,
  )
  const extensions = type.schemaExtensions.map(({ schema }) => anExtension(schema, options))
  return fc
    .tuple(fc.constantFrom(...(options.texts ?? texts)), fc.option(fc.constantFrom('X-1', 'x-1', 'maya')), core, ...extensions)
    .map(([name, externalId, attributes, ...rest]) =>
      Object.assign({ [uniqueName]: name, ...(externalId !== null && { externalId }) }, attributes, ...rest),
    )
}

function anExtension(schema: Schema, options: ArbitraryOptions): Arbitrary<JsonObject> {
  return fc
    .option(anObjectOf(writable(schema.attributes), options))
    .map((value): JsonObject => (value === null || Object.keys(value).length === 0 ? {} : { [schema.id]: value }))
}

const equality = ['eq', 'ne'] as const
const order = [...equality, 'gt', 'ge', 'lt', 'le'] as const
const parts = [...equality, 'co', 'sw', 'ew'] as const

function operatorsOf({ type }: Attribute): readonly CompareOperator[] {
  switch (type) {
    case 'boolean':
      return equality
    case 'integer':
    case 'decimal':
    case 'dateTime':
      return order
    case 'binary':
      return parts
    default:
      return [...parts, 'gt', 'ge', 'lt', 'le']
  }
}

/** What a filter is made of. */
export interface FilterOptions extends ArbitraryOptions {
  /** Leaves out attributes, by their path such as `meta.location`. */
  readonly leaveOut?: (path: string) => boolean
  /** False leaves out `emails[…]`. */
  readonly hasValuePaths?: boolean
  /** Leaves out conditions. */
  readonly allows?: (condition: Condition) => boolean
}

/** The part of a filter that asks about one attribute. */
export type Condition = Extract<Filter, { kind: 'compare' | 'present' }>

/** An attribute, and the URN that stands in front of its name. */
export interface NamedAttribute {
  readonly urn?: string
  readonly attribute: Attribute
}

/** Every attribute of a type that a filter may name. */
export function filterable(type: ResourceType): NamedAttribute[] {
  const own = [...commonAttributes, ...type.schema.attributes].map((attribute) => ({ attribute }))
  const extended = type.schemaExtensions.flatMap(({ schema }) =>
    schema.attributes.map((attribute) => ({ urn: schema.id, attribute })),
  )
  return [...own, ...extended].filter(({ attribute }) => attribute.returned !== 'never')
}

/** A filter that `checkFilter` lets pass as it is, over these attributes. */
export function aFilter(attributes: readonly NamedAttribute[], options: FilterOptions = {}): Arbitrary<Filter> {
  const leaves = attributes.flatMap(({ urn, attribute }) => {
    const prefix = urn === undefined ? {} : { urn }
    const conditions = attribute.subAttributes
      ? attribute.subAttributes.flatMap((part) =>
          aConditionOn(part, { ...prefix, attribute: attribute.name, subAttribute: part.name }, options),
        )
      : aConditionOn(attribute, { ...prefix, attribute: attribute.name }, options)
    return [...conditions, ...aValuePath(attribute, { ...prefix, attribute: attribute.name }, options)]
  })
  return combined(fc.oneof(...leaves))
}

/** A filter in brackets, that selects values of an attribute. */
function aValueFilter(attribute: Attribute, options: FilterOptions = {}): Arbitrary<Filter> {
  const inner = (attribute.subAttributes ?? [])
    .filter(({ name }) => !options.leaveOut?.(`${attribute.name}.${name}`))
    .flatMap((part) => aConditionOn(part, { attribute: part.name }, options))
  return combined(fc.oneof(...inner))
}

function aConditionOn(attribute: Attribute, path: AttributePath, options: FilterOptions): Arbitrary<Filter>[] {
  if (options.leaveOut?.(formatAttributePath(path))) return []
  const value = fc.oneof({ weight: 9, arbitrary: aPlainValue(attribute, options) }, { weight: 1, arbitrary: fc.constant(null) })
  const compare = fc
    .tuple(fc.constantFrom(...operatorsOf(attribute)), value)
    .filter(([operator, wanted]) => wanted !== null || operator === 'eq' || operator === 'ne')
    .map(([operator, wanted]): Condition => ({ kind: 'compare', path, operator, value: wanted }))
  const allows = options.allows ?? (() => true)
  const present: Condition = { kind: 'present', path }
  return [fc.oneof({ weight: 5, arbitrary: compare }, { weight: 1, arbitrary: fc.constant(present) }).filter(allows)]
}

function aValuePath(attribute: Attribute, path: AttributePath, options: FilterOptions): Arbitrary<Filter>[] {
  if (attribute.type !== 'complex' || options.hasValuePaths === false || options.leaveOut?.(formatAttributePath(path))) return []
  return [aValueFilter(attribute, options).map((filter): Filter => ({ kind: 'valuePath', path, filter }))]
}

/** Conditions under and, or, not; not too deep. */
function combined(leaf: Arbitrary<Filter>): Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 4, arbitrary: leaf },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom('and', 'or'), tie('filter'), tie('filter'))
          .map(([kind, left, right]): Filter => ({ kind, left, right })),
      },
      { weight: 1, arbitrary: tie('filter').map((inner): Filter => ({ kind: 'not', filter: inner })) },
    ),
  }))
  return filter
}

/** A filter as RFC 7644 §3.4.2.2 writes it, with no more brackets than it needs. */
export function formatFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'or':
      return `${formatFilter(filter.left)} or ${filter.right.kind === 'or' ? inBrackets(filter.right) : formatFilter(filter.right)}`
    case 'and':
      return `${formatTerm(filter.left, ['or'])} and ${formatTerm(filter.right, ['or', 'and'])}`
    case 'not':
      return `not ${inBrackets(filter.filter)}`
    case 'present':
      return `${formatAttributePath(filter.path)} pr`
    case 'compare':
      return `${formatAttributePath(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`
    case 'valuePath':
      return `${formatAttributePath(filter.path)}[${formatFilter(filter.filter)}]`
  }
}

const inBrackets = (filter: Filter) => `(${formatFilter(filter)})`

const formatTerm = (filter: Filter, kinds: readonly Filter['kind'][]) =>
  kinds.includes(filter.kind) ? inBrackets(filter) : formatFilter(filter)

/** `urn:…:User:name.familyName` */
function formatAttributePath({ urn, attribute, subAttribute }: AttributePath): string {
  return `${urn === undefined ? '' : `${urn}:`}${attribute}${subAttribute === undefined ? '' : `.${subAttribute}`}`
}
