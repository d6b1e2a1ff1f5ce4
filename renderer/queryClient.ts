import { QueryClient } from '@tanstack/react-query'
import { ConsoleError } from './service.ts'

/** The cache of what the server owns. The live stream says when it is stale, so no time does. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 3 && error instanceof ConsoleError && error.name === 'unreachable',
    },
  },
})
