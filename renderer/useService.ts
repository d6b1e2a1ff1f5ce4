import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ConsoleRouteName } from '#contract/console.ts'
import { type ConsoleError, callService, type ServiceArguments, type ServiceReply } from './service.ts'

/** The key of a route's reply in the query cache: `['getSetup', { connection: 'default' }, {}]`. */
export function toQueryKey<Name extends ConsoleRouteName>(name: Name, ...[input]: ServiceArguments<Name>): readonly unknown[] {
  return [name, input?.params ?? {}, input?.query ?? {}]
}

/** Reads a route of the console API through the query cache, which the live stream keeps fresh. */
export function useService<Name extends ConsoleRouteName>(
  name: Name,
  ...input: ServiceArguments<Name>
): UseQueryResult<ServiceReply<Name>, ConsoleError> {
  return useQuery<ServiceReply<Name>, ConsoleError>({
    queryKey: toQueryKey(name, ...input),
    queryFn: () => callService(name, ...input),
  })
}
