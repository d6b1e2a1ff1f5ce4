import { app, Menu, nativeImage, Tray } from 'electron'
import icon from '../icon/icon.png?asset'

/** What the tray can do. */
export interface TrayActions {
  readonly onOpen: () => void
  readonly onOpenInBrowser: () => void
}

const size = 22

/** Shows that Rollcall runs, while it has no window in sight. Once made it stays. */
export function createTrayIcon({ onOpen, onOpenInBrowser }: TrayActions): { readonly show: (address: string) => void } {
  let tray: Tray | undefined
  return {
    show: (address) => {
      if (!tray) {
        tray = new Tray(nativeImage.createFromPath(icon).resize({ width: size, height: size }))
        tray.on('click', onOpen)
      }
      const said = `Rollcall listens on ${address}`
      tray.setToolTip(said)
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: said, enabled: false },
          { type: 'separator' },
          { label: 'Open Rollcall', click: onOpen },
          { label: 'Open in Browser', click: onOpenInBrowser },
          { type: 'separator' },
          { label: 'Stop Rollcall', click: () => app.quit() },
        ]),
      )
    },
  }
}
