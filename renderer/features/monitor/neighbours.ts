/** The rows beside an open one; undefined at an end of the list, and where the open one is not in it. */
export interface Neighbours {
  readonly newer: number | undefined
  readonly older: number | undefined
}

/** The rows beside the exchange `id` in a list that is newest first. */
export function findNeighbours(rows: readonly { readonly id: number }[], id: number): Neighbours {
  const at = rows.findIndex((row) => row.id === id)
  return at === -1 ? { newer: undefined, older: undefined } : { newer: rows[at - 1]?.id, older: rows[at + 1]?.id }
}
