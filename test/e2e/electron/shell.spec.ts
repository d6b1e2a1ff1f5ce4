import { rmSync } from 'node:fs'
import { type ElectronApplication, expect, test } from '@playwright/test'
import { closeWindow, openWindow } from '../../support/openWindow.ts'

test('the page runs sandboxed, without Node, and sees of the desktop only what the contract names', async () => {
  const window = await openWindow()
  const { app, page } = window
  await expect(page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  const seen = await page.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
    desktop: Object.keys(Reflect.get(globalThis, 'desktop')).sort(),
  }))
  expect(seen).toEqual({ process: 'undefined', require: 'undefined', desktop: ['openExternal', 'platform'] })
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Electron has it, and leaves it out of its types.
    const {
      sandbox,
      contextIsolation,
      nodeIntegration = false,
    } = contents ? Reflect.get(contents, 'getLastWebPreferences').call(contents) : {}
    return { sandbox, contextIsolation, nodeIntegration }
  })
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  await closeWindow(window)
})

test('the page cannot leave the console: no other address, no second window, no page of a stranger in the browser', async () => {
  const opened = await openWindow()
  const { app, page } = opened
  await expect(page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  const before = new URL(page.url()).origin
  await page.evaluate(() => {
    location.href = 'http://127.0.0.1:9/'
  })
  await page.evaluate(() => void window.open('http://127.0.0.1:9/'))
  expect(await page.evaluate(() => Reflect.get(globalThis, 'desktop').openExternal('https://example.com/'))).toBe(false)
  expect(new URL(page.url()).origin).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await closeWindow(opened)
})

test('the window closes its service with it, and comes back where it was with its data', async () => {
  const first = await openWindow()
  await expect(first.page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  await first.page.getByRole('tab', { name: /^Step 2 of 5/ }).click()
  await first.page.getByRole('radio', { name: /^Microsoft Entra ID/ }).click()
  await expect(first.page.getByRole('radio', { name: /^Microsoft Entra ID/ })).toBeChecked()
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1000, height: 700 }),
  )
  const bounds = await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  const { origin } = new URL(first.page.url())
  await first.app.close()
  await expect(fetch(`${origin}/api/status`)).rejects.toThrow()

  const second = await openWindow(first.dataDir)
  await expect(second.page.getByRole('tab', { name: /^Step 2 of 5/ })).toHaveAttribute('aria-selected', 'true')
  await expect(second.page.getByRole('radio', { name: /^Microsoft Entra ID/ })).toBeChecked()
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds)
  await closeWindow(second)
})

test('the wizard is left at step 3 by a kill, and window, step, filter and theme come back', async () => {
  test.setTimeout(90_000)
  const first = await openWindow()
  const { page } = first
  await expect(page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.getByRole('link', { name: 'Activity' }).click()
  await page.getByRole('button', { name: 'Failures' }).click()
  await expect(page).toHaveURL(/show=failures/)
  // Both are kept: the screen once the reader rests there, the step with its click.
  const told = ['"setup"', '"endpoint"'].map((part) =>
    page.waitForResponse((response) => response.request().postData()?.includes(part) === true),
  )
  await page.getByRole('link', { name: /^Setup/ }).click()
  await page.getByRole('tab', { name: /^Step 3 of 5/ }).click()
  await Promise.all(told)
  const { origin } = new URL(page.url())
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
  first.app.process().kill('SIGKILL')
  await ended
  // The service ends with its parent, and lets the data folder go.
  await expect.poll(() => fetch(`${origin}/api/status`).then(String, () => 'gone')).toBe('gone')

  const second = await openWindow(first.dataDir)
  await expect(second.page.getByRole('tab', { name: /^Step 3 of 5/ })).toHaveAttribute('aria-selected', 'true')
  expect(await second.page.evaluate(() => document.documentElement.getAttribute('data-color-scheme'))).toBe('dark')
  await second.page.getByRole('link', { name: 'Activity' }).click()
  await expect(second.page).toHaveURL(/\/default\/activity\?show=failures$/)
  await closeWindow(second)
})

/** What the question of a closed window is answered with from now on; tells how often it was asked. */
async function answerClosing(app: ElectronApplication, response: number, checkboxChecked: boolean) {
  await app.evaluate(
    ({ dialog }, answer) => {
      Reflect.set(dialog, 'showMessageBox', () => {
        Reflect.set(globalThis, 'asked', (Reflect.get(globalThis, 'asked') ?? 0) + 1)
        return Promise.resolve(answer)
      })
    },
    { response, checkboxChecked },
  )
}
const closeByButton = (app: ElectronApplication) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
const isVisible = (app: ElectronApplication) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
const askedCount = (app: ElectronApplication) => app.evaluate(() => Reflect.get(globalThis, 'asked'))

test('closing the window asks whether to go on receiving; the tray, or a second launch, brings it back', async () => {
  const window = await openWindow(undefined, { isAttended: true })
  const { app, page } = window
  await expect(page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  const { origin } = new URL(page.url())

  await answerClosing(app, 2, false)
  await closeByButton(app)
  await expect.poll(() => askedCount(app)).toBe(1)
  expect(await isVisible(app)).toBe(true)

  await answerClosing(app, 0, true)
  await closeByButton(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  // Without a session: it listens, and lets nobody in.
  expect((await fetch(`${origin}/api/status`)).status).toBe(401)
  await app.evaluate(({ app: main }) => void main.emit('second-instance'))
  expect(await isVisible(app)).toBe(true)

  // It was told not to ask again.
  await closeByButton(app)
  await expect.poll(() => isVisible(app)).toBe(false)
  expect(await askedCount(app)).toBe(2)
  const kept = await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File')
    const closing = file?.submenu?.items.find(({ label }) => label === 'When the Window Is Closed')
    return closing?.submenu?.items.find(({ checked }) => checked)?.label
  })
  expect(kept).toBe('Keep Receiving')
  await closeWindow(window)
})

test('a window that was told to stop Rollcall stops it, at the next start without asking', async () => {
  const first = await openWindow(undefined, { isAttended: true })
  await expect(first.page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  const { origin } = new URL(first.page.url())
  await answerClosing(first.app, 1, true)
  const ended = first.app.waitForEvent('close')
  await closeByButton(first.app)
  await ended
  await expect(fetch(`${origin}/api/status`)).rejects.toThrow()

  const second = await openWindow(first.dataDir, { isAttended: true })
  await expect(second.page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  const endedToo = second.app.waitForEvent('close')
  await closeByButton(second.app)
  await endedToo
  rmSync(second.dataDir, { recursive: true, force: true })
})
