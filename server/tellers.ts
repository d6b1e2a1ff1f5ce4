import type { RunningService } from './index.ts'
import type { ProvenAction, WaitOrder, WaitResult } from './waitFor.ts'

/** How the command line speaks to its reader. */
interface Teller {
  readonly ready: (running: RunningService, dataDir: string) => void
  readonly link: (consoleUrl: string) => void
  readonly stopped: () => void
  readonly waiting: (order: WaitOrder) => void
  readonly proven: (proven: ProvenAction) => void
  readonly waited: (result: WaitResult) => void
}

const writeJson = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** One object a line, for programs. */
export const tellAsJson: Teller = {
  ready: (running, dataDir) =>
    writeJson({ event: 'ready', scimUrl: running.scimUrl, consoleUrl: running.newConsoleLink(), dataDir, pid: process.pid }),
  link: (consoleUrl) => writeJson({ event: 'link', consoleUrl }),
  stopped: () => writeJson({ event: 'stopped' }),
  waiting: (order) => writeJson({ event: 'waiting', ...order }),
  proven: ({ action, state, exchange: { id, receivedAt, sentence } }) =>
    writeJson({ event: 'proven', action, state, exchange: { id, receivedAt, sentence } }),
  waited: (result) => writeJson({ event: 'waited', ...result }),
}

/** For people. */
export const tellAsText: Teller = {
  ready: (running, dataDir) =>
    void process.stdout.write(
      [
        'Rollcall is running.',
        `  SCIM URL   ${running.scimUrl}`,
        `  Console    ${running.newConsoleLink()}`,
        '             (opens once, within 10 minutes; Enter prints a new link)',
        `  Data       ${dataDir}`,
        'Ctrl+C stops it.',
        '',
      ].join('\n'),
    ),
  link: (consoleUrl) => void process.stdout.write(`  Console    ${consoleUrl}\n`),
  stopped: () => void process.stdout.write('Rollcall has stopped.\n'),
  waiting: ({ actions, timeoutMs, connection }) =>
    void process.stdout.write(
      `Waiting for ${actions.join(', ')} of the connection "${connection}", ${timeoutMs / 1000} s at most.\n`,
    ),
  proven: ({ action, state, exchange }) => void process.stdout.write(`  ${action} ${state}: ${exchange.sentence}\n`),
  waited: (result) => {
    if (result.result === 'proven') return void process.stdout.write('All of it was done.\n')
    process.stderr.write(`Not done in time: ${result.missing.join(', ')}.\n\n${result.diagnosis.text}`)
  },
}
