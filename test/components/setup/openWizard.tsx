import { ThemeProvider } from '@mui/material/styles'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import type { SetupState } from '#contract/setup.ts'
import { SetupWizard } from '../../../renderer/features/setup/SetupWizard.tsx'
import { theme } from '../../../renderer/theme.ts'
import { fakeService } from './fakeService.ts'

/** The address that the page would show. */
function Address() {
  return <output aria-label="Address">{useLocation().pathname}</output>
}

// The first render with MUI takes its time where two cores are shared.
configure({ asyncUtilTimeout: 5000 })

interface Options {
  readonly state: SetupState
  /** After `/default/setup`. */
  readonly path?: string
  /** More than the setup itself, or other answers. */
  readonly replies?: Parameters<typeof fakeService>[0]
}

/** Puts the wizard on a service that keeps `state` and takes changes to it. */
export function renderWizard({ state: first, path = '', replies = {} }: Options) {
  let state = first
  const change = (changed: Partial<SetupState>) => {
    state = { ...state, ...changed }
  }
  const { calls } = fakeService({
    'GET /status': () => ({
      version: '0.1.0',
      dataDir: '/data',
      startedAt: '2026-11-24T11:00:00.000Z',
      scimAddress: '127.0.0.1:4747',
      consoleAddress: '127.0.0.1:4748',
      publicUrl: null,
    }),
    'GET /connections/default/setup': () => state,
    'PATCH /connections/default/setup': (body) => {
      // What the page sends is a SetupChange, whose names are those of the state.
      change(body as Partial<SetupState>)
      return state
    },
    'PATCH /connections/default': () => state.connection,
    'GET /connections/default/simulations': () => ({ simulation: null, hasData: false }),
    ...replies,
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <ThemeProvider theme={theme}>
      <QueryClientProvider client={queryClient}>
        <MemoryRouter initialEntries={[`/default/setup${path}`]}>
          <Routes>
            <Route path="/:connection/setup/:step?" element={<SetupWizard connection="default" />} />
            <Route path="*" element={null} />
          </Routes>
          <Address />
        </MemoryRouter>
      </QueryClientProvider>
    </ThemeProvider>,
  )
  const user = userEvent.setup()
  return { calls, change, queryClient, user, address: () => screen.getByLabelText('Address').textContent }
}

/** The same, once the wizard has read its state. */
export async function openWizard(options: Options) {
  const opened = renderWizard(options)
  await screen.findByRole('heading', { name: 'Setup' })
  return opened
}
