import type { Attribute, ResourceType } from '#contract/scim/schema.ts'
import type { ResolvedAttribute } from '../protocol/path.ts'
import { invalidFilter } from '../protocol/scimError.ts'
import { type SqlFragment, sqlFragment } from './sqlFragment.ts'

/** What a filter is asked of. */
export interface FilterScope {
  readonly connectionId: number
  readonly type: ResourceType
}

/** A value that a condition is asked of. The expression is NULL where the value is absent. */
export interface Operand {
  readonly attribute: Attribute
  readonly expression: SqlFragment
  /** True where the expression is in lower case already. */
  readonly isFolded: boolean
}

/** The values of a multi-valued attribute, as rows among which a condition selects. */
export interface Elements {
  /** True for a resource of which at least one value meets the condition. */
  readonly select: (condition: SqlFragment) => SqlFragment
  /** What the expression of an operand is for the preferred value, else for the first one; NULL where there is none. */
  readonly first: (expression: SqlFragment) => SqlFragment
  /** A sub-attribute of the value at hand, or the value itself where it has no parts. */
  readonly operandOf: (subAttribute: Attribute | undefined) => Operand
}

/** What a path to a single value is compared by. */
export function plainOperand(target: ResolvedAttribute): Operand {
  const attribute = target.subAttribute ?? target.attribute
  if (isUniqueName(target)) return { attribute, expression: sqlFragment('resource.folded_name'), isFolded: true }
  const column = columnOf(target)
  if (column !== undefined) return { attribute, expression: sqlFragment(column), isFolded: false }
  if (isMeta(target)) throw unanswerable(target.attribute, target.subAttribute)
  const path = target.subAttribute ? `${jsonPath(target)}.${quote(target.subAttribute)}` : jsonPath(target)
  return { attribute, expression: assigned(sqlFragment('json_extract(resource.document, ?)', path)), isFolded: false }
}

/** Where the values of a multi-valued attribute are: in the document, but members and groups are rows of their own. */
export function elementsOf(target: ResolvedAttribute, scope: FilterScope): Elements {
  const { attribute, isExtension } = target
  if (!isExtension && attribute.name === 'members') return memberElements(attribute, scope)
  if (!isExtension && attribute.name === 'groups') return groupElements(attribute, scope)
  if (!isExtension && attribute.name === 'schemas') return schemaElements(attribute, scope)
  return {
    select: ({ sql, params }) =>
      sqlFragment(`EXISTS (SELECT 1 FROM json_each(resource.document, ?) AS element WHERE ${sql})`, jsonPath(target), ...params),
    first: ({ sql, params }) =>
      sqlFragment(
        `(SELECT ${sql}
            FROM json_each(resource.document, ?) AS element
           ORDER BY CASE element.type WHEN 'object' THEN json_extract(element.value, '$.primary') END IS NOT TRUE, element.key
           LIMIT 1)`,
        ...params,
        jsonPath(target),
      ),
    operandOf: (subAttribute) => {
      const expression = subAttribute
        ? sqlFragment('json_extract(element.value, ?)', `$.${quote(subAttribute)}`)
        : sqlFragment('element.value')
      return { attribute: subAttribute ?? attribute, expression: assigned(expression), isFolded: false }
    },
  }
}

/** True for the attribute whose folded value has a column and an index: userName, or a group's displayName. */
export function isUniqueName({ schema, isExtension, attribute }: ResolvedAttribute): boolean {
  return !isExtension && attribute.name === (schema.name === 'Group' ? 'displayName' : 'userName')
}

/** Whether a single attribute with several parts is there at all. */
export function presenceOf(target: ResolvedAttribute): SqlFragment {
  if (isMeta(target)) return sqlFragment('TRUE')
  return sqlFragment('(json_extract(resource.document, ?) IS NOT NULL)', jsonPath(target))
}

function isMeta({ isExtension, attribute }: ResolvedAttribute): boolean {
  return !isExtension && attribute.name === 'meta'
}

function columnOf({ isExtension, attribute, subAttribute }: ResolvedAttribute): string | undefined {
  if (isExtension) return undefined
  switch (subAttribute ? `${attribute.name}.${subAttribute.name}` : attribute.name) {
    case 'id':
      return 'resource.id'
    case 'externalId':
      return 'resource.external_id'
    case 'meta.resourceType':
      return 'resource.resource_type'
    case 'meta.created':
      return 'resource.created_at'
    case 'meta.lastModified':
      return 'resource.modified_at'
    case 'meta.version':
      return `('W/"' || resource.version || '"')`
    default:
      return undefined
  }
}

