import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { listCommands } from '../../../renderer/commands/commands.ts'
import { useCommands } from '../../../renderer/commands/useCommands.ts'
import { CommandsButton } from '../../../renderer/frame/CommandsButton.tsx'
import { openPage } from '../openPage.tsx'
import { aConnection } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const preferences = { theme: 'system', detailPaneWidth: null, singleKeys: true }
const paused = vi.fn()

function Page() {
  useCommands([{ name: 'Pause the list', group: 'This screen', key: 'p', run: paused }])
  return (
    <>
      <input aria-label="A field" />
      <CommandsButton connection="default" />
    </>
  )
}

async function openCommands({ singleKeys = true } = {}) {
  paused.mockClear()
  fakeService({
    'GET /connections': () => [
      aConnection({ slug: 'default', name: 'Default' }),
      aConnection({ slug: 'acme', name: 'Acme' }),
      aConnection({ slug: 'acme-2', name: 'Acme' }),
    ],
    'GET /preferences': () => ({ ...preferences, singleKeys }),
    'PATCH /preferences': () => ({ ...preferences, singleKeys: false }),
  })
  const page = openPage(<Page />, { route: '*', at: '/default/activity' })
  await waitFor(() => expect(listCommands().some(({ name }) => name.startsWith('Switch to'))).toBe(true))
  return page
}

describe('the palette', () => {
  it('lists every command of the page with its key, group by group', async () => {
    const { user } = await openCommands()
    await user.keyboard('{Control>}k{/Control}')
    const options = within(await screen.findByRole('dialog', { name: 'Commands' })).getAllByRole('option')
    const registered = listCommands().map(({ name, key }) => name + (key === undefined ? '' : `, key${key.toUpperCase()}`))
    expect(options.map((option) => option.textContent)).toEqual(registered)
    expect(registered).toEqual(
      expect.arrayContaining(['Pause the list, keyP', 'Switch to Acme (acme-2)', 'Theme: dark', 'Which keys there are, key?']),
    )
  })

  it('does what is typed and chosen once it is gone', async () => {
    const { user, address } = await openCommands()
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'Commands' })
    await user.keyboard('lear{Enter}')
    await waitFor(() => expect(address()).toBe('/default/learners'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('opens from a field too, and closes by Esc without having done anything', async () => {
    const { user, address } = await openCommands()
    await user.click(screen.getByLabelText('A field'))
    await user.keyboard('{Control>}k{/Control}')
    await screen.findByRole('dialog', { name: 'Commands' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(screen.getByLabelText('A field'))
    expect(address()).toBe('/default/activity')
  })
})

describe('single keys', () => {
  it('do what stands beside them, and nothing in a field or with Ctrl', async () => {
    const { user } = await openCommands()
    await user.keyboard('p')
    expect(paused).toHaveBeenCalledTimes(1)
    await user.keyboard('{Control>}p{/Control}')
    await user.type(screen.getByLabelText('A field'), 'p')
    expect(paused).toHaveBeenCalledTimes(1)
  })

  it('are listed by ?, and are silent once they are switched off there', async () => {
    const { user } = await openCommands()
    await user.keyboard('?')
    const dialog = within(await screen.findByRole('dialog', { name: 'Keys' }))
    expect(dialog.getByRole('row', { name: 'Pause the list P' })).toBeTruthy()
    await user.click(dialog.getByRole('switch', { name: 'Single keys' }))
    await waitFor(() => expect(dialog.getByRole<HTMLInputElement>('switch', { name: 'Single keys' }).checked).toBe(false))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('p?')
    expect(paused).not.toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
