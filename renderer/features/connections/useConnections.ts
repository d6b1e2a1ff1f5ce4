import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#contract/connection.ts'
import type { NewConnection } from '#contract/console.ts'
import { type ConsoleError, callService, type ServiceInput, type ServiceReply } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'

/** Makes a connection; where the address is not to be had, the reply says why. */
export function useCreateConnection() {
  const client = useQueryClient()
  return useMutation<ServiceReply<'createConnection'>, ConsoleError, NewConnection>({
    mutationFn: (body) => callService('createConnection', { body }),
    onSuccess: (reply) => {
      if (reply.result !== 'created') return
      // Known before its screens are opened, which would not find it otherwise.
      client.setQueryData<Connection[]>(toQueryKey('listConnections'), (list) => list && [...list, reply.connection])
    },
  })
}

/** Renames, pauses or resumes a connection. */
export function useChangeConnection(connection: string) {
  const client = useQueryClient()
  return useMutation<Connection, ConsoleError, ServiceInput<'changeConnection'>['body']>({
    mutationFn: (body) => callService('changeConnection', { params: { connection }, body }),
    onSuccess: (changed) => {
      client.setQueryData<Connection[]>(toQueryKey('listConnections'), (list) =>
        list?.map((one) => (one.slug === connection ? changed : one)),
      )
      return client.invalidateQueries({ queryKey: toQueryKey('getSetup', { params: { connection } }) })
    },
  })
}
