import { useColorScheme } from '@mui/material/styles'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Preferences } from '#contract/console.ts'
import { type ConsoleError, callService } from './service.ts'
import { toQueryKey, useService } from './useService.ts'

type Theme = Preferences['theme']

/** The themes to choose from. */
export const themeChoices = [
  { theme: 'system', label: 'As the system' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
] as const satisfies readonly { theme: Theme; label: string }[]

/** The theme as the service keeps it for every window and browser, and how it is changed: at once, and back where it cannot be kept. */
export function useThemeChoice(): {
  readonly kept: Theme | undefined
  readonly change: UseMutationResult<Preferences, ConsoleError, Theme>
} {
  const client = useQueryClient()
  const { setMode } = useColorScheme()
  const kept = useService('getPreferences').data?.theme
  const change = useMutation<Preferences, ConsoleError, Theme>({
    mutationFn: (theme) => callService('changePreferences', { body: { theme } }),
    onMutate: (theme) => setMode(theme),
    onSuccess: (preferences) => client.setQueryData(toQueryKey('getPreferences'), preferences),
    onError: () => kept && setMode(kept),
  })
  return { kept, change }
}
