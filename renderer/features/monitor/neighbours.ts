import type { ListRow } from './foldLookUps.ts'

/** The rows beside an open one; undefined at an end of the list, and where the open one is not in it. */
export interface Neighbours {
  readonly newer: number | undefined
  readonly older: number | undefined
}

/** The rows above and below the exchange `id`, in a list that is newest first. */
export function findNeighbours(rows: readonly ListRow[], id: number): Neighbours {
  const at = rows.findIndex(({ exchange }) => exchange.id === id)
  if (at === -1) return { newer: undefined, older: undefined }
  return { newer: rows[at - 1]?.exchange.id, older: rows[at + 1]?.exchange.id }
}
