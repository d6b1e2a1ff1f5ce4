import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ExchangeFilter } from '#contract/exchange.ts'
import type { SavedView } from '#contract/savedView.ts'
import { ViewsMenu } from '../../../renderer/features/monitor/views/ViewsMenu.tsx'
import { openPage } from '../openPage.tsx'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const conflicts = ExchangeFilter.parse({ status: 409 })
const path = '/connections/default/views'

/** The menu over a service that keeps these views, while the list is narrowed to `filter`. */
async function openViews({ views = [{ id: 1, name: 'Conflicts', filter: conflicts }], filter = ExchangeFilter.parse({}) }) {
  let kept: SavedView[] = views
  const { calls } = fakeService({
    [`GET ${path}`]: () => kept,
    [`POST ${path}`]: (body) => {
      const view = { id: 2, ...(body as Omit<SavedView, 'id'>) }
      kept = [...kept, view]
      return { result: 'saved', view }
    },
    [`PATCH ${path}/1`]: (body) => {
      if ((body as SavedView).name === 'Writes') return { result: 'taken' }
      kept = kept.map((view) => ({ ...view, ...(body as object) }))
      return { result: 'saved', view: kept[0] }
    },
    [`DELETE ${path}/1`]: () => {
      kept = kept.filter(({ id }) => id !== 1)
      return kept
    },
  })
  const onFilter = vi.fn()
  const page = openPage(<ViewsMenu connection="default" filter={filter} onFilter={onFilter} />, { route: '/', at: '/' })
  await waitFor(() => expect(calls.length).toBeGreaterThan(0))
  await page.user.click(await screen.findByRole('button', { name: /^View/ }))
  const sent = (method: string) => calls.filter((call) => call.method === method).map(({ body }) => body)
  return { ...page, onFilter, sent }
}

it('opens a view, and names the one whose filter the list has', async () => {
  const { user, onFilter } = await openViews({})
  await user.click(await screen.findByRole('menuitem', { name: 'Conflicts' }))
  expect(onFilter).toHaveBeenCalledWith(conflicts)
  cleanup()
  await openViews({ filter: conflicts })
  expect(await screen.findByText('View: Conflicts')).toBeTruthy()
})

it('saves the present filter under a new name, and offers that only where there is one', async () => {
  await openViews({})
  expect(screen.getByRole('menuitem', { name: 'Save this filter…' }).getAttribute('aria-disabled')).toBe('true')
  cleanup()
  const filter = ExchangeFilter.parse({ show: 'writes' })
  const { user, sent } = await openViews({ filter })
  await user.click(screen.getByRole('menuitem', { name: 'Save this filter…' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' Writes {Enter}')
  await waitFor(() => expect(sent('POST')).toEqual([{ name: 'Writes', filter }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('says that a name is there before it replaces its filter', async () => {
  const filter = ExchangeFilter.parse({ show: 'failures' })
  const { user, sent } = await openViews({ filter })
  await user.click(screen.getByRole('menuitem', { name: 'Save this filter…' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'conflicts')
  expect(screen.getByText(/“Conflicts” is there/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  await waitFor(() => expect(sent('PATCH')).toEqual([{ filter }]))
})

it('renames a view, says that a name is taken, and deletes one when asked again', async () => {
  const { user, sent } = await openViews({})
  await user.click(await screen.findByRole('menuitem', { name: 'Edit views…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Views' }))
  const rename = async (name: string) => {
    const field = dialog.getByRole('textbox', { name: 'Name' })
    await user.clear(field)
    await user.type(field, name)
    await user.click(dialog.getByRole('button', { name: 'Rename' }))
  }
  await rename('Writes')
  expect(await dialog.findByText('Another view has this name.')).toBeTruthy()
  await rename('Taken names')
  expect(await dialog.findByRole('listitem', { name: 'Taken names' })).toBeTruthy()
  expect(sent('PATCH')).toEqual([{ name: 'Writes' }, { name: 'Taken names' }])
  await user.click(dialog.getByRole('button', { name: 'Delete' }))
  const question = within(await screen.findByRole('dialog', { name: 'Delete the view “Taken names”' }))
  await user.click(question.getByRole('button', { name: 'Delete' }))
  expect(await dialog.findByText('No view is saved.')).toBeTruthy()
})
