import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#contract/connection.ts'
import type { SetupState } from '#contract/setup.ts'
import { type ConsoleError, callService, type ServiceInput } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'

type ConnectionChange = ServiceInput<'changeConnection'>['body']

/**
 * Changes settings of a connection. The screen shows the change at once; where the service refuses it, the former
 * setting comes back and `error` says why.
 */
export function useChangeConnection(connection: string) {
  const client = useQueryClient()
  const key = toQueryKey('getSetup', { params: { connection } })
  return useMutation<Connection, ConsoleError, ConnectionChange, { readonly former: SetupState | undefined }>({
    mutationFn: (body) => callService('changeConnection', { params: { connection }, body }),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey: key })
      const former = client.getQueryData<SetupState>(key)
      client.setQueryData<SetupState>(key, (state) => state && { ...state, connection: toChanged(state.connection, change) })
      return { former }
    },
    onError: (_error, _change, context) => client.setQueryData(key, context?.former),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: key })
      await client.invalidateQueries({ queryKey: ['listConnections'] })
    },
  })
}

function toChanged(connection: Connection, { name, provider, switches, settings }: ConnectionChange): Connection {
  const { settings: former } = connection
  return {
    ...connection,
    name: name ?? connection.name,
    provider: provider ?? connection.provider,
    settings: { ...former, ...withoutUndefined(settings), switches: { ...former.switches, ...withoutUndefined(switches) } },
  }
}

function withoutUndefined<Part extends object>(
  part: Part | undefined,
): { [Name in keyof Part]?: Exclude<Part[Name], undefined> } {
  const entries = Object.entries(part ?? {}).filter(([, value]) => value !== undefined)
  // The entries left are those of `part` whose value is not undefined, which is what the type says.
  return Object.fromEntries(entries) as { [Name in keyof Part]?: Exclude<Part[Name], undefined> }
}
