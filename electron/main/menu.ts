import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Closing, ClosingChoice } from './closing.ts'
import { openExternalLink } from './openExternalLink.ts'

const guides: readonly { readonly label: string; readonly url: string }[] = [
  {
    label: 'SCIM in Microsoft Entra ID',
    url: 'https://learn.microsoft.com/en-us/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups',
  },
  { label: 'SCIM in Okta', url: 'https://developer.okta.com/docs/concepts/scim/' },
]

/** What the menu can do beyond what Electron brings. */
export interface MenuActions {
  /** Opens the console in the user's browser, with a link of its own. */
  readonly onOpenInBrowser: () => void
  /** What becomes of Rollcall when the window is closed. */
  readonly closing: ClosingChoice
}

const closings: readonly { readonly closing: Closing; readonly label: string }[] = [
  { closing: 'ask', label: 'Ask' },
  { closing: 'stay', label: 'Keep Receiving' },
  { closing: 'stop', label: 'Stop Rollcall' },
]

/** The application's own menu. The developer tools are not in a released one. */
export function createMenu({ onOpenInBrowser, closing: choice }: MenuActions): Menu {
  const isMac = process.platform === 'darwin'
  const zoom: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }]
  const development: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ type: 'separator' }, { role: 'toggleDevTools' }]
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Open in Browser', accelerator: 'CmdOrCtrl+Shift+B', click: onOpenInBrowser },
        {
          label: 'When the Window Is Closed',
          submenu: closings.map(({ closing, label }) => ({
            label,
            type: 'radio' as const,
            checked: choice.get() === closing,
            click: () => choice.set(closing),
          })),
        },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit', accelerator: 'Ctrl+Q' },
      ],
    },
    { role: 'editMenu', label: '&Edit' },
    {
      label: '&View',
      submenu: [{ role: 'reload' }, ...zoom, { type: 'separator' }, { role: 'togglefullscreen' }, ...development],
    },
    { role: 'windowMenu', label: '&Window' },
    {
      label: '&Help',
      role: 'help',
      submenu: [
        ...guides.map(({ label, url }) => ({ label, click: () => void openExternalLink(url) })),
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'about' as const }]),
      ],
    },
  ])
}
