import Box from '@mui/material/Box'
import type { UsedTolerance } from '#contract/exchange.ts'
import { MeaningIcon } from '../../components/MeaningIcon.tsx'
import { Section } from '../../components/Section.tsx'
import { monospace } from '../../theme.ts'

/** The rules of the RFC that were bent to answer, each with its reason. */
export function ToleranceList({ tolerances }: { readonly tolerances: readonly UsedTolerance[] }) {
  if (tolerances.length === 0) return null
  return (
    <Section level={3} title="Rules bent to answer it">
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {tolerances.map(({ name, reason }) => (
          <Box component="li" key={name} sx={{ display: 'flex', gap: 1, fontSize: '0.8125rem' }}>
            <Box sx={{ pt: '2px' }}>
              <MeaningIcon meaning="attention" size={14} />
            </Box>
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {reason}{' '}
              <Box component="code" sx={{ fontFamily: monospace, fontSize: '0.75rem', color: 'text.secondary' }}>
                {name}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
