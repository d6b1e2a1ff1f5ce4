import ArrowIcon from '@mui/icons-material/ArrowDropDown'
import Chip from '@mui/material/Chip'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useId, useState } from 'react'
import type { ExchangeFilter } from '#contract/exchange.ts'
import { isNarrowed, toSearchParams } from '../exchangeFilter.ts'
import { EditViewsDialog } from './EditViewsDialog.tsx'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import { useViews } from './useViews.ts'

interface ViewsMenuProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  readonly onFilter: (filter: ExchangeFilter) => void
}

/** Filters that were saved under a name: opens one, saves the present one, and leads to their names. */
export function ViewsMenu({ connection, filter, onFilter }: ViewsMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [dialog, setDialog] = useState<'save' | 'edit'>()
  const menuId = useId()
  const { list } = useViews(connection)
  const views = list.data ?? []
  const present = toSearchParams(filter).toString()
  const shown = views.find((view) => toSearchParams(view.filter).toString() === present)
  const close = () => setAnchor(null)
  const openDialog = (which: 'save' | 'edit') => {
    close()
    setDialog(which)
  }
  return (
    <>
      <Chip
        component="button"
        type="button"
        size="medium"
        variant="outlined"
        label={shown ? `View: ${shown.name}` : 'Views'}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        onDelete={(event) => setAnchor(event.currentTarget.parentElement)}
        deleteIcon={<ArrowIcon />}
        sx={{ cursor: 'pointer', maxWidth: 'min(280px, 100%)' }}
      />
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={close}>
        {views.map((view) => (
          <MenuItem
            key={view.id}
            selected={view.id === shown?.id}
            sx={{ maxWidth: 360, whiteSpace: 'normal', overflowWrap: 'anywhere' }}
            onClick={() => {
              close()
              onFilter(view.filter)
            }}
          >
            {view.name}
          </MenuItem>
        ))}
        {list.error && <MenuItem disabled>The saved views could not be read</MenuItem>}
        {views.length > 0 && <Divider />}
        <MenuItem disabled={!isNarrowed(filter)} onClick={() => openDialog('save')}>
          Save this filter…
        </MenuItem>
        {views.length > 0 && <MenuItem onClick={() => openDialog('edit')}>Edit views…</MenuItem>}
      </Menu>
      {dialog === 'save' && <SaveViewDialog connection={connection} filter={filter} onClose={() => setDialog(undefined)} />}
      {dialog === 'edit' && <EditViewsDialog connection={connection} filter={filter} onClose={() => setDialog(undefined)} />}
    </>
  )
}
