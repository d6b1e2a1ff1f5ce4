import type { RefObject } from 'react'
import type { RosterQuery } from './rosterQuery.ts'

/** What both tabs of the roster are given. */
export interface RosterProps {
  readonly connection: string
  readonly query: RosterQuery
  readonly searchField: RefObject<HTMLInputElement | null>
  /** Another search or status starts at the first page. */
  readonly onChange: (change: Partial<RosterQuery>) => void
}
