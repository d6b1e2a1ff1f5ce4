import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import icon from '../icon/icon.png?asset'
import { keepWindowState, readWindowState } from './windowState.ts'

/** What the window needs to know. */
export interface WindowOptions {
  /** The console's link, with its ticket. */
  readonly url: string
  /** The built preload. */
  readonly preload: string
}

const usualSize = { width: 1280, height: 860 }
/** The backgrounds of the two themes, so that nothing flashes before the page is there. */
const background = { light: '#f8f6f3', dark: '#161513' }

/** Opens the one window, where and as large as it was left. */
export function openWindow({ url, preload }: WindowOptions): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json')
  const state = readWindowState(stateFile)
  const window = new BrowserWindow({
    ...(state ? { x: state.x, y: state.y, width: state.width, height: state.height } : usualSize),
    minWidth: 360,
    minHeight: 480,
    show: false,
    title: app.name,
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
    },
  })
  if (state?.isMaximized) window.maximize()
  keepWindowState(window, stateFile)
  window.once('ready-to-show', () => window.show())
  load(window, url)
  return window
}

/** Leads the window to a new link of the console, after its port has changed. */
export function load(window: BrowserWindow, url: string): void {
  window.loadURL(url).catch((error: unknown) => {
    // A page that is replaced while it loads is no failure; any other one leaves an empty window, so the reason is told.
    if (!window.isDestroyed()) console.error('The console did not load.', error)
  })
}

/** Brings the window to the user's eyes. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
