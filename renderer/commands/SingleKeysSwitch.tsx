import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Preferences } from '#contract/console.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { SwitchRow } from '../components/SwitchRow.tsx'
import { type ConsoleError, callService } from '../service.ts'
import { toQueryKey, useService } from '../useService.ts'

/** Whether a letter alone does something: speech input and a slip of the hand may press one unawares. Kept by the service. */
export function SingleKeysSwitch() {
  const client = useQueryClient()
  const kept = useService('getPreferences').data?.singleKeys ?? true
  const change = useMutation<Preferences, ConsoleError, boolean>({
    scope: { id: 'singleKeys' },
    mutationFn: (singleKeys) => callService('changePreferences', { body: { singleKeys } }),
    onSuccess: (preferences) => client.setQueryData(toQueryKey('getPreferences'), preferences),
  })
  return (
    <>
      <SwitchRow
        label="Single keys"
        description="A letter or sign alone does what stands beside it. Off, it does nothing; Esc, the arrows and the list of commands work all the same."
        isOn={change.isPending ? change.variables : kept}
        onChange={(isOn) => change.mutate(isOn)}
      />
      {change.error && <ErrorNotice title="The choice could not be kept" error={change.error} />}
    </>
  )
}
