import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ExchangeFilter, ExchangeSummary } from '#contract/exchange.ts'
import { type ConsoleError, callService, onExchangeArrived } from '../../service.ts'
import { createBatch } from './batch.ts'
import { matchFilter, toSearchParams } from './exchangeFilter.ts'
import { addArrivals, addNewestPage, addOlder, fromPage, type HeldExchanges, letIn } from './heldExchanges.ts'

const pageSize = 100
/** How often at most the first page is read anew for arrivals that only the service can match. */
const rereadPauseMs = 1000

interface HeldExchangesOptions {
  readonly connection: string
  readonly filter: ExchangeFilter
  /** live: arrivals show at once; held: they wait. */
  readonly mode: 'live' | 'held'
}

/** The activity list, whether its newest page came, and how to get more. */
export type HeldList = ReturnType<typeof useHeldExchanges>

/** The activity list of one connection and filter: kept fresh by the live stream, older pages on demand. */
export function useHeldExchanges({ connection, filter, mode }: HeldExchangesOptions) {
  const client = useQueryClient()
  const key: QueryKey = ['heldExchanges', connection, toSearchParams(filter).toString()]
  // A page that was asked for in one mode may arrive in another: what counts is the mode at that moment.
  const modeNow = useRef(mode)
  useEffect(() => {
    modeNow.current = mode
  }, [mode])

  const readPage = (before?: number) => {
    const query = { ...filter, limit: pageSize, ...(before === undefined ? {} : { before }) }
    return callService('listExchanges', { params: { connection }, query })
  }
  const newest = useQuery<HeldExchanges, ConsoleError>({
    queryKey: key,
    queryFn: async () => {
      const page = await readPage()
      const held = client.getQueryData<HeldExchanges>(key)
      return held ? addNewestPage(held, page, modeNow.current) : fromPage(page)
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    // Rows are kept as they are anyway; comparing two thousand of them with each arrival finds nothing to share.
    structuralSharing: false,
  })
  const older = useMutation<void, ConsoleError>({
    mutationFn: async () => {
      const held = client.getQueryData<HeldExchanges>(key)
      if (!held?.hasMore) return
      const page = await readPage(held.shown.at(-1)?.id)
      client.setQueryData<HeldExchanges>(key, (now) => now && addOlder(now, page))
    },
  })

  const letWaitingIn = () => {
    client.setQueryData<HeldExchanges>(key, (held) => held && letIn(held))
  }
  const handleMode = useEffectEvent((now: 'live' | 'held') => {
    if (now === 'live') letWaitingIn()
  })
  useEffect(() => handleMode(mode), [mode])

  const reread = useEffectEvent(() => void newest.refetch({ cancelRefetch: false }))
  const handleArrivals = useEffectEvent((arrivals: readonly ExchangeSummary[]) => {
    const matching = arrivals.filter((exchange) => matchFilter(filter, exchange) === 'yes')
    client.setQueryData<HeldExchanges>(key, (held) => held && addArrivals(held, matching, mode))
    client.setQueryData<number>(toTotalKey(connection), (total) => total && total + arrivals.length)
    // What came while the first page is on its way may be missing in it.
    if (!client.getQueryData(key)) return true
    return arrivals.some((exchange) => matchFilter(filter, exchange) === 'unknown')
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rereadSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        reread()
      }, rereadPauseMs)
    }
    const batch = createBatch<ExchangeSummary>((arrivals, hasLost) => {
      if (handleArrivals(arrivals) || hasLost) rereadSoon()
    })
    const unsubscribe = onExchangeArrived(connection, batch.add)
    return () => {
      unsubscribe()
      batch.stop()
      clearTimeout(timer)
    }
  }, [connection])

  // Not while what is shown already is read anew for arrivals.
  const isSearching = newest.isFetching && !newest.isFetchedAfterMount
  return { newest, older, letWaitingIn, isSearching }
}

const toTotalKey = (connection: string): QueryKey => ['exchangeTotal', connection]

/** How many exchanges there are without any filter; undefined until it is known. Read only where `isWanted`. */
export function useExchangeTotal(connection: string, isWanted: boolean): number | undefined {
  const { data } = useQuery<number, ConsoleError>({
    queryKey: toTotalKey(connection),
    queryFn: async () => (await callService('listExchanges', { params: { connection }, query: { limit: 1 } })).total,
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
  return data
}
