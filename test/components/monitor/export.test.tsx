import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ExchangeFilter } from '#contract/exchange.ts'
import { ExportButton } from '../../../renderer/features/monitor/ExportButton.tsx'
import { openPage } from '../openPage.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function openDialog(filter: Partial<ExchangeFilter> = {}, total = 1204) {
  const button = <ExportButton connection="default" filter={ExchangeFilter.parse(filter)} total={total} />
  const page = openPage(button, { route: '/:connection/activity', at: '/default/activity' })
  await page.user.click(screen.getByRole('button', { name: 'Export' }))
  return page
}

const address = () => {
  const href = screen.getByRole('link', { name: 'Download' }).getAttribute('href') ?? ''
  const { pathname, searchParams } = new URL(href, 'http://localhost')
  return { path: pathname, ...Object.fromEntries(searchParams) }
}

it('offers the list as it is filtered, as HAR and without persons’ data', async () => {
  await openDialog({ show: 'failures', status: 409, text: 'maya & co' })
  expect(screen.getByText(/1,204 requests match the filter/)).toBeTruthy()
  expect(address()).toEqual({
    path: '/api/connections/default/exchanges.file',
    show: 'failures',
    status: '409',
    text: 'maya & co',
    format: 'har',
    persons: 'aliases',
  })
})

it('warns before persons’ data leave, and forgets the wish when it is closed', async () => {
  const { user } = await openDialog()
  await user.click(screen.getByRole('radio', { name: /^CSV/ }))
  await user.click(screen.getByRole('switch', { name: 'With persons’ data' }))
  expect(screen.getByRole('alert').textContent).toContain('names, e-mail addresses')
  expect(address()).toMatchObject({ format: 'csv', persons: 'asTheyAre' })
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await user.click(screen.getByRole('button', { name: 'Export' }))
  expect(address()).toMatchObject({ persons: 'aliases' })
  expect(screen.queryByRole('alert')).toBeNull()
})

it('has nothing to download where nothing matches', async () => {
  await openDialog({ method: 'PUT' }, 0)
  expect(screen.getByText(/No request matches the filter/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Download' }).getAttribute('aria-disabled')).toBe('true')
})
