import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'
import { keepJson, readJson } from './keepJson.ts'

const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(320),
  height: z.int().min(240),
  isMaximized: z.boolean(),
})
type WindowState = z.infer<typeof WindowState>

const writePauseMs = 500
/** So much of the window has to be on a display for it to be found and moved. */
const minVisible = { width: 100, height: 50 }

/** How the window was left, if that can be read and still lies on a display. */
export function readWindowState(file: string): WindowState | undefined {
  const state = readJson(file, WindowState)
  return state && screen.getAllDisplays().some((display) => isVisibleOn(display.workArea, state)) ? state : undefined
}

/** Writes how the window stands, soon after each change, so that it survives being killed too. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const write = () => {
    clearTimeout(timer)
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    keepJson(file, state, 'The bounds of the window')
  }
  const writeSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(write, writePauseMs)
  }
  window.on('resize', writeSoon)
  window.on('move', writeSoon)
  window.on('close', write)
}

function isVisibleOn(area: Rectangle, state: WindowState): boolean {
  const width = Math.min(area.x + area.width, state.x + state.width) - Math.max(area.x, state.x)
  const height = Math.min(area.y + area.height, state.y + state.height) - Math.max(area.y, state.y)
  return width >= minVisible.width && height >= minVisible.height
}
