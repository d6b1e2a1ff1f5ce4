import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, Menu, shell } from 'electron'
import type { ReadyEvent, ServiceSettings } from '#contract/process.ts'
import { createClosingChoice, guardClosing } from './closing.ts'
import { handleDesktopCalls } from './desktopCalls.ts'
import { failWith } from './failure.ts'
import { guardPages } from './guard.ts'
import { createMenu } from './menu.ts'
import { readSettings, toDesktopDir } from './readSettings.ts'
import { createServiceHost, type ServiceHost } from './serviceHost.ts'
import { createTrayIcon } from './tray.ts'
import { bringToFront, load, openWindow } from './window.ts'

/** The folder of the built main process: the service, the preload and the pages lie beside it. */
const here = import.meta.dirname

prepare()

/** All that has to be done before Electron is ready. */
function prepare(): void {
  const fail = (error: unknown) => void failWith(1, error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  const settings = findSettings()
  if (!settings) return
  const desktopDir = toDesktopDir(settings)
  mkdirSync(desktopDir, { recursive: true })
  app.setPath('userData', desktopDir)
  // The lock lies in that folder: one window a data folder, and a second launch only shows the first.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  // Not awaited: Electron is ready only after this module has ended.
  void app.whenReady().then(() => startUp(settings))
}

function findSettings(): ServiceSettings | undefined {
  try {
    return readSettings({ args: process.argv.slice(1), env: process.env, rendererDir: join(here, '../renderer') })
  } catch (error) {
    void failWith(2, error instanceof Error ? error.message : String(error))
    return undefined
  }
}

/** Walls first, then the service, and the window as soon as that listens. */
function startUp(settings: ServiceSettings): void {
  let consoleOrigin: string | undefined
  let scimAddress = ''
  let window: BrowserWindow | undefined
  const closing = createClosingChoice(join(app.getPath('userData'), 'closing.json'), () => showMenu())
  const show = () => window && !window.isDestroyed() && bringToFront(window)
  const tray = createTrayIcon({ onOpen: show, onOpenInBrowser: () => void openInBrowser(host) })

  const showMenu = () => Menu.setApplicationMenu(createMenu({ onOpenInBrowser: () => void openInBrowser(host), closing }))

  const handleReady = ({ consoleUrl, scimUrl }: ReadyEvent) => {
    const url = toPageUrl(consoleUrl)
    const hasMoved = new URL(url).origin !== consoleOrigin
    consoleOrigin = new URL(url).origin
    scimAddress = new URL(scimUrl).host
    if (!window) {
      window = openWindow({ url, preload: join(here, '../preload/preload.cjs') })
      guardClosing(window, { choice: closing, onStay: () => tray.show(scimAddress) })
    }
    // At the same address the page finds back by itself, with all that stands in it.
    else if (hasMoved && !window.isDestroyed()) load(window, url)
  }

  guardPages(() => consoleOrigin)
  handleDesktopCalls(() => consoleOrigin)
  const host = createServiceHost({
    entry: join(here, 'child.js'),
    settings,
    externalNode: app.isPackaged ? undefined : process.env['ROLLCALL_SERVICE_NODE'],
    onReady: handleReady,
    onFailed: ({ exitCode, message }) => void failWith(exitCode, message),
  })
  showMenu()
  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => app.quit())
  stopServiceOnQuit(host)
  host.start()
}

/** In development the page comes from the development server, which passes `/api` on to the console. */
function toPageUrl(consoleUrl: string): string {
  const devOrigin = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  return devOrigin ? new URL(new URL(consoleUrl).search, devOrigin).href : consoleUrl
}

async function openInBrowser(host: ServiceHost): Promise<void> {
  const link = await host.newLink()
  if (link) await shell.openExternal(link)
}

/** The application ends when the service has: what was acknowledged is on disk by then. */
function stopServiceOnQuit(host: ServiceHost): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    void host.stop().then(() => app.exit(0))
  })
}
