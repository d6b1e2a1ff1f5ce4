import MoreIcon from '@mui/icons-material/MoreVert'
import IconButton from '@mui/material/IconButton'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Clearing } from '#contract/exchange.ts'
import { formatCount, formatNumber } from '../../format.ts'
import { type ConsoleError, callService } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'
import { rereadList } from './marks/useMark.ts'
import { noticed } from './monitorStore.ts'

interface ClearMenuProps {
  readonly connection: string
  /** The filter hides some of what would go. */
  readonly isNarrowed: boolean
}

/** The menu of the list: names how many requests a clearing takes, and takes no other ones. */
export function ClearMenu({ connection, isNarrowed }: ClearMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const menuId = useId()
  const client = useQueryClient()
  const input = { params: { connection } }
  const { data, error } = useQuery<Clearing, ConsoleError>({
    queryKey: toQueryKey('getClearing', input),
    queryFn: () => callService('getClearing', input),
    enabled: anchor !== null,
    // Counted anew each time: the number that is named is the number that goes.
    gcTime: 0,
    staleTime: 0,
  })
  const clear = useMutation<Clearing, ConsoleError, number>({
    mutationFn: (upTo) => callService('clearExchanges', { ...input, body: { upTo } }),
    onSuccess: async (taken) => {
      noticed({ kind: 'cleared', taken })
      await rereadList(client, connection)
    },
    onError: ({ message }) => noticed({ kind: 'failed', message: `Nothing was cleared: ${message}` }),
  })
  return (
    <>
      <IconButton
        aria-label="More"
        title="More"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreIcon fontSize="small" />
      </IconButton>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem
          disabled={!data || data.count === 0}
          onClick={() => {
            setAnchor(null)
            if (data) clear.mutate(data.upTo)
          }}
        >
          <ListItemText
            primary={error ? `They could not be counted: ${error.message}` : toLabel(data)}
            secondary={toRemark(data, isNarrowed)}
          />
        </MenuItem>
      </Menu>
    </>
  )
}

function toLabel(data: Clearing | undefined): string {
  if (!data) return 'Counting…'
  return data.count === 0 ? 'Nothing to clear' : `Clear all ${formatCount(data.count, 'request')}`
}

function toRemark(data: Clearing | undefined, isNarrowed: boolean): string | undefined {
  if (!data) return undefined
  const pinned =
    data.pinnedCount > 0 ? `${formatNumber(data.pinnedCount)} pinned ${data.pinnedCount === 1 ? 'stays' : 'stay'}.` : ''
  return [isNarrowed && data.count > 0 ? 'Those that the filter hides, too.' : '', pinned].join(' ').trim() || undefined
}
