import { parseArgs } from 'node:util'
import { checkPublicUrl } from './console/publicUrl.ts'
import { type TunnelPorts, usualTunnelPorts } from './reach/findTunnels.ts'
import { StartError } from './startError.ts'
import { type WaitOrder, waitedActions } from './waitFor.ts'

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
  readonly tunnelPorts?: TunnelPorts
  readonly waitFor?: WaitOrder
}

/** What `--help` prints. */
export const usage = `Rollcall: a SCIM endpoint with a setup wizard and a provisioning monitor.

npm run serve -- [options]

  --data DIR          folder of the database (default: the platform's data folder for rollcall)
  --host H            address of the SCIM listener (default: 127.0.0.1); the console stays on this machine
  --scim-port N       port of the SCIM listener (default: 4747, 0 = any free one)
  --console-port N    port of the console (default: 4748, 0 = any free one)
  --public-url URL    scheme and host under which the SCIM listener is reached from outside
  --ngrok-port N      port of ngrok's local API, where a tunnel is looked for (default: 4040 to 4042)
  --cloudflared-port N  port of cloudflared's metrics, likewise (default: 20241 to 20245)
  --json              JSON lines on standard output
  --link              print a new console link of the Rollcall that runs on the data folder
  --help              this text

For pipelines:

  --wait-for LIST     of create, update and deactivate, with commas between: ends with 0 once each of them was verified by
                      the connection's own traffic since the start, and with 1 and the diagnosis if the time is over before
  --timeout TIME      how long to wait: 90s, 10m, 1h (default: 10m)
  --connection SLUG   whose traffic (default: default)
  --accept-rehearsed  lets simulated requests count as well, such as those of npm run simulate; without it they never do

  ROLLCALL_TOKEN      in the environment: a token for the connection "default"

Exit codes: 0 stopped as asked or all verified, 1 failed or not all verified, 2 bad arguments, 3 port taken, 4 data folder in use or newer than the program.
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
    ...readTunnelPorts(values),
    ...readWaiting(values),
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
        'ngrok-port': text,
        'cloudflared-port': text,
        'wait-for': text,
        timeout: text,
        connection: text,
        'accept-rehearsed': flag,
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

function toPort(option: string, value: string, least = 0): number {
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65535 || port < least)
    throw new StartError(2, `${option} takes a number from ${least} to 65535, not "${value}".`)
  return port
}

type Values = ReturnType<typeof parse>['values']

function readTunnelPorts(values: Values): { tunnelPorts?: TunnelPorts } {
  const ngrok = values['ngrok-port']
  const cloudflared = values['cloudflared-port']
  if (ngrok === undefined && cloudflared === undefined) return {}
  return {
    tunnelPorts: {
      ngrok: ngrok === undefined ? usualTunnelPorts.ngrok : [toPort('--ngrok-port', ngrok, 1)],
      cloudflared: cloudflared === undefined ? usualTunnelPorts.cloudflared : [toPort('--cloudflared-port', cloudflared, 1)],
    },
  }
}

function readWaiting(values: Values): { waitFor?: WaitOrder } {
  const list = values['wait-for']
  if (list !== undefined) {
    return {
      waitFor: {
        actions: [...new Set(list.split(',').map(toWaitedAction))],
        timeoutMs: toTimeMs(values.timeout ?? '10m'),
        connection: filled('--connection', values.connection ?? 'default'),
        acceptsRehearsed: values['accept-rehearsed'],
      },
    }
  }
  const lonely = (['timeout', 'connection', 'accept-rehearsed'] as const).find((name) => values[name])
  if (lonely) throw new StartError(2, `--${lonely} goes with --wait-for.`)
  return {}
}

function toWaitedAction(text: string) {
  const action = waitedActions.find((name) => name === text.trim().toLowerCase())
  if (!action) throw new StartError(2, `--wait-for takes ${waitedActions.join(', ')}, with commas between, not "${text}".`)
  return action
}

const unitsMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 }
const longestMs = 24 * 3_600_000

function toTimeMs(text: string): number {
  const [, amount, unit] = /^(\d{1,6})([smh])$/.exec(text) ?? []
  const ms = Number(amount) * (unitsMs[unit ?? ''] ?? Number.NaN)
  if (ms > 0 && ms <= longestMs) return ms
  throw new StartError(2, `--timeout takes a time from 1s to 24h, such as 90s, 10m or 1h, not "${text}".`)
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
