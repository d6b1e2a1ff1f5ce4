import { LearnerStatus } from '#contract/learner.ts'

/** How many learners or groups stand on one page. */
export const pageSize = 50

/** What the roster shows, as its address tells: the tab, the search, the status and the page, counted from 0. */
export interface RosterQuery {
  readonly tab: 'learners' | 'groups'
  readonly search: string
  readonly status: LearnerStatus | undefined
  readonly page: number
}

/** Reads the query string; what cannot be read is left out. */
export function readRosterQuery(params: URLSearchParams): RosterQuery {
  const status = LearnerStatus.safeParse(params.get('status'))
  const page = Number(params.get('page') ?? 1)
  return {
    tab: params.get('tab') === 'groups' ? 'groups' : 'learners',
    search: params.get('search') ?? '',
    status: status.success ? status.data : undefined,
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  }
}

/** The query string of the roster, without what is the default. */
export function toRosterParams({ tab, search, status, page }: RosterQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (tab !== 'learners') params.set('tab', tab)
  if (search !== '') params.set('search', search)
  if (status !== undefined) params.set('status', status)
  if (page > 0) params.set('page', String(page + 1))
  return params
}
