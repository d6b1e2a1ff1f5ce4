import DarkIcon from '@mui/icons-material/DarkModeOutlined'
import LightIcon from '@mui/icons-material/LightModeOutlined'
import SystemIcon from '@mui/icons-material/SettingsBrightnessOutlined'
import IconButton from '@mui/material/IconButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useColorScheme } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import { useMutation } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import type { z } from 'zod'
import type { Preferences } from '#contract/console.ts'
import { queryClient } from '../queryClient.ts'
import { callService } from '../service.ts'
import { toQueryKey, useService } from '../useService.ts'

type Theme = z.infer<typeof Preferences>['theme']

const choices = [
  { theme: 'system', name: 'As the system', Icon: SystemIcon },
  { theme: 'light', name: 'Light', Icon: LightIcon },
  { theme: 'dark', name: 'Dark', Icon: DarkIcon },
] as const

/** Chooses light, dark or the system's theme. The service keeps the choice; the browser's copy only spares a flash at start. */
export function ThemeButton() {
  const { mode, setMode } = useColorScheme()
  const kept = useService('getPreferences').data?.theme
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  // Before the first paint: MUI's own memory may be of another port, or of a choice made elsewhere.
  useLayoutEffect(() => {
    if (kept !== undefined) setMode(kept)
  }, [kept, setMode])
  const change = useMutation({
    mutationFn: (theme: Theme) => callService('changePreferences', { body: { theme } }),
    onSuccess: (preferences) => queryClient.setQueryData(toQueryKey('getPreferences'), preferences),
  })
  const chosen = choices.find(({ theme }) => theme === mode) ?? choices[0]

  return (
    <>
      <Tooltip title={`Theme: ${chosen.name.toLowerCase()}`}>
        <IconButton
          aria-label={`Theme: ${chosen.name.toLowerCase()}`}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <chosen.Icon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Theme' } }}
      >
        {choices.map(({ theme, name, Icon }) => (
          <MenuItem
            key={theme}
            role="menuitemradio"
            aria-checked={theme === mode}
            selected={theme === mode}
            onClick={() => {
              setMode(theme)
              change.mutate(theme)
              setAnchor(null)
            }}
          >
            <ListItemIcon>
              <Icon fontSize="small" />
            </ListItemIcon>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
