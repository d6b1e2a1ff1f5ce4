/** A piece of SQL and what is bound to its question marks, in order. */
export interface SqlFragment {
  readonly sql: string
  readonly params: readonly (string | number)[]
}

/** A piece of SQL with what is bound to it. */
export function sqlFragment(sql: string, ...params: readonly (string | number)[]): SqlFragment {
  return { sql, params }
}

/**
 * All texts that start with `prefix` lie between these two, the second excluded; unlike LIKE it can use an index and has
 * no letters of special meaning.
 */
export function prefixRange(prefix: string): readonly [string, string] {
  return [prefix, `${prefix}\u{10FFFF}`]
}

/** True where both are. */
export function andFragments(left: SqlFragment, right: SqlFragment): SqlFragment {
  return { sql: `(${left.sql} AND ${right.sql})`, params: [...left.params, ...right.params] }
}

/** True where one is. */
export function orFragments(left: SqlFragment, right: SqlFragment): SqlFragment {
  return { sql: `(${left.sql} OR ${right.sql})`, params: [...left.params, ...right.params] }
}

/** True where the other is false or NULL. */
export function notFragment({ sql, params }: SqlFragment): SqlFragment {
  return { sql: `((${sql}) IS NOT TRUE)`, params }
}
