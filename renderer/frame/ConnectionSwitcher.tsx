import CheckIcon from '@mui/icons-material/Check'
import ExpandIcon from '@mui/icons-material/UnfoldMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Connection } from '#contract/connection.ts'
import { findGuide } from '#contract/guides/findGuide.ts'
import { useService } from '../useService.ts'

const toProviderName = (connection: Connection | undefined) =>
  connection?.provider
    ? connection.provider === 'other'
      ? 'another provider'
      : findGuide(connection.provider).name
    : 'no provider chosen'

/** Shows and chooses the connection; everything below belongs to that one. */
export function ConnectionSwitcher({ connection }: { readonly connection: string }) {
  const connections = useService('listConnections').data ?? []
  const current = connections.find(({ slug }) => slug === connection)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        aria-haspopup="menu"
        aria-label={`Connection ${current?.name ?? connection}, ${toProviderName(current)}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ExpandIcon sx={{ color: 'text.secondary' }} />}
        sx={{ borderColor: 'divider', minWidth: 0, maxWidth: { xs: 240, md: 380 }, flexShrink: 1 }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {current?.name ?? connection}
        </Box>
        <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary', flex: 'none', whiteSpace: 'pre' }}>
          {` · ${toProviderName(current)}`}
        </Box>
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Connections' } }}
      >
        {connections.map((one) => (
          <MenuItem
            key={one.slug}
            component={RouterLink}
            to={`/${one.slug}/setup`}
            selected={one.slug === connection}
            onClick={() => setAnchor(null)}
          >
            <ListItemIcon>{one.slug === connection ? <CheckIcon fontSize="small" /> : null}</ListItemIcon>
            <ListItemText primary={one.name} secondary={`${toProviderName(one)} · /${one.slug}/scim/v2`} />
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
