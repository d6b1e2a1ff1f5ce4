import { useEffect } from 'react'
import type { ConsoleRouteName } from '#contract/console.ts'
import type { StreamEvent } from '#contract/streamEvent.ts'
import { forgetConnection } from './forgetConnection.ts'
import { queryClient } from './queryClient.ts'
import { subscribeToStream } from './service.ts'
import { toQueryKey } from './useService.ts'

/** What an arrived exchange makes stale, and how often it may be read anew. The activity list takes exchanges itself. */
const staleAfterExchange: readonly { readonly everyMs: number; readonly routes: readonly ConsoleRouteName[] }[] = [
  { everyMs: 300, routes: ['getSetup'] },
  { everyMs: 1000, routes: ['getHistory', 'getHistoryState', 'listMembers'] },
  { everyMs: 5000, routes: ['getDensity'] },
  {
    everyMs: 1000,
    routes: ['getErrorLog', 'getDiagnosis', 'listLearners', 'getLearner', 'listGroups', 'getSimulation', 'listFaults'],
  },
  { everyMs: 5000, routes: ['listFindings', 'getFailureTrends'] },
]

/** For what changes seldom: a reply that is on its way may not know of the change, and is asked for again. */
function readAnew(routes: readonly ConsoleRouteName[]): void {
  for (const route of routes) void queryClient.invalidateQueries({ queryKey: [route] })
}

/** For what changes with every exchange. @returns true where a reply was on its way already, which may know nothing of what has made it stale */
function invalidate(routes: readonly ConsoleRouteName[]): boolean {
  const isUnderWay = routes.some((route) => queryClient.isFetching({ queryKey: [route] }) > 0)
  // One at a time waits for what is on its way, so that a slow reply is not asked for again and again.
  for (const route of routes) void queryClient.invalidateQueries({ queryKey: [route] }, { cancelRefetch: false })
  return isUnderWay
}

/** When a reply is asked for again that was on its way when it became stale. */
const retryMs = 1000

/** Calls `work` at once and then at most every `everyMs`; the last call is never lost, nor one for which `work` wants another. */
function throttle(work: () => boolean, everyMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false
  const run = () => {
    isDue = work()
    timer = setTimeout(
      () => {
        timer = undefined
        if (isDue) run()
      },
      isDue ? Math.min(everyMs, retryMs) : everyMs,
    )
  }
  return {
    call: () => {
      if (timer === undefined) run()
      else isDue = true
    },
    stop: () => clearTimeout(timer),
  }
}

/** Keeps the query cache fresh from the live stream. Mounted once, by App. */
export function useLiveUpdates(): void {
  useEffect(() => {
    const refreshes = staleAfterExchange.map(({ everyMs, routes }) => throttle(() => invalidate(routes), everyMs))
    const onEvent = (event: StreamEvent) => {
      switch (event.type) {
        // Only exchanges are sent again: the rest may have changed while there was no stream.
        case 'opened':
          readAnew(['getStatus', 'getSetup', 'getDiagnosis', 'listConnections', 'listExtensions', 'getSimulation'])
          return
        case 'exchange':
          for (const refresh of refreshes) refresh.call()
          return
        case 'setupChanged':
          readAnew(['getSetup', 'getDiagnosis', 'getReach', 'listConnections', 'listExtensions'])
          return
        case 'connectionsChanged':
          readAnew(['listConnections'])
          return
        case 'connectionRemoved':
          forgetConnection(queryClient, event.connection)
          readAnew(['listConnections'])
          return
        case 'simulation': {
          const key = toQueryKey('getSimulation', { params: { connection: event.connection } })
          queryClient.setQueryData(key, { simulation: event.simulation, hasData: true })
          if (event.simulation.state !== 'running') for (const refresh of refreshes) refresh.call()
          return
        }
        case 'faultsChanged':
          queryClient.setQueryData(toQueryKey('listFaults', { params: { connection: event.connection } }), event.faults)
          return
        case 'causesChanged':
          readAnew(['getErrorLog', 'listFindings'])
          return
        case 'viewsChanged':
          readAnew(['listViews'])
          return
        case 'exchangeMarked':
          readAnew(['getExchange'])
          // The activity screen changes what it shows itself; lists that it left aside are read anew.
          queryClient.removeQueries({ queryKey: ['heldExchanges'], type: 'inactive' })
          return
        case 'listCleared':
          readAnew(['getErrorLog', 'listFindings', 'getDiagnosis', 'getDensity', 'getLearner', 'getStoredAmount'])
          queryClient.removeQueries({ queryKey: ['heldExchanges', event.connection], type: 'inactive' })
          return
        case 'statusChanged':
          readAnew(['getStatus', 'getSetup', 'getDiagnosis', 'getReach'])
          return
        case 'resync':
          void queryClient.invalidateQueries()
      }
    }
    const unsubscribe = subscribeToStream(onEvent)
    return () => {
      unsubscribe()
      for (const refresh of refreshes) refresh.stop()
    }
  }, [])
}
