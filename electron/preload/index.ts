import { contextBridge, ipcRenderer } from 'electron'
import { type DesktopApi, desktopCallNames } from '#contract/desktop.ts'

const desktop: DesktopApi = {
  platform: process.platform,
  openExternal: (url) => ipcRenderer.invoke(desktopCallNames.openExternal, url),
}

contextBridge.exposeInMainWorld('desktop', desktop)
