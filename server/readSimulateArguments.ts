import { parseArgs } from 'node:util'
import { SimulationOrder, SimulatorMistake, SimulatorProfile, simulatorLimits } from '#contract/setup.ts'
import { StartError } from './startError.ts'

/** What the command line of the simulator says. */
export interface SimulateArguments {
  readonly order: SimulationOrder
  readonly url: string
  readonly token: string
  readonly json: boolean
}

/** What `--help` prints. */
export const simulateUsage = `Acts out an identity provider against a SCIM endpoint. Its requests carry the header Rollcall-Simulation.

npm run simulate -- --as PROFILE --url URL --token T [options]

  --as PROFILE        ${SimulatorProfile.options.slice(0, 5).join(', ')},
                      ${SimulatorProfile.options.slice(5).join(', ')}
  --url URL           the SCIM URL, as it is pasted into a provider
  --token T           the token, without the word Bearer
  --users N           people of the initial sync, 1 to ${simulatorLimits.users} (default: 3)
  --groups N          groups of the initial sync, 0 to ${simulatorLimits.groups} (default: 1)
  --rate N            requests a second at most, 1 to ${simulatorLimits.rate} (default: 20)
  --mistake NAME      a mistake on purpose: ${SimulatorMistake.options.slice(0, 4).join(', ')},
                      ${SimulatorMistake.options.slice(4).join(', ')}
  --json              one line of JSON on standard output
  --help              this text

Exit codes: 0 all was answered as the provider needs it, or the mistake came about; 1 failed or cancelled; 2 bad arguments.
`

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  as: text,
  url: text,
  token: text,
  users: text,
  groups: text,
  rate: text,
  mistake: text,
  json: flag,
  help: flag,
} as const

/** @returns null where help was asked for. @throws StartError 2 naming the argument at fault */
export function readSimulateArguments(argv: readonly string[]): SimulateArguments | null {
  const { as, url, token, users, groups, rate = '20', mistake, json, help } = parse(argv)
  if (help) return null
  const order = SimulationOrder.safeParse({
    profile: as,
    rate: toNumber(rate),
    ...(users !== undefined && { users: toNumber(users) }),
    ...(groups !== undefined && { groups: toNumber(groups) }),
    ...(mistake !== undefined && { mistake }),
  })
  if (!order.success) throw new StartError(2, `${toProblem(order.error.issues[0]?.path[0])} See --help.`)
  return { order: order.data, url: toUrl(url), token: toToken(token), json }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values
  } catch (error) {
    throw new StartError(2, `${error instanceof Error ? error.message : String(error)} See --help.`, { cause: error })
  }
}

const toNumber = (value: string) => (/^\d+$/.test(value) ? Number(value) : Number.NaN)

function toProblem(name: PropertyKey | undefined): string {
  switch (name) {
    case 'profile':
      return `--as takes one of ${SimulatorProfile.options.join(', ')}.`
    case 'mistake':
      return `--mistake takes one of ${SimulatorMistake.options.join(', ')}.`
    case 'groups':
      return `--groups takes a number from 0 to ${simulatorLimits.groups}.`
    default:
      return `--${String(name)} takes a number from 1 to ${name === 'rate' ? simulatorLimits.rate : simulatorLimits.users}.`
  }
}

function toUrl(url: string | undefined): string {
  if (url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)) return url
  throw new StartError(2, '--url takes the SCIM URL, such as http://127.0.0.1:4747/default/scim/v2. See --help.')
}

function toToken(token: string | undefined): string {
  if (token !== undefined && /^[\x21-\x7e]+$/.test(token)) return token
  throw new StartError(2, '--token takes a token without spaces and without the word Bearer. See --help.')
}