function memberElements(attribute: Attribute, scope: FilterScope): Elements {
  return membershipElements(attribute, scope, {
    own: 'group_seq',
    other: 'member_seq',
    parts: {
      value: 'other.id',
      type: 'other.resource_type',
      display: `ifnull(json_extract(other.document, '$.displayName'), json_extract(other.document, '$.userName'))`,
    },
  })
}

function groupElements(attribute: Attribute, scope: FilterScope): Elements {
  return membershipElements(attribute, scope, {
    own: 'member_seq',
    other: 'group_seq',
    parts: { value: 'other.id', type: `'direct'`, display: `json_extract(other.document, '$.displayName')` },
  })
}

/** One side of a membership, and what the other side's row says of itself. */
interface MembershipSide {
  readonly own: 'group_seq' | 'member_seq'
  readonly other: 'group_seq' | 'member_seq'
  /** Expressions by the name of the sub-attribute. */
  readonly parts: Readonly<Record<string, string>>
}

/** Memberships are read once, from the other side, and not once for each resource. */
function membershipElements(
  attribute: Attribute,
  { connectionId }: FilterScope,
  { own, other, parts }: MembershipSide,
): Elements {
  return {
    select: ({ sql, params }) =>
      sqlFragment(
        `resource.seq IN (SELECT membership.${own}
                            FROM membership
                            JOIN resource AS other
                              ON other.seq = membership.${other}
                           WHERE other.connection_id = ?
                             AND ${sql})`,
        connectionId,
        ...params,
      ),
    first: ({ sql, params }) =>
      sqlFragment(
        `(SELECT ${sql}
            FROM membership
            JOIN resource AS other
              ON other.seq = membership.${other}
           WHERE membership.${own} = resource.seq
           ORDER BY membership.${other}
           LIMIT 1)`,
        ...params,
      ),
    operandOf: (subAttribute) => {
      const expression = subAttribute && parts[subAttribute.name]
      if (expression === undefined) throw unanswerable(attribute, subAttribute)
      return { attribute: subAttribute ?? attribute, expression: sqlFragment(expression), isFolded: false }
    },
  }
}

/** The core schema, and each extension of which there is an attribute. */
function schemaElements(attribute: Attribute, { type }: FilterScope): Elements {
  const listed = type.schemaExtensions.map(({ schema }) =>
    sqlFragment(
      `UNION ALL
       SELECT ?
        WHERE EXISTS (SELECT 1
                        FROM json_each(resource.document, ?)
                       WHERE key IN (${schema.attributes.map(() => '?').join(', ')}))`,
      schema.id,
      `$."${schema.id}"`,
      ...schema.attributes.map(({ name }) => name),
    ),
  )
  return {
    select: ({ sql, params }) =>
      sqlFragment(
        `EXISTS (SELECT 1
                   FROM (SELECT ? AS value
                         ${listed.map((one) => one.sql).join('\n')}) AS element
                  WHERE ${sql})`,
        type.schema.id,
        ...listed.flatMap((one) => one.params),
        ...params,
      ),
    // The core schema stands first.
    first: () => sqlFragment('?', type.schema.id),
    operandOf: () => ({ attribute, expression: sqlFragment('element.value'), isFolded: false }),
  }
}

function unanswerable(attribute: Attribute, subAttribute: Attribute | undefined) {
  return invalidFilter(`${attribute.name}${subAttribute ? `.${subAttribute.name}` : ''} cannot be filtered by.`)
}

/** An empty text counts as no value. */
function assigned({ sql, params }: SqlFragment): SqlFragment {
  return sqlFragment(`nullif(${sql}, '')`, ...params)
}

/** Names come from the schemas; quotation marks keep the dots of a URN and the `$` of `$ref` apart from the notation. */
function jsonPath({ schema, isExtension, attribute }: ResolvedAttribute): string {
  return isExtension ? `$."${schema.id}".${quote(attribute)}` : `$.${quote(attribute)}`
}

function quote({ name }: Attribute): string {
  return `"${name}"`
}
