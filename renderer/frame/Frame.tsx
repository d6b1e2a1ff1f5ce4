import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { CommandsButton } from './CommandsButton.tsx'
import { ConnectionSwitcher } from './ConnectionSwitcher.tsx'
import { FaultBanner } from './FaultBanner.tsx'
import { ListeningPill } from './ListeningPill.tsx'
import { LiveSummary } from './LiveSummary.tsx'
import { Navigation } from './Navigation.tsx'
import { PublicUrlPill } from './PublicUrlPill.tsx'
import { ReconnectingNotice } from './ReconnectingNotice.tsx'
import { ThemeButton } from './ThemeButton.tsx'
import { TokenBanner } from './TokenBanner.tsx'

interface FrameProps {
  readonly connection: string
  readonly children: ReactNode
}

/** A line of their own where the window is narrow. */
const pills = { display: 'flex', flexWrap: 'wrap', gap: 1, minWidth: 0 }

/** What stands around every screen: which connection, is it listening and where, what the outside sees, and the way about. */
export function Frame({ connection, children }: FrameProps) {
  return (
    <Box
      sx={{
        height: '100dvh',
        display: 'flex',
        flexDirection: 'column',
        minWidth: 0,
        '@media print': { height: 'auto', display: 'block' },
      }}
    >
      <SkipLink />
      <Box
        component="header"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1.5,
          rowGap: 0.5,
          px: { xs: 1.5, sm: 2 },
          py: 1,
          borderBottom: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
          '@media print': { display: 'none' },
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, width: { md: 168 } }}>
          <Box component="img" src="/icon.svg" alt="" sx={{ width: 24, height: 24 }} />
          <Box component="span" sx={{ fontSize: '1rem', fontWeight: 700, display: { xs: 'none', md: 'inline' } }}>
            Rollcall
          </Box>
        </Box>
        <ConnectionSwitcher connection={connection} />
        <Box sx={{ flex: 1 }} />
        <Box sx={{ ...pills, order: { xs: 1, sm: 0 } }}>
          <ListeningPill connection={connection} />
          <PublicUrlPill connection={connection} />
        </Box>
        <Box sx={{ display: 'flex' }}>
          <CommandsButton connection={connection} />
          <ThemeButton />
        </Box>
      </Box>
      <Box sx={{ displayPrint: 'none' }}>
        <TokenBanner connection={connection} />
        <FaultBanner connection={connection} />
      </Box>
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'flex',
          flexDirection: { xs: 'column-reverse', sm: 'row' },
          '@media print': { display: 'block' },
        }}
      >
        <Navigation connection={connection} />
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, minHeight: 0, overflow: 'auto', outline: 'none', '@media print': { overflow: 'visible' } }}
        >
          {children}
        </Box>
      </Box>
      <LiveSummary connection={connection} />
      <ReconnectingNotice />
    </Box>
  )
}

function SkipLink() {
  return (
    <Box
      component="a"
      href="#main"
      sx={{
        position: 'absolute',
        left: 8,
        top: -60,
        zIndex: 'tooltip',
        px: 1.5,
        py: 1,
        borderRadius: 1,
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        '&:focus': { top: 8 },
      }}
    >
      Skip to the content
    </Box>
  )
}
