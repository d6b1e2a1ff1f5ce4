import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { ExchangeDetail } from '#contract/exchange.ts'
import { callerNames } from '#contract/provider.ts'
import { Timestamp } from '../../components/Timestamp.tsx'
import { formatStatus, isFailure } from '../../exchangeOutcome.ts'
import { monospace } from '../../theme.ts'
import { formatDuration } from '../../time.ts'
import { useService } from '../../useService.ts'
import { findCorrelationId } from './correlationId.ts'

/** The line below the sentence: method and target, status, time, token, caller, and the ids to look it up by. */
export function ExchangeFacts({ detail }: { readonly detail: ExchangeDetail }) {
  const { summary, tokenLabel } = detail
  const connection = useService('listConnections').data?.find(({ slug }) => slug === detail.connection)
  const correlationId = findCorrelationId(detail.request)
  const facts: readonly { readonly name: string; readonly value: ReactNode }[] = [
    { name: 'Received', value: <Timestamp at={summary.receivedAt} /> },
    { name: 'Status', value: <StatusText summary={summary} /> },
    { name: 'Took', value: formatDuration(summary.durationMs) },
    { name: 'Caller', value: summary.caller === 'unknown' ? 'not recognised' : callerNames[summary.caller] },
    {
      name: 'Token',
      value: summary.tokenLastFour === null ? 'none matched' : `…${summary.tokenLastFour}${tokenLabel ? ` (${tokenLabel})` : ''}`,
    },
    { name: 'Connection', value: connection?.name ?? detail.connection ?? 'none of the path' },
    { name: 'Number', value: summary.id },
    ...(correlationId === undefined ? [] : [{ name: 'Correlation id', value: <code>{correlationId}</code> }]),
  ]
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box component="code" sx={{ fontFamily: monospace, fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
        <strong>{summary.method}</strong> {summary.target}
      </Box>
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5, fontSize: '0.8125rem' }}>
        {facts.map(({ name, value }) => (
          <Box key={name} sx={{ display: 'flex', gap: 0.75 }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function StatusText({ summary }: { readonly summary: ExchangeDetail['summary'] }) {
  const { status, scimType } = summary
  return (
    <Box component="span" sx={isFailure(summary) ? { color: 'error.main', fontWeight: 600 } : {}}>
      {formatStatus(status)}
      {scimType && ` · ${scimType}`}
    </Box>
  )
}
