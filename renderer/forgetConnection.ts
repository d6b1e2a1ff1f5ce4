import type { QueryClient } from '@tanstack/react-query'
import type { Connection } from '#contract/connection.ts'
import { toQueryKey } from './useService.ts'

/** Takes a removed connection out of the list, and all that was read of it out of the cache: another may have its slug later. */
export function forgetConnection(client: QueryClient, connection: string): void {
  client.setQueryData<Connection[]>(toQueryKey('listConnections'), (list) => list?.filter(({ slug }) => slug !== connection))
  client.removeQueries({
    predicate: ({ queryKey: [, about] }) => about === connection || (isObject(about) && about['connection'] === connection),
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
