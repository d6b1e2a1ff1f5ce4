import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import type { ArmedFault } from '#contract/fault.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { MeaningIcon } from '../components/MeaningIcon.tsx'
import { toCssColor } from '../components/meaning.ts'
import { describeFault } from '../faultWords.ts'
import { formatTimeLeft } from '../time.ts'
import { useFaults } from '../useFaults.ts'
import { useNow } from '../useNow.ts'

/** Says on every screen which faults are armed, how many requests they still wait for and how long. Nothing where none is. */
export function FaultBanner({ connection }: { readonly connection: string }) {
  const { faults, disarmAll } = useFaults(connection)
  if (faults.length === 0) return null
  return (
    <Box
      component="section"
      aria-label="Armed faults"
      sx={{
        borderBottom: 1,
        borderColor: 'divider',
        borderTop: `2px solid ${toCssColor('attention')}`,
        bgcolor: `color-mix(in srgb, ${toCssColor('attention')} 10%, var(--mui-palette-background-paper))`,
        fontSize: '0.8125rem',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, px: { xs: 1.5, sm: 2 }, py: 0.75 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontWeight: 600, color: 'warning.main' }}>
          <MeaningIcon meaning="attention" size={14} />
          Faults on purpose
        </Box>
        <Box
          component="ul"
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2.5,
            flex: '1 1 240px',
            minWidth: 0,
          }}
        >
          {faults.map((fault) => (
            <FaultLine key={fault.id} fault={fault} />
          ))}
        </Box>
        <Box sx={{ display: 'flex', gap: 1, marginInlineStart: 'auto' }}>
          <Button component={Link} to={`/${connection}/settings#faults`} color="inherit">
            Change
          </Button>
          <Button
            variant="outlined"
            color="warning"
            sx={{ bgcolor: 'background.paper' }}
            disabled={disarmAll.isPending}
            onClick={() => disarmAll.mutate()}
          >
            {faults.length === 1 ? 'Disarm' : 'Disarm all'}
          </Button>
        </Box>
      </Box>
      {disarmAll.error && <ErrorNotice title="The faults are still armed" error={disarmAll.error} />}
    </Box>
  )
}

function FaultLine({ fault }: { readonly fault: ArmedFault }) {
  const leftMs = Date.parse(fault.expiresAt) - useNow()
  return (
    <li>
      {describeFault(fault)}
      <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {' '}
        · {formatTimeLeft(leftMs)} left
      </Box>
    </li>
  )
}
