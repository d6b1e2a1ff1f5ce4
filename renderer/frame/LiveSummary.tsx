import Box from '@mui/material/Box'

import { useEffect, useState } from 'react'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { stepIds } from '#contract/setup.ts'
import { visuallyHidden } from '../components/visuallyHidden.ts'
import { formatCount } from '../format.ts'
import { onExchangeArrived } from '../service.ts'
import { useFaults } from '../useFaults.ts'
import { useService } from '../useService.ts'

const everyMs = 10_000

/** Says aloud, at most every 10 seconds, how much arrived and how far the setup is. Beside the notice of a lost stream the only live region. */
export function LiveSummary({ connection }: { readonly connection: string }) {
  const [arrivals, setArrivals] = useState('')
  useEffect(() => {
    let count = 0
    let latest: ExchangeSummary | undefined
    const unsubscribe = onExchangeArrived(connection, (exchange) => {
      count += 1
      latest = exchange
    })
    const timer = setInterval(() => {
      if (latest === undefined) return
      setArrivals(`${formatCount(count, 'request')} arrived. The last: ${latest.sentence}.`)
      count = 0
      latest = undefined
    }, everyMs)
    return () => {
      unsubscribe()
      clearInterval(timer)
    }
  }, [connection])
  const steps = useService('getSetup', { params: { connection } }).data?.steps
  const areFaultsArmed = useFaults(connection).faults.length > 0
  const proven = steps && stepIds.filter((id) => steps[id] === 'verified').length
  return (
    <Box role="status" aria-live="polite" sx={visuallyHidden}>
      {proven === undefined ? null : `${proven} of ${stepIds.length} setup steps are proven. `}
      {areFaultsArmed ? 'Faults on purpose are armed. ' : null}
      {arrivals}
    </Box>
  )
}
