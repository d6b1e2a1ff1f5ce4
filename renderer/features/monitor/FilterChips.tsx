import Chip from '@mui/material/Chip'
import { Action, ExchangeFilter } from '#contract/exchange.ts'
import { Caller, callerNames } from '#contract/provider.ts'
import { ChoiceChip } from '../../components/ChoiceChip.tsx'
import { actionNames, formatStatus } from '../../exchangeOutcome.ts'
import { formatCount } from '../../format.ts'
import { CauseChip } from './CauseChip.tsx'
import type { FilterChange } from './exchangeFilter.ts'
import { colourChoices } from './marks/markColours.tsx'
import { ResourceChip } from './ResourceChip.tsx'
import { TimeChip } from './TimeChip.tsx'
import { TokenChip } from './TokenChip.tsx'

interface FilterChipsProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  readonly onChange: (change: FilterChange) => void
}

const actions = Action.options.map((action) => ({ value: action, label: actionNames[action] }))
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ value: method, label: method }))
const statuses = [200, 201, 204, 400, 401, 403, 404, 405, 409, 412, 413, 415, 429, 500, 501, 503, 0].map((status) => ({
  value: String(status),
  label: formatStatus(status),
}))
const callers = Caller.options.map((caller) => ({
  value: caller,
  label: caller === 'unknown' ? 'not recognised' : callerNames[caller],
}))
const origins = [
  { value: 'no', label: 'no' },
  { value: 'yes', label: 'yes' },
] as const

const marks = [{ value: 'pinned', label: 'pinned' }, { value: 'noted', label: 'with a note' }, ...colourChoices]

/** Every condition of the filter but its words, each as a chip that sets it or takes it away. */
export function FilterChips({ connection, filter, onChange: change }: FilterChipsProps) {
  return (
    <>
      <ChoiceChip
        label="Action"
        choices={actions}
        value={filter.action}
        onChange={(action) => change({ action: Action.optional().parse(action) })}
      />
      <ChoiceChip label="Method" choices={methods} value={filter.method} onChange={(method) => change({ method })} />
      <ChoiceChip
        label="Status"
        choices={statuses}
        value={filter.status === undefined ? undefined : String(filter.status)}
        onChange={(status) => change({ status: status === undefined ? undefined : Number(status) })}
      />
      <ChoiceChip
        label="Caller"
        choices={callers}
        value={filter.caller}
        onChange={(caller) => change({ caller: Caller.optional().parse(caller) })}
      />
      <ChoiceChip
        label="Simulated"
        choices={origins}
        value={filter.simulated}
        onChange={(simulated) => change({ simulated: ExchangeFilter.shape.simulated.parse(simulated) })}
      />
      <ChoiceChip
        label="Mark"
        choices={marks}
        value={filter.mark}
        onChange={(mark) => change({ mark: ExchangeFilter.shape.mark.parse(mark) })}
      />
      <TokenChip connection={connection} token={filter.token} onChange={(token) => change({ token })} />
      <TimeChip filter={filter} onChange={change} />
      {filter.resourceId !== undefined && (
        <ResourceChip connection={connection} resource={filter.resourceId} onDelete={() => change({ resourceId: undefined })} />
      )}
      {filter.group !== undefined && (
        <CauseChip connection={connection} group={filter.group} onDelete={() => change({ group: undefined })} />
      )}
      {filter.ids !== undefined && (
        <Chip
          size="medium"
          color="primary"
          label={`Noticed together: ${formatCount(filter.ids.split(',').length, 'request')}`}
          onDelete={() => change({ ids: undefined })}
        />
      )}
    </>
  )
}
