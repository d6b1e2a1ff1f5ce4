import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { App } from '../../../renderer/App.tsx'
import { queryClient } from '../../../renderer/queryClient.ts'
import { theme } from '../../../renderer/theme.ts'
import { fakeService } from '../setup/fakeService.ts'

const noSession = () => Response.json({ error: 'noSession', message: 'Open the link first.' }, { status: 401 })

function Address() {
  const { pathname, search } = useLocation()
  return <output aria-label="Address">{pathname + search}</output>
}

function openPage(address: string) {
  render(
    <ThemeProvider theme={theme}>
      <QueryClientProvider client={queryClient}>
        <MemoryRouter initialEntries={[address]}>
          <App />
          <Address />
        </MemoryRouter>
      </QueryClientProvider>
    </ThemeProvider>,
  )
}

afterEach(() => {
  cleanup()
  queryClient.clear()
  vi.unstubAllGlobals()
})

it('says how to get a link when there is no session', async () => {
  fakeService({ 'GET /status': noSession })
  openPage('/default/setup')
  expect(await screen.findByRole('heading', { name: 'Open Rollcall with its link' })).toBeDefined()
  expect(screen.getByText('npm run serve -- --link --data DIR')).toBeDefined()
})

it('trades the ticket once and takes it out of the address before anything else is asked', async () => {
  const { calls } = fakeService({ 'POST /session': () => ({ opened: true }), 'GET /status': noSession })
  openPage('/default/errors?ticket=once-only')
  await waitFor(() => expect(screen.getByLabelText('Address').textContent).toBe('/default/errors'))
  await screen.findAllByRole('heading')
  expect(calls[0]).toEqual({ method: 'POST', path: '/session', body: { ticket: 'once-only' } })
  expect(calls.filter(({ path }) => path === '/session')).toHaveLength(1)
})

it('says that a link was used or is too old', async () => {
  fakeService({ 'POST /session': () => ({ opened: false }), 'GET /status': noSession })
  openPage('/?ticket=stale')
  expect(await screen.findByRole('heading', { name: 'This link has been used or is too old' })).toBeDefined()
})
