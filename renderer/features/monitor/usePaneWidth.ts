import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Preferences } from '#contract/console.ts'
import { type ConsoleError, callService } from '../../service.ts'
import { toQueryKey, useService } from '../../useService.ts'

/** How wide the reader made the detail pane; kept by the service, as the theme is. */
export function usePaneWidth() {
  const client = useQueryClient()
  const kept = useService('getPreferences').data?.detailPaneWidth ?? null
  const [moving, setMoving] = useState<number | null>()
  const change = useMutation<Preferences, ConsoleError, number | null>({
    // One after the other, so that the last one holds.
    scope: { id: 'detailPaneWidth' },
    mutationFn: (detailPaneWidth) => callService('changePreferences', { body: { detailPaneWidth } }),
    onSuccess: (preferences, saved) => {
      client.setQueryData(toQueryKey('getPreferences'), preferences)
      // It may have been moved on meanwhile.
      setMoving((now) => (now === saved ? undefined : now))
    },
  })
  return {
    // Where it could not be kept, it is as the reader made it all the same.
    width: moving === undefined ? kept : moving,
    resize: (width: number | null, at: 'moving' | 'end') => {
      setMoving(width)
      if (at === 'end') change.mutate(width)
    },
  }
}
