import AddIcon from '@mui/icons-material/Add'
import ManageIcon from '@mui/icons-material/SettingsOutlined'
import ExpandIcon from '@mui/icons-material/UnfoldMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { toHindrance, toProviderName } from '../connectionWords.ts'
import { toPlace } from '../places.ts'
import { useService } from '../useService.ts'
import { ConnectionItem } from './ConnectionItem.tsx'

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }

/** Shows and chooses the connection; everything below belongs to that one. The screen stays the same. */
export function ConnectionSwitcher({ connection }: { readonly connection: string }) {
  const connections = useService('listConnections').data ?? []
  const current = connections.find(({ slug }) => slug === connection)
  const screen = toPlace(useLocation())?.screen ?? 'setup'
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  const state = [toProviderName(current), current && toHindrance(current)].filter((part) => part !== undefined)
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        aria-haspopup="menu"
        aria-label={`Connection ${current?.name ?? connection}, ${state.join(', ')}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandIcon sx={{ color: 'text.secondary' }} />}
        sx={{ borderColor: 'divider', minWidth: 0, maxWidth: { xs: 'min(240px, 100vw - 152px)', md: 380 }, flexShrink: 1 }}
      >
        <Box component="span" sx={{ ...cut, flex: 'none', maxWidth: '72%' }}>
          {current?.name ?? connection}
        </Box>
        <Box component="span" sx={{ ...cut, minWidth: 0, fontWeight: 400, color: 'text.secondary', whiteSpace: 'pre' }}>
          {` · ${toProviderName(current)}`}
        </Box>
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        slotProps={{ list: { 'aria-label': 'Connections' }, paper: { sx: { width: 400, maxWidth: 'calc(100vw - 32px)' } } }}
      >
        {connections.map((one) => (
          <ConnectionItem
            key={one.slug}
            connection={one}
            to={`/${one.slug}/${screen}`}
            isCurrent={one.slug === connection}
            onChoose={close}
          />
        ))}
        <Divider />
        <MenuItem component={Link} to={`/${connection}/connections?new`} onClick={close}>
          <ListItemIcon>
            <AddIcon fontSize="small" />
          </ListItemIcon>
          New connection…
        </MenuItem>
        <MenuItem component={Link} to={`/${connection}/connections`} onClick={close}>
          <ListItemIcon>
            <ManageIcon fontSize="small" />
          </ListItemIcon>
          Manage connections
        </MenuItem>
      </Menu>
    </>
  )
}
