import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Proof, ProofState } from '#contract/setup.ts'
import type { Meaning } from '../../../components/meaning.ts'
import { ProblemCard } from '../../../components/ProblemCard.tsx'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { EvidenceItem } from './EvidenceItem.tsx'
import { ExchangeLine } from './ExchangeLine.tsx'
import { InsteadCard, toInsteadMeaning } from './InsteadCard.tsx'
import { toMeaning } from './toMeaning.ts'

interface ProofItemProps {
  readonly connection: string
  readonly proof: Proof
  /** What is to be proven, for each state: "Waiting for Okta's connection test". */
  readonly titles: Readonly<Record<ProofState, string>>
  /** What to do while it waits. */
  readonly waiting: ReactNode
}

const words: Readonly<Record<ProofState, string>> = {
  waiting: 'Waiting',
  seen: 'Seen',
  rehearsed: 'Rehearsed',
  verified: 'Verified',
}

function judge({ state, problem, instead }: Proof): Meaning {
  if (state === 'verified') return 'proven'
  if (problem) return 'attention'
  return instead ? toInsteadMeaning(instead) : toMeaning(state)
}

/** A thing to be proven: waiting for something named, seen, rehearsed, or verified; and what came instead. */
export function ProofItem({ connection, proof, titles, waiting }: ProofItemProps) {
  const { state, exchange, problem, instead } = proof
  const isToldBelow = exchange !== null && [problem?.exchange.id, instead?.exchange.id].includes(exchange.id)
  return (
    <EvidenceItem meaning={judge(proof)} word={words[state]} title={titles[state]}>
      {exchange && !isToldBelow ? <ExchangeLine connection={connection} exchange={exchange} /> : null}
      {state === 'verified' ? null : (
        <div>
          {state === 'rehearsed' ? 'Only the simulator did this, so it is no proof yet. ' : null}
          {waiting}
        </div>
      )}
      {instead ? <InsteadCard connection={connection} instead={instead} /> : null}
      {problem ? (
        <div style={{ color: 'var(--mui-palette-text-primary)', marginTop: 8 }}>
          <ProblemCard
            title={problem.explanation.title}
            aside={<Timestamp at={problem.exchange.receivedAt} />}
            happened={problem.explanation.happened}
            consequence={problem.explanation.meaning}
            who={problem.explanation.who}
            steps={problem.explanation.steps}
            documentation={problem.explanation.documentation}
          >
            <Link
              variant="body2"
              sx={{ py: '3px', justifySelf: 'start' }}
              component={RouterLink}
              to={`/${connection}/activity/${problem.exchange.id}`}
              aria-label={`Show the request: ${problem.exchange.sentence}`}
            >
              Show the request
            </Link>
          </ProblemCard>
        </div>
      ) : null}
    </EvidenceItem>
  )
}
