import SetupIcon from '@mui/icons-material/ChecklistOutlined'
import ActivityIcon from '@mui/icons-material/ListAltOutlined'
import LearnersIcon from '@mui/icons-material/PeopleAltOutlined'
import ErrorsIcon from '@mui/icons-material/ReportOutlined'
import SettingsIcon from '@mui/icons-material/TuneOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import type { ErrorGroup } from '#contract/exchange.ts'
import type { ScreenName } from '#contract/places.ts'
import { stepIds } from '#contract/setup.ts'
import { toCssColor } from '../components/meaning.ts'
import { toPlace, useKeptSearch } from '../places.ts'
import { useService } from '../useService.ts'

/** The way about, with the state of each place: steps proven, causes open. A bar at the bottom where the window is narrow. */
export function Navigation({ connection }: { readonly connection: string }) {
  const setup = useService('getSetup', { params: { connection } }).data
  const errors = useService('getErrorLog', { params: { connection } }).data
  const activitySearch = useWayBack(connection, 'activity')
  const learnersSearch = useWayBack(connection, 'learners')
  const proven = setup && stepIds.filter((id) => setup.steps[id] === 'verified').length
  const open = errors?.groups.filter(isOpen).length ?? 0
  return (
    <Box
      component="nav"
      aria-label="Main"
      sx={{
        flex: 'none',
        bgcolor: 'background.paper',
        borderColor: 'divider',
        borderStyle: 'solid',
        borderWidth: { xs: '1px 0 0', sm: '0 1px 0 0' },
        width: { sm: 80, md: 184 },
        p: { xs: 0.5, sm: 1 },
        overflow: 'auto',
        displayPrint: 'none',
      }}
    >
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: { xs: 'row', sm: 'column' }, gap: 0.5 }}
      >
        <Place to={`/${connection}/setup`} icon={<SetupIcon />} name="Setup">
          {proven === undefined ? null : (
            <Count spoken={`${proven} of ${stepIds.length} steps proven`}>{`${proven}/${stepIds.length}`}</Count>
          )}
        </Place>
        <Place to={`/${connection}/activity`} search={activitySearch} icon={<ActivityIcon />} name="Activity" />
        <Place to={`/${connection}/errors`} icon={<ErrorsIcon />} name="Errors">
          {open === 0 ? null : (
            <Count spoken={`${open} open`} isUrgent>
              {open}
            </Count>
          )}
        </Place>
        <Place to={`/${connection}/learners`} search={learnersSearch} icon={<LearnersIcon />} name="Learners" />
        <Place to={`/${connection}/settings`} icon={<SettingsIcon />} name="Settings" isApart />
      </Box>
    </Box>
  )
}

/** Neither recovered nor set aside, and real. */
function isOpen({ recoveredAt, simulated, ignored }: ErrorGroup): boolean {
  return recoveredAt === null && !simulated && ignored === null
}

/** The filter that a screen was left with, on the way back to it; who is there already gets rid of it by its link. */
function useWayBack(connection: string, screen: ScreenName): string {
  const kept = useKeptSearch(connection, screen)
  return toPlace(useLocation())?.screen === screen ? '' : kept
}

interface PlaceProps {
  readonly to: string
  readonly search?: string
  readonly icon: ReactNode
  readonly name: string
  /** Under a line of its own, where the places stand in a column. */
  readonly isApart?: boolean
  readonly children?: ReactNode
}

function Place({ to, search = '', icon, name, isApart = false, children }: PlaceProps) {
  const apart = isApart ? { borderTop: { sm: '1px solid var(--mui-palette-divider)' }, mt: { sm: 0.5 }, pt: { sm: 1 } } : {}
  return (
    <Box component="li" sx={{ flex: { xs: '1 1 0', sm: 'none' }, minWidth: 0, ...apart }}>
      <Box
        component={NavLink}
        to={{ pathname: to, search }}
        sx={{
          display: 'flex',
          flexDirection: { xs: 'column', md: 'row' },
          alignItems: 'center',
          gap: { xs: 0.25, md: 1.25 },
          minHeight: { xs: 48, md: 36 },
          px: { xs: 0.25, md: 1.25 },
          py: { xs: 0.5, md: 0 },
          justifyContent: { xs: 'center', md: 'flex-start' },
          position: 'relative',
          borderRadius: 1,
          color: 'text.secondary',
          textDecoration: 'none',
          fontSize: { xs: '0.75rem', md: '0.875rem' },
          '& svg': { fontSize: 20 },
          '&:hover': { bgcolor: 'action.hover' },
          '&.active': {
            color: 'primary.main',
            fontWeight: 600,
            bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 10%, transparent)',
          },
        }}
      >
        {icon}
        <Box component="span" sx={{ flex: { md: 1 }, minWidth: 0 }}>
          {name}
        </Box>
        {children}
      </Box>
    </Box>
  )
}

interface CountProps {
  readonly spoken: string
  readonly isUrgent?: boolean
  readonly children: ReactNode
}

function Count({ spoken, isUrgent = false, children }: CountProps) {
  return (
    <Box
      component="span"
      role="img"
      aria-label={spoken}
      sx={{
        px: { xs: 0.25, md: 0.75 },
        borderRadius: 1,
        fontSize: '0.75rem',
        fontWeight: 600,
        lineHeight: '18px',
        fontVariantNumeric: 'tabular-nums',
        position: { xs: 'absolute', md: 'static' },
        top: 2,
        // Beside the icon, not over it.
        left: 'calc(50% + 10px)',
        color: isUrgent ? 'error.main' : 'text.secondary',
        bgcolor: `color-mix(in srgb, ${toCssColor(isUrgent ? 'failed' : 'neutral')} 14%, var(--mui-palette-background-paper))`,
      }}
    >
      {children}
    </Box>
  )
}
