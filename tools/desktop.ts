import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, run } from './project.ts'

/** What stands against a desktop window here, as a part of a sentence; undefined: nothing that can be seen beforehand. */
export function findObstacle(): string | undefined {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'there is no display'
  return undefined
}

/**
 * The Electron binary, where it has been downloaded. Looked up by hand: importing the package `electron` to find out
 * would start the download.
 */
export function findElectron(): string | undefined {
  const dir = inProject('node_modules/electron')
  const name = existsSync(join(dir, 'path.txt')) ? readFileSync(join(dir, 'path.txt'), 'utf8') : 'electron'
  const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(dir, 'dist'), name)
  return existsSync(binary) ? binary : undefined
}

/** Downloads the Electron binary, once. Undefined where it cannot be had. */
export async function fetchElectron(): Promise<string | undefined> {
  const notice = setTimeout(() => console.error('Fetching Electron, which is done once…'), 2000)
  await run({
    command: process.execPath,
    args: [inProject('node_modules/electron/install.js')],
    output: 'silent',
    timeoutMs: 5 * 60_000,
  })
  clearTimeout(notice)
  return findElectron()
}

/** Chromium refuses to run its sandbox as root, as containers do. */
export const sandboxArguments = (): string[] => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])
