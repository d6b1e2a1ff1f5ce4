import type { Guide, TrapStep } from '#contract/guides/guide.ts'
import { Section } from '../../../components/Section.tsx'
import { ClaimList } from './ClaimList.tsx'

/** What surprises people at a step of a provider; nothing where nothing is known. */
export function Traps({ guide, step }: { readonly guide: Guide; readonly step: TrapStep }) {
  const claims = guide.traps.filter((trap) => trap.step === step).map(({ claim }) => claim)
  if (claims.length === 0) return null
  return (
    <Section title="What surprises people here" level={3}>
      <ClaimList claims={claims} />
    </Section>
  )
}
