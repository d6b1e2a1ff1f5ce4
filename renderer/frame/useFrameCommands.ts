import { useLocation, useNavigate } from 'react-router'
import type { Command } from '../commands/commands.ts'
import { toPlace } from '../places.ts'
import { useService } from '../useService.ts'
import { themeChoices, useThemeChoice } from '../useThemeChoice.ts'

const screens = [
  { path: 'setup', name: 'Setup' },
  { path: 'setup/guide', name: "The provider's guide" },
  { path: 'activity', name: 'Activity' },
  { path: 'activity?show=failures', name: 'Failed requests' },
  { path: 'errors', name: 'Errors' },
  { path: 'learners', name: 'Learners' },
  { path: 'learners?tab=groups', name: 'Groups' },
  { path: 'settings', name: 'Settings' },
] as const

/** What can be done from every screen: go elsewhere, to another connection too, and choose the theme. */
export function useFrameCommands(connection: string): Command[] {
  const navigate = useNavigate()
  const screen = toPlace(useLocation())?.screen ?? 'setup'
  const connections = useService('listConnections').data ?? []
  const { change } = useThemeChoice()
  const go = (to: string) => () => void navigate(to)
  return [
    ...screens.map(({ path, name }): Command => ({ name, group: 'Go to', run: go(`/${connection}/${path}`) })),
    ...connections
      .filter(({ slug }) => slug !== connection)
      .map(({ slug, name }): Command => {
        const isOnlyOne = connections.filter((other) => other.name === name).length === 1
        const label = isOnlyOne ? name : `${name} (${slug})`
        return { name: `Switch to ${label}`, group: 'Connections', run: go(`/${slug}/${screen}`) }
      }),
    { name: 'New connection…', group: 'Connections', run: go(`/${connection}/connections?new`) },
    { name: 'Manage connections', group: 'Connections', run: go(`/${connection}/connections`) },
    ...themeChoices.map(
      ({ theme, label }): Command => ({ name: `Theme: ${label.toLowerCase()}`, group: 'Theme', run: () => change.mutate(theme) }),
    ),
  ]
}
