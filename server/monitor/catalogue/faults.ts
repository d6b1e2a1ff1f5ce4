import type { FaultKind } from '#contract/exchange.ts'
import { type Entry, youHere } from './entry.ts'

const readsOn = 'Read on in the activity what the provider does next: whether it tries again, when, and how often.'
const disarm = 'Where it is not wanted any more, disarm it under *Settings*, *Faults on purpose*.'

/** Faults that somebody armed here. They stand first: whatever else such an exchange looks like, this is why. */
export const faultEntries: readonly Entry[] = [
  {
    ...toFault(['401', '403', '404', '409', '429', '500', '503']),
    id: 'faultStatus',
    title: 'Fault on purpose: an error was answered',
    happened: ({ status }) =>
      `This status ${status} is no real error: somebody armed it here, and the request was the next that fitted.`,
    meaning: () => 'Nothing was changed: it was answered before anything was done.',
  },
  {
    ...toFault(['html']),
    id: 'faultHtml',
    title: 'Fault on purpose: an HTML page was answered',
    happened: () => 'The page stands for a proxy or a sign-in that answers in place of the endpoint. Somebody armed it here.',
    meaning: () => 'Nothing was changed: such a request never comes to the endpoint.',
  },
  {
    ...toFault(['cut']),
    id: 'faultCut',
    title: 'Fault on purpose: the connection was cut',
    happened: () =>
      'The request was worked on as always, and then the connection was closed without a reply. Somebody armed that here.',
    meaning: () =>
      'What the request asked for is done and stored, and the provider does not know it: it will look, or try again.',
  },
  {
    ...toFault(['truncated']),
    id: 'faultTruncated',
    title: 'Fault on purpose: the JSON of the reply ends early',
    happened: () =>
      'The request was worked on as always, and the reply was cut short so that nobody can read it. Somebody armed that here.',
    meaning: () =>
      'What the request asked for is done and stored, and the provider does not know it: it will look, or try again.',
  },
  {
    ...toFault(['delay']),
    id: 'faultDelay',
    title: 'Fault on purpose: the request was held',
    happened: () => 'The request was held for as long as somebody armed here, and then worked on as always.',
    meaning: () => 'What the request asked for is done, late. A provider that did not wait so long does not know it.',
  },
]

function toFault(kinds: readonly FaultKind[]): Pick<Entry, 'codes' | 'detect' | 'who' | 'steps'> {
  return {
    codes: [],
    detect: ({ fault }) => fault !== null && kinds.includes(fault.kind),
    who: youHere,
    steps: () => [readsOn, disarm],
  }
}
