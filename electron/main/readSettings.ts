import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import envPaths from 'env-paths'
import { ServiceSettings } from '#contract/process.ts'

/** Where the arguments and the environment come from; passed in, so that they can be tested. */
export interface SettingsSource {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly rendererDir: string
}

/**
 * The service's settings, by the same options as `npm run serve` has. Chromium's own switches stand among the arguments
 * and are passed over.
 *
 * @throws Error whose message names the option at fault
 */
export function readSettings({ args, env, rendererDir }: SettingsSource): ServiceSettings {
  const { values } = parseArgs({ args: [...args], strict: false, options: optionTypes })
  const settings = ServiceSettings.safeParse({
    dataDir: toFolder(values.data ?? env['ROLLCALL_DATA_DIR'] ?? envPaths('rollcall', { suffix: '' }).data),
    host: values.host,
    scimPort: toPort(values['scim-port']),
    consolePort: toPort(values['console-port']),
    publicUrl: values['public-url'],
    rendererDir,
    environmentToken: env['ROLLCALL_TOKEN'],
  })
  if (settings.success) return settings.data
  const name = String(settings.error.issues[0]?.path[0])
  throw new Error(`The option ${optionNames[name] ?? name} has a value that cannot be used.`)
}

/** Where Chromium keeps its files and the window its bounds: in the data folder, so that each data folder is one application. */
export const toDesktopDir = (settings: ServiceSettings): string => join(settings.dataDir, 'desktop')

const optionTypes = {
  data: { type: 'string' },
  host: { type: 'string' },
  'scim-port': { type: 'string' },
  'console-port': { type: 'string' },
  'public-url': { type: 'string' },
} as const

const optionNames: Readonly<Record<string, string>> = {
  dataDir: '--data',
  host: '--host',
  scimPort: '--scim-port',
  consolePort: '--console-port',
  publicUrl: '--public-url',
}

const toFolder = (text: string | boolean): string | undefined =>
  typeof text === 'string' && text !== '' ? resolve(text) : undefined

/** An empty or half-numeric text becomes NaN, which the schema refuses. */
const toPort = (text: string | boolean | undefined): number | undefined => {
  if (text === undefined) return undefined
  return typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : Number.NaN
}
