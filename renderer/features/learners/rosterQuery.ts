import { type GroupQuery, GroupSort, type LearnerQuery, LearnerSort, LearnerStatus } from '#contract/learner.ts'

/** How many learners or groups stand on one page. */
export const pageSize = 50

/** What the roster shows, as its address tells: the tab, the search, the status, the order of the tab and the page, counted from 0. */
export interface RosterQuery extends Pick<LearnerQuery, 'sort' | 'order'> {
  readonly tab: 'learners' | 'groups'
  readonly search: string
  readonly status: LearnerStatus | undefined
  readonly page: number
  /** The order of the groups. */
  readonly groups: Pick<GroupQuery, 'sort' | 'order'>
}

/** Names are read from a to z, times from the newest. */
export const firstOrder = (sort: LearnerSort): RosterQuery['order'] =>
  sort === 'created' || sort === 'lastChange' ? 'desc' : 'asc'

/** Names are read from a to z; what is large or new is read first. */
export const firstGroupOrder = (sort: GroupSort): RosterQuery['order'] => (sort === 'name' ? 'asc' : 'desc')

/** Reads the query string; what cannot be read is left out. */
export function readRosterQuery(params: URLSearchParams): RosterQuery {
  const status = LearnerStatus.safeParse(params.get('status'))
  const page = Number(params.get('page') ?? 1)
  const given = LearnerSort.safeParse(params.get('sort'))
  const sort = given.success ? given.data : 'created'
  const groupSort = GroupSort.catch('name').parse(params.get('sort'))
  const text = params.get('order')
  const order = text === 'asc' || text === 'desc' ? text : undefined
  return {
    tab: params.get('tab') === 'groups' ? 'groups' : 'learners',
    search: params.get('search') ?? '',
    status: status.success ? status.data : undefined,
    sort,
    order: order ?? firstOrder(sort),
    groups: { sort: groupSort, order: order ?? firstGroupOrder(groupSort) },
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  }
}

/** The query string of the roster, without what is the default. */
export function toRosterParams({ tab, search, status, sort, order, page, groups }: RosterQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (tab !== 'learners') params.set('tab', tab)
  if (search !== '') params.set('search', search)
  if (status !== undefined) params.set('status', status)
  if (tab === 'groups') {
    if (groups.sort !== 'name') params.set('sort', groups.sort)
    if (groups.order !== firstGroupOrder(groups.sort)) params.set('order', groups.order)
  } else {
    if (sort !== 'created') params.set('sort', sort)
    if (order !== firstOrder(sort)) params.set('order', order)
  }
  if (page > 0) params.set('page', String(page + 1))
  return params
}
