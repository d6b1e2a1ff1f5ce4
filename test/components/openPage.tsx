import { ThemeProvider } from '@mui/material/styles'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { VirtuosoMockContext } from 'react-virtuoso'
import { vi } from 'vitest'
import { theme } from '../../renderer/theme.ts'

// The first render with MUI takes its time where two cores are shared.
configure({ asyncUtilTimeout: 5000 })

/** The address that the page would show. */
function Address() {
  const { pathname, search } = useLocation()
  return <output aria-label="Address">{pathname + search}</output>
}

interface PageOptions {
  /** The pattern of the page's route: `/:connection/activity/:exchange?`. */
  readonly route: string
  /** Where the reader is. */
  readonly at: string
  /** As wide as master and detail side by side need. */
  readonly isWide?: boolean
}

/** Shows a page at an address, in a window that is high enough for ten rows of a list. */
export function openPage(page: ReactElement, { route, at, isWide = true }: PageOptions) {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width') && isWide,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }))
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <ThemeProvider theme={theme}>
      <QueryClientProvider client={queryClient}>
        <VirtuosoMockContext.Provider value={{ viewportHeight: 560, itemHeight: 56 }}>
          <MemoryRouter initialEntries={[at]}>
            <Routes>
              <Route path={route} element={page} />
              <Route path="*" element={null} />
            </Routes>
            <Address />
          </MemoryRouter>
        </VirtuosoMockContext.Provider>
      </QueryClientProvider>
    </ThemeProvider>,
  )
  return { user: userEvent.setup(), address: () => screen.getByLabelText('Address').textContent }
}
