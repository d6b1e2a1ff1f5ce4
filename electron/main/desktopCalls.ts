import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { desktopCallNames } from '#contract/desktop.ts'
import { openExternalLink } from './openExternalLink.ts'

/**
 * Answers what the preload asks for, and only where our own page asks.
 *
 * @param getOrigin the console's origin now; a restart may change its port
 */
export function handleDesktopCalls(getOrigin: () => string | undefined): void {
  ipcMain.handle(desktopCallNames.openExternal, async (event, url: unknown): Promise<boolean> => {
    if (!isOurs(event, getOrigin()) || typeof url !== 'string') return false
    return await openExternalLink(url)
  })
}

function isOurs({ senderFrame }: IpcMainInvokeEvent, origin: string | undefined): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin
}
