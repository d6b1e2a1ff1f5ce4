import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { HistoryPage, HistoryState } from '#contract/history.ts'
import type { Member } from '#contract/member.ts'
import { type ConsoleError, callService } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'

/** Which learner or group of which connection. */
export interface ResourceRef {
  readonly connection: string
  readonly resource: string
}

/** What touched a learner or group, newest first, a page at a time; the live stream keeps it fresh. */
export function useHistory(params: ResourceRef) {
  return useInfiniteQuery<HistoryPage, ConsoleError, { pages: HistoryPage[] }, readonly unknown[], number | undefined>({
    queryKey: toQueryKey('getHistory', { params: { ...params }, query: {} }),
    queryFn: ({ pageParam }) =>
      callService('getHistory', { params: { ...params }, query: pageParam === undefined ? {} : { before: pageParam } }),
    initialPageParam: undefined,
    getNextPageParam: ({ events, hasMore }) => (hasMore ? events.at(-1)?.exchange.id : undefined),
  })
}

/** A moment, and the one that it is compared with; undefined: now, and the one before. */
export interface Moments {
  readonly at?: number | undefined
  readonly against?: number | undefined
}

/** The state at a moment; the former one stays until it is there. */
export function useHistoryState(params: ResourceRef, { at, against }: Moments) {
  const query = { ...(at !== undefined && { at }), ...(against !== undefined && { against }) }
  return useQuery<HistoryState, ConsoleError>({
    queryKey: toQueryKey('getHistoryState', { params: { ...params }, query }),
    queryFn: () => callService('getHistoryState', { params: { ...params }, query }),
    placeholderData: keepPreviousData,
  })
}

/** As many members are read at once. */
const membersAtOnce = 20

/** The members of a group at a moment, a page at a time; the former ones stay until they are there. */
export function useMembers(params: ResourceRef, at: number | undefined) {
  const query = { ...(at !== undefined && { at }), limit: membersAtOnce }
  return useInfiniteQuery<Member[], ConsoleError, { pages: Member[][] }, readonly unknown[], number>({
    queryKey: toQueryKey('listMembers', { params: { ...params }, query }),
    queryFn: ({ pageParam }) => callService('listMembers', { params: { ...params }, query: { ...query, start: pageParam } }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length === membersAtOnce ? pages.length * membersAtOnce : undefined),
    placeholderData: keepPreviousData,
  })
}
