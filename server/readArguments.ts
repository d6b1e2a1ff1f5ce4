import { parseArgs } from 'node:util'
import { checkPublicUrl } from './console/publicUrl.ts'
import { StartError } from './startError.ts'

/** What the command line and the environment say. */
export interface Arguments {
  readonly help: boolean
  readonly link: boolean
  readonly json: boolean
  readonly data?: string
  readonly host?: string
  readonly scimPort?: number
  readonly consolePort?: number
  readonly publicUrl?: string
  readonly environmentToken?: string
}

/** What `--help` prints. */
export const usage = `Rollcall: a SCIM endpoint with a setup wizard and a provisioning monitor.

npm run serve -- [options]

  --data DIR          folder of the database (default: the platform's data folder for rollcall)
  --host H            address of the SCIM listener (default: 127.0.0.1); the console stays on this machine
  --scim-port N       port of the SCIM listener (default: 4747, 0 = any free one)
  --console-port N    port of the console (default: 4748, 0 = any free one)
  --public-url URL    scheme and host under which the SCIM listener is reached from outside
  --json              JSON lines on standard output
  --link              print a new console link of the Rollcall that runs on the data folder
  --help              this text

  ROLLCALL_TOKEN      in the environment: a token for the connection "default"

Exit codes: 0 stopped as asked, 1 failed, 2 bad arguments, 3 port taken, 4 data folder in use or newer than the program.
`

/** @throws StartError 2 naming the argument at fault */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Arguments {
  const { values } = parse(argv)
  return {
    help: values.help,
    link: values.link,
    json: values.json,
    ...(values.data !== undefined && { data: filled('--data', values.data) }),
    ...(values.host !== undefined && { host: filled('--host', values.host) }),
    ...(values['scim-port'] !== undefined && { scimPort: toPort('--scim-port', values['scim-port']) }),
    ...(values['console-port'] !== undefined && { consolePort: toPort('--console-port', values['console-port']) }),
    ...(values['public-url'] !== undefined && { publicUrl: toPublicUrl(values['public-url']) }),
    ...readToken(env['ROLLCALL_TOKEN']),
  }
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...argv],
      options: {
        data: text,
        host: text,
        'scim-port': text,
        'console-port': text,
        'public-url': text,
        json: flag,
        link: flag,
        help: flag,
      },
    })
  } catch (error) {
    throw new StartError(2, `${error instanceof Error ? error.message : String(error)} See --help.`, { cause: error })
  }
}

function filled(option: string, value: string): string {
  if (value.trim() === '') throw new StartError(2, `${option} needs a value.`)
  return value
}

function toPort(option: string, value: string): number {
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65535)
    throw new StartError(2, `${option} takes a number from 0 to 65535, not "${value}".`)
  return port
}

function toPublicUrl(value: string): string {
  const checked = checkPublicUrl(value)
  if (checked.result === 'refused') throw new StartError(2, `--public-url: ${checked.reason}`)
  if (checked.publicUrl === null) throw new StartError(2, '--public-url needs a value.')
  return checked.publicUrl
}

/** A token with a space or a control character in it can never arrive whole in a header. */
function readToken(token: string | undefined): { environmentToken?: string } {
  if (token === undefined || token === '') return {}
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new StartError(2, 'ROLLCALL_TOKEN holds a space or a character that no HTTP header can carry.')
  return { environmentToken: token }
}
