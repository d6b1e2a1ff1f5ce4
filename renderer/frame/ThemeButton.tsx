import DarkIcon from '@mui/icons-material/DarkModeOutlined'
import LightIcon from '@mui/icons-material/LightModeOutlined'
import SystemIcon from '@mui/icons-material/SettingsBrightnessOutlined'
import IconButton from '@mui/material/IconButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useColorScheme } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import { useLayoutEffect, useState } from 'react'
import { themeChoices, useThemeChoice } from '../useThemeChoice.ts'

const icons = { system: SystemIcon, light: LightIcon, dark: DarkIcon } as const

/** Chooses light, dark or the system's theme. The service keeps the choice; the browser's copy only spares a flash at start. */
export function ThemeButton() {
  const { mode, setMode } = useColorScheme()
  const { kept, change } = useThemeChoice()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  // Before the first paint: MUI's own memory may be of another port, or of a choice made elsewhere.
  useLayoutEffect(() => {
    if (kept !== undefined) setMode(kept)
  }, [kept, setMode])
  const chosen = themeChoices.find(({ theme }) => theme === mode) ?? themeChoices[0]
  const ChosenIcon = icons[chosen.theme]

  return (
    <>
      <Tooltip title={`Theme: ${chosen.label.toLowerCase()}`}>
        <IconButton
          aria-label={`Theme: ${chosen.label.toLowerCase()}`}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <ChosenIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': 'Theme' } }}
      >
        {themeChoices.map(({ theme, label }) => {
          const Icon = icons[theme]
          return (
            <MenuItem
              key={theme}
              role="menuitemradio"
              aria-checked={theme === mode}
              selected={theme === mode}
              onClick={() => {
                change.mutate(theme)
                setAnchor(null)
              }}
            >
              <ListItemIcon>
                <Icon fontSize="small" />
              </ListItemIcon>
              {label}
            </MenuItem>
          )
        })}
      </Menu>
    </>
  )
}
