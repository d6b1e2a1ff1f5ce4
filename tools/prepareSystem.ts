import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './project.ts'

/** What the end-to-end tests use of a Linux system, and the Debian package that brings it. */
const needs: readonly { readonly package: string; readonly isThere: () => boolean }[] = [
  { package: 'chromium', isThere: () => isCommand('chromium') },
  { package: 'xvfb', isThere: () => isCommand('xvfb-run') },
  { package: 'xauth', isThere: () => isCommand('xauth') },
  { package: 'unzip', isThere: () => isCommand('unzip') },
  { package: 'libgtk-3-0', isThere: () => isLibrary('libgtk-3.so.0') },
]

/**
 * Sees to it that the end-to-end tests find what they use: installs it where that is possible without asking (root on a
 * Debian), otherwise throws an error that says what to install.
 */
export async function prepareSystem(): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = findMissing()
  if (missing.length === 0) return
  const canInstall = process.getuid?.() === 0 && isCommand('apt-get')
  if (!canInstall)
    throw new Error(`The end-to-end tests need: ${missing.join(' ')}. On Debian: sudo apt-get install ${missing.join(' ')}`)
  console.error(`Installing ${missing.join(' ')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => run({ command: 'apt-get', args: ['-qq', ...args], env, output: 'silent' })
  await apt('update')
  const { exitCode, output } = await apt('install', '-y', '--no-install-recommends', ...missing)
  if (exitCode !== 0) throw new Error(`apt-get could not install ${missing.join(' ')}:\n${output.trim()}`)
}

const findMissing = (): string[] => needs.filter((need) => !need.isThere()).map((need) => need.package)

const isCommand = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((dir) => existsSync(join(dir, name)))

const isLibrary = (name: string): boolean => spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout.includes(name)
