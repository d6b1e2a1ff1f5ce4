import type { Answer } from '#contract/setup.ts'
import type { ReachEvidence } from '../evidence.ts'
import { toCheckWords } from '../outsideWords.ts'

const about = { id: 'listening', question: 'Is Rollcall listening?' } as const

/** Asked with a request of our own, on this machine. */
export function answerListening({ service, reach }: ReachEvidence): Answer {
  const { scim } = service.addresses
  if (reach.local.kind === 'ok') {
    return { ...about, verdict: 'good', finding: `The SCIM endpoint answers on ${scim}.`, fix: null, exchangeIds: [] }
  }
  const { finding } = toCheckWords(reach.local, { url: `http://${scim}`, caller: 'Rollcall', address: scim })
  return {
    ...about,
    verdict: 'bad',
    finding: `The SCIM endpoint does not answer on ${scim}, even to this machine. ${finding}`,
    fix: 'Stop Rollcall and start it again. If another program has taken the port, choose another one with --scim-port.',
    exchangeIds: [],
  }
}
