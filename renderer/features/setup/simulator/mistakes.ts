import type { SimulatorMistake, StepId } from '#contract/setup.ts'

/** A mistake on purpose, in words. */
interface MistakeWords {
  readonly name: string
  /** What becomes of it; said before the run. */
  readonly effect: string
  /** The step that says the cause and the click. */
  readonly step: StepId
}

const endsEarly = 'The run ends at the first request that is refused, as a failed connection test does.'
const comesLast = 'The run goes through as usual; this comes last.'

/** What the simulator can do wrong. */
export const mistakeWords: Readonly<Record<SimulatorMistake, MistakeWords>> = {
  'wrong-token': { name: 'Wrong token', effect: `One character of the token is wrong. ${endsEarly}`, step: 'endpoint' },
  'doubled-prefix': {
    name: 'The word Bearer twice',
    effect: `The token was pasted together with the word Bearer. ${endsEarly}`,
    step: 'endpoint',
  },
  'wrong-path': { name: 'Wrong path', effect: `The URL was pasted with /Users behind it. ${endsEarly}`, step: 'endpoint' },
  duplicate: {
    name: 'Duplicate',
    effect: `Somebody who is there already is created once more. ${comesLast}`,
    step: 'test',
  },
  'missing-surname': { name: 'Missing surname', effect: `One person has no surname. ${comesLast}`, step: 'test' },
  'empty-email': { name: 'Empty e-mail address', effect: `One person has an empty e-mail address. ${comesLast}`, step: 'test' },
  '429-storm': {
    name: 'Too many requests',
    effect: `One create is told five times to wait, and is given up. ${comesLast}`,
    step: 'test',
  },
}
