import { parseArgs } from 'node:util'
import { runCrashes } from './runCrashes.ts'

// The long form: `npm run crash -- [--rounds 50] [--seed 1]`.
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } } })

const say = (line: string) => void process.stdout.write(`${line}\n`)

const { rounds, acknowledged, unanswered, losses } = await runCrashes({
  rounds: Number(values.rounds),
  seed: Number(values.seed),
  onRound: (round, report) =>
    say(`round ${round}: ${report.acknowledged} writes acknowledged so far, ${report.losses.length} losses`),
})
say(`${rounds} times kill -9: ${acknowledged} writes acknowledged, ${unanswered} under way, ${losses.length} losses`)
for (const loss of losses.slice(0, 50)) say(`  ${loss}`)
if (losses.length > 0) process.exitCode = 1
