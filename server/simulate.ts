import { randomUUID } from 'node:crypto'
import { readSimulateArguments, type SimulateArguments, simulateUsage } from './readSimulateArguments.ts'
import type { Progress } from './simulator/act.ts'
import { actOut } from './simulator/actOut.ts'
import { checkOwn } from './simulator/checkOwn.ts'
import { SimulationFailed } from './simulator/simulationFailed.ts'
import { StartError } from './startError.ts'

/** Runs the simulator from a terminal against any SCIM URL. @returns the exit code */
async function simulate(argv: readonly string[]): Promise<number> {
  try {
    const args = readSimulateArguments(argv)
    if (args) return await play(args)
    process.stdout.write(simulateUsage)
    return 0
  } catch (error) {
    const known = error instanceof StartError ? error : undefined
    const message = known?.message ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
    const exitCode = known?.exitCode ?? 1
    if (argv.includes('--json')) writeJson({ event: 'failed', exitCode, message })
    process.stderr.write(`${message}\n`)
    return exitCode
  }
}

/** How a run ended, as `--json` tells it. */
interface Summary {
  readonly event: 'finished' | 'failed' | 'cancelled'
  readonly run: string
  readonly profile: string
  readonly mistake: string | null
  readonly sent: number
  readonly durationMs: number
  readonly message: string | null
}

async function play({ order, url, token, json }: SimulateArguments): Promise<number> {
  const run = randomUUID()
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort())
  const startedMs = performance.now()
  const meter = createMeter()
  let sent = 0
  const end = (event: Summary['event'], message: string | null = null): number => {
    const durationMs = Math.round(performance.now() - startedMs)
    meter.end()
    tell({ event, run, profile: order.profile, mistake: order.mistake, sent, durationMs, message }, { json })
    return event === 'finished' ? 0 : 1
  }
  try {
    return end(
      await actOut({
        order,
        url,
        token,
        run,
        guid: randomUUID(),
        gapMs: 1000 / order.rate,
        timeoutMs: 15_000,
        signal: stopping.signal,
        onProgress: (progress) => {
          sent = progress.sent
          meter.show(progress)
        },
        checkFound: checkOwn(order),
      }),
    )
  } catch (error) {
    if (!(error instanceof SimulationFailed)) throw error
    return end('failed', error.message)
  }
}

const writeJson = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

function tell(summary: Summary, { json }: { readonly json: boolean }): void {
  if (json) writeJson(summary)
  const { event, run, profile, mistake, sent, durationMs, message } = summary
  if (message !== null) process.stderr.write(`${message}\n`)
  if (json) return
  const how = { finished: 'Finished', failed: 'Failed', cancelled: 'Cancelled' }[event]
  const wrong = mistake === null ? '' : ` with the mistake ${mistake}`
  process.stdout.write(
    `${how}: ${sent} requests sent as ${profile}${wrong} in ${(durationMs / 1000).toFixed(1)} s (run ${run}).\n`,
  )
}

/** Says in one line of a terminal how far the run is; silent where nobody looks. */
function createMeter() {
  const { stderr } = process
  const clear = () => void (stderr.isTTY && stderr.write('\r\u001b[2K'))
  let shownMs = Number.NEGATIVE_INFINITY
  return {
    show: ({ sent, countAll, doing }: Progress) => {
      if (!stderr.isTTY || performance.now() - shownMs < 100) return
      shownMs = performance.now()
      clear()
      stderr.write(`${sent} of ${countAll()}: ${doing}`.slice(0, stderr.columns - 1))
    },
    end: clear,
  }
}

// Last, when everything above is there.
process.exitCode = await simulate(process.argv.slice(2))
